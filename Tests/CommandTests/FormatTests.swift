import Foundation
import Testing

/// `jalur fmt` on files of a folder that is gone after the test.
@Suite struct FormatTests {
  private static let messy = "/ip/route\nadd gateway=192.0.2.1 distance=2\n"
  private static let tidy = "/ip route\nadd distance=2 gateway=192.0.2.1\n"

  private final class Folder {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init(_ files: [String: String]) throws {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: place.appending(path: name)) }
    }

    deinit { try? FileManager.default.removeItem(at: place) }

    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: place.appending(path: name)), as: UTF8.self)
    }

    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() }
    }
  }

  @Test func rewritesWhatIsNotAsRouterOSWritesIt() throws {
    let folder = try Folder(["a.rsc": Self.messy, "b.rsc": Self.tidy, "c.txt": "no export\n"])
    let result = try jalur("fmt", ".", in: folder.place)
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(
      result.error
        == "jalur: skipped 1 file that holds no export\njalur: 1 file changed, 1 unchanged\n")
    #expect(try folder.text("a.rsc") == Self.tidy && folder.text("b.rsc") == Self.tidy)
    #expect(try folder.names == ["a.rsc", "b.rsc", "c.txt"])
    #expect(
      try jalur("fmt", ".", in: folder.place).error.hasSuffix("0 files changed, 2 unchanged\n"))
  }

  @Test func keepsPermissionsAndLinks() throws {
    let folder = try Folder(["a.rsc": Self.messy])
    let path = folder.place.appending(path: "a.rsc").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let link = folder.place.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.rsc")
    #expect(try jalur("fmt", "link", in: folder.place).status == 0)
    #expect(try folder.text("a.rsc") == Self.tidy)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.rsc")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func leavesAloneWhatItRefuses() throws {
    let script = "/ip route\nremove [find]\nadd x=1  y=2\n"
    let torn = "/ppp secret\nadd name=a password=\"open-sesame\nadd name=b  password=c\n"
    let folder = try Folder(["a.rsc": Self.messy, "script.rsc": script, "torn.rsc": torn])
    let result = try jalur("fmt", "script.rsc", "a.rsc", "torn.rsc", in: folder.place)
    #expect(result.status == 2 && result.output.isEmpty)
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == 3 && !result.error.contains("sesame"))
    #expect(lines[0].hasPrefix("jalur: script.rsc:2:1: this command stands in no export"))
    #expect(lines[1].hasPrefix("jalur: torn.rsc:2:21: this quote is never closed"))
    #expect(lines[2] == "jalur: 1 file changed, 0 unchanged, 2 could not be formatted")
    #expect(try folder.text("script.rsc") == script && folder.text("torn.rsc") == torn)
    #expect(try folder.text("a.rsc") == Self.tidy)
  }

  @Test func checkShowsWhatWouldChangeAndWritesNothing() throws {
    let folder = try Folder(["a.rsc": "/ip dns\nset a=1\n\n" + Self.messy, "b.rsc": Self.tidy])
    let result = try jalur("fmt", "--check", "a.rsc", "b.rsc", in: folder.place)
    #expect(result.status == 1 && result.error == "jalur: 1 file would change, 1 unchanged\n")
    #expect(
      result.output == """
        --- a.rsc
        +++ a.rsc (formatted)
        @@ -3,3 +3,2 @@
        -
        -/ip/route
        -add gateway=192.0.2.1 distance=2
        +/ip route
        +add distance=2 gateway=192.0.2.1

        """)
    #expect(try folder.text("a.rsc").contains("/ip/route"))
    #expect(try jalur("fmt", "--check", "b.rsc", in: folder.place).status == 0)
  }

  @Test func checkShowsNoSecrets() throws {
    let secret = String(repeating: "open-sesame ", count: 12)
    let text = "/ppp secret\nadd password=\"\(secret)\" name=a\nadd name=b  password=\\\n  sesame\n"
    let result = try jalur("fmt", "--check", "-", input: text)
    #expect(result.status == 1 && !result.output.contains("sesame"), "\(result.output)")
    #expect(result.output.contains("+add name=b password=<secret>\n"))
  }

  @Test func checkIsShort() throws {
    let lines = String(repeating: "add  x=\(String(repeating: "a,", count: 500))\n", count: 500)
    let result = try jalur("fmt", "--check", "-", input: "/ip route\n\(lines)")
    #expect(result.status == 1 && result.output.utf8.count < 40_000)
    #expect(result.output.hasSuffix(" more lines\n"))
  }

  @Test func checkSaysHowLinesEnd() throws {
    let result = try jalur("fmt", "--check", "-", input: "/ip dns\r\nset a=1\r\nset b=1\n")
    #expect(
      result.output == """
        --- -
        +++ - (formatted)
        @@ -3 +3 @@
        -set b=1
        \\ ends in LF
        +set b=1

        """)
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let result = try jalur("fmt", "-", input: Self.messy)
    #expect(result.status == 0 && result.output == Self.tidy && result.error.isEmpty)
    let terse = try jalur("fmt", "--style", "terse", "-", input: Self.messy)
    #expect(terse.output == "/ip route add distance=2 gateway=192.0.2.1\n")
    let narrow = try jalur("fmt", "--width", "40", "-", input: Self.messy)
    #expect(narrow.output == "/ip route\nadd distance=2 gateway=192.0.2.1\n")
    for width in ["0", "unlimited", "65535"] {
      let long = "/ip route\nadd comment=\"\(String(repeating: "a ", count: 60))\"\n"
      #expect(try jalur("fmt", "--width", width, "-", input: long).output == long)
    }
  }

  @Test func masksSecretsForGit() throws {
    let text = "/ppp secret\nadd name=a password=\"open sesame\"\nadd name=b password=\"\"\n"
    let folder = try Folder(["a.rsc": text])
    let result = try jalur("fmt", "--mask-secrets", "a.rsc", in: folder.place)
    #expect(
      result.status == 0 && result.error.isEmpty
        && result.output
          == "/ppp secret\nadd name=a password=<secret>\nadd name=b password=<secret>\n"
    )
    #expect(try folder.text("a.rsc") == text)
    let nested = try jalur(
      "fmt", "--mask-secrets", "-",
      input: "/system script\nadd name=a source=\"/ppp secret add name=b password=sesame\"\n"
        + "/ppp secret\nset [find password=sesame] name=a\n")
    #expect(nested.status == 0 && !nested.output.contains("sesame"))
    #expect(nested.output.contains("password=<secret>\"\n"))
    #expect(nested.output.hasSuffix("set <secret> name=a\n"))
    let torn = try jalur(
      "fmt", "--mask-secrets", "-", input: "/ppp secret\nadd password=\"sesame\n")
    #expect(torn.status == 2 && torn.output.isEmpty && !torn.error.contains("sesame"))
  }

  @Test func secretsAreMaskedBeforeLinesAreBroken() throws {
    let secret = String(repeating: "long ", count: 20)
    let text = "# \(secret)\n/ppp secret\nadd name=abcdefghij password=\"\(secret)\"\n"
    let result = try jalur("fmt", "--mask-secrets", "--width", "40", "-", input: text)
    #expect(
      result.output == "# <secret>\n/ppp secret\nadd name=abcdefghij password=<secret>\n")
  }

  @Test(arguments: [
    ["--width", "39"], ["--width", "65536"], ["--width", "wide"], ["--style", "verbose"],
    ["--check", "--mask-secrets"], ["no-such-file"],
  ]) func whatCannotBeDoneEndsWithTwo(arguments: [String]) throws {
    let paths = arguments == ["no-such-file"] ? [] : ["-"]
    let result = try runProgram(program, ["fmt"] + arguments + paths, input: Self.tidy)
    #expect(result.status == 2 && result.output.isEmpty && result.error.hasPrefix("jalur: "))
  }

  @Test func hostileInputEndsSoon() throws {
    let start = ContinuousClock.now
    let long = "/ip route\nadd comment=\"\(String(repeating: "a\\n ", count: 40_000))\" x=1\n"
    #expect(try jalur("fmt", "-", input: long).status == 0)
    let names = (0..<10_000).map { "p\($0)=a" }.joined(separator: " ")
    #expect(try jalur("fmt", "--check", "-", input: "/ip route\nadd \(names)\n").status == 1)
    let sections = String(repeating: "/ip route\n# a\n", count: 20_000)
    #expect(try jalur("fmt", "--check", "-", input: sections).status == 1)
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
