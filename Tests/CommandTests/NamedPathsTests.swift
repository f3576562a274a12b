import Foundation
import Testing

/// Names of exports that come from a file or from standard input.
@Suite struct NamedPathsTests {
  private static let tie = "/ip route\nadd gateway=192.0.2.1\nadd gateway=198.51.100.1\n"

  @Test(arguments: ["\n", "\0"]) func namesEndByLineOrByNUL(end: String) throws {
    let folder = try RuleFolder(["a b.rsc": Self.tie, "c.rsc": Self.tie])
    let names = ["a b.rsc", "c.rsc"].map { $0 + end }.joined()
    let line = ["--rule", "default-route-distance-tie", "--format", "ndjson"]
    let result = try runProgram(
      program, ["audit", "--files-from", "-"] + line, input: names, in: folder.folder)
    #expect(result.status == 1, "\(result)")
    #expect(result.output.contains(#""a b.rsc""#) && result.output.contains(#""c.rsc""#))
  }

  @Test(arguments: ["audit", "parse", "fmt", "show addresses"]) func noNamesAreNoCleanNetwork(
    command: String
  ) throws {
    let words = command.split(separator: " ").map(String.init)
    let result = try runProgram(program, words + ["--files-from", "-"])
    #expect(result.status == 2, "\(result)")
    #expect(result.error == "jalur: standard input names no exports\n")
  }

  @Test func isAddedToWhatIsGiven() throws {
    let folder = try RuleFolder(["a.rsc": Self.tie, "b.rsc": Self.tie, "names": "b.rsc\n"])
    let result = try jalur("fmt", "--check", "a.rsc", "--files-from", "names", in: folder.folder)
    #expect(result.error == "jalur: 0 files would change, 2 unchanged\n", "\(result)")
  }

  @Test func standardInputIsReadOnce() throws {
    let result = try jalur("parse", "-", "--files-from", "-", input: "x")
    #expect(result.status == 2)
    #expect(result.error == "jalur: standard input can be read only once; give '-' once\n")
  }

  @Test func namesThatAreNoTextAreRefused() throws {
    let folder = try RuleFolder(["names": ""])
    try Data([0xff, 0x0a]).write(to: folder.folder.appending(path: "names"))
    let result = try jalur("parse", "--files-from", "names", in: folder.folder)
    #expect(result.status == 2)
    #expect(
      result.error == "jalur: 'names' names a file in bytes that are not UTF-8; rename it\n")
  }
}
