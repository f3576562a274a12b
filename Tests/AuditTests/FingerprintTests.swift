import Diagnostics
import Testing

/// Fingerprints: the same for the same finding, wherever its line stands.
@Suite struct FingerprintTests {
  private static let rule =
    "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\nexpect: { type: icmp }"

  private static func prints(_ text: String) throws -> [String] {
    try findings(rule, in: text).map(\.fingerprint)
  }

  @Test func stayWhenLinesMove() throws {
    let prints = try Self.prints(netwatch("host=a", "host=b"))
    #expect(Set(prints).count == 2 && prints.allSatisfy { $0.utf8.count == 32 })
    #expect(try Self.prints("# moved\n\n" + netwatch("host=a", "host=b")) == prints)
    #expect(try Self.prints(netwatch("host=b", "host=a")) == prints.reversed())
  }

  @Test func tellTwinsApart() throws {
    let twins = try Self.prints(netwatch("host=a", "host=a"))
    #expect(Set(twins).count == 2)
    #expect(try Self.prints(netwatch("host=a")) == [twins[0]])
  }

  @Test func holdNoSecret() throws {
    let rule =
      "select: { menu: /ppp secret, where: { disabled: [yes, no] } }\nexpect: { service: l2tp }"
    func prints(_ password: String) throws -> [String] {
      let text = "/ppp secret\nadd name=a password=\(password)\n"
      let found = try findings(rule, message: "'{name} {password}'", in: text)
      #expect(
        found.allSatisfy { !$0.headline.contains(password) && !$0.subject.contains(password) })
      return found.map(\.fingerprint)
    }
    #expect(try prints("open-sesame") == prints("shut-sesame"))
  }

  /// A statement that breaks while another is mended is new.
  @Test func tellBrokenStatementsApart() throws {
    func prints(_ text: String) throws -> [String] {
      try findings(Self.rule, in: text).map(\.fingerprint)
    }
    let quote = try prints("/ip route\nadd gateway=\"192.0.2.1\n")
    #expect(try prints("# moved\n/ip route\nadd gateway=\"192.0.2.1\n") == quote)
    #expect(try prints("/ip pool\nadd name=\"p\n") != quote)
    #expect(try prints("/ip route\nadd gateway=[192.0.2.1\n") != quote)
  }
}
