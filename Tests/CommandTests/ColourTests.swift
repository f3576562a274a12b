import Foundation
import Testing

/// Colour is for terminals, and for who asks; it changes no letter.
@Suite struct ColourTests {
  private static let commands = [
    ["audit", "Samples/polsri/broken/tie-v7"],
    ["diff", "Samples/polsri/repaired-v7/client.rsc", "Samples/polsri/drifted-v7/client.rsc"],
  ]

  private static func run(_ arguments: [String], _ environment: [String: String]? = nil) throws
    -> String
  {
    try runProgram(program, arguments, in: AuditTests.root, environment: environment).output
  }

  /// A text without its colours.
  private static func plain(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test(arguments: commands) func isLeftOutUnlessAskedFor(command: [String]) throws {
    let text = try Self.run(command)
    #expect(!text.contains("\u{1B}") && !text.isEmpty)
    #expect(try Self.run(command + ["--color", "auto"]) == text)
    #expect(try Self.run(command + ["--color", "never"]) == text)
  }

  @Test(arguments: commands) func changesNoLetter(command: [String]) throws {
    let coloured = try Self.run(command + ["--color", "always"], ["NO_COLOR": "1"])
    let text = try Self.run(command)
    #expect(coloured.contains("\u{1B}[") && Self.plain(coloured) == text)
  }

  @Test func jsonIsNeverColoured() throws {
    for command in Self.commands {
      let text = try Self.run(command + ["--format", "json", "--color", "always"])
      #expect(!text.contains("\u{1B}"))
    }
  }

  @Test func theGateIsColouredToo() throws {
    let checkout = try Checkout()
    try checkout.commit("/ip route\n")
    try checkout.write("/ip route\nadd gateway=192.0.2.1\nadd gateway=192.0.2.2\n")
    let coloured = try checkout.gate("--color", "always").output
    #expect(coloured.contains("\u{1B}[1;31merror[default-route-distance-tie]\u{1B}[0m"))
    let text = try checkout.gate().output
    #expect(Self.plain(coloured) == text)
  }

  /// What an export says cannot colour anything.
  @Test func anExportCannotColour() throws {
    let text = "/ip route\nadd comment=\"\\1B[31m\" gateway=\"\u{1B}[31m\"\nadd gateway=192.0.2.1\n"
    let result = try runProgram(program, ["audit", "-"], input: text)
    #expect(!result.output.contains("\u{1B}"), "\(result)")
  }
}
