import Foundation
import Testing

/// Rules over the samples, run through the program.
@Suite struct AuditTests {
  static let root = SampleTests.folder.deletingLastPathComponent().deletingLastPathComponent()

  /// How often each rule fails (or is unknown) on a folder of samples.
  static func counts(_ folder: String) throws -> [String: Int] {
    let result = try auditByFirstRules("--format", "json", "Samples/polsri/\(folder)", in: root)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    return Dictionary(
      findings.map { ("\($0["rule"] ?? "") \($0["outcome"] ?? "")", 1) }, uniquingKeysWith: +)
  }

  @Test func thePublishedPairShowsItsFourSecretsAndOneUnknown() throws {
    #expect(
      try Self.counts("published-v6") == [
        "secret-in-export fail": 4, "default-route-distance-tie unknown": 1,
      ])
    #expect(try Self.counts("published-v7") == ["default-route-distance-tie unknown": 1])
  }

  @Test func theRepairedPairIsClean() throws {
    #expect(try Self.counts("repaired-v7").isEmpty)
  }

  @Test(arguments: [
    ("backup-disabled", "default-route-pair"), ("one-default-route", "default-route-pair"),
    ("remote-as-one-peer", "xdev-remote-as"), ("remote-as-v7", "xdev-remote-as"),
    ("secret-in-v7", "secret-in-export"), ("server-as-changed", "xdev-remote-as"),
    ("server-tunnel-address-missing", "static-address-on-tunnel-bridge"),
    ("tie-absent-default", "default-route-distance-tie"),
    ("tie-v7", "default-route-distance-tie"), ("tie-written", "default-route-distance-tie"),
    ("tunnel-address-disabled", "static-address-on-tunnel-bridge"),
    ("tunnel-address-missing", "static-address-on-tunnel-bridge"),
    ("tunnel-address-other-subnet", "xdev-tunnel-subnet"),
    ("tunnel-address-same", "xdev-tunnel-subnet"),
    ("tunnel-address-wrong-bridge", "static-address-on-tunnel-bridge"),
  ])
  func eachMutantAddsFindingsOfOneRule(mutant: String, rule: String) throws {
    let base = try Self.counts(mutant.hasSuffix("v7") ? "published-v7" : "published-v6")
    let added = try Self.counts("broken/\(mutant)").filter { $0.value > base[$0.key, default: 0] }
    #expect(Set(added.keys) == ["\(rule) fail"], "\(added)")
  }

  @Test(arguments: [
    "/interface l2tp-client\nadd add-default-route=yes connect-to=192.0.2.1 disabled=no name=vpn\n",
    "/interface lte\nset [ find default-name=lte1 ] name=lte1\n/ip route\nadd gateway=lte1\n",
    "/ip route\nadd gateway=192.0.2.1\nadd dst-address=198.51.100.0/24 gateway=192.0.2.2\n",
  ])
  func aDefaultRouteIsNoBackupOfItself(text: String) throws {
    let result = try auditByFirstRules("--format", "json", "-", input: text)
    #expect(result.status == 0 && !result.output.contains("default-route-pair"))
  }

  @Test func aHomeRouterGetsNoFinding() throws {
    let text = "/ip dhcp-client\nadd disabled=no interface=ether1\n"
    let result = try auditByFirstRules("-", input: text)
    #expect(result.status == 0 && result.output == "1 export, 1 statement, 6 rules: no findings\n")
  }

  @Test func whatCannotBeReadNeverPasses() throws {
    let result = try auditByFirstRules("-", input: "/ip route\nadd gateway=\"192.0.2.1\n")
    #expect(result.status == 1 && result.output.contains("error[unreadable-statement]"))
  }

  @Test func secretsAreNeverPrinted() throws {
    let text = "/ppp secret\nadd name=a password=open-sesame\n"
    for format in ["json", "text"] {
      let result = try auditByFirstRules("--format", format, "-", input: text)
      #expect(result.status == 1 && !result.output.contains("sesame"))
    }
  }

  /// A secret may also be what a statement searches for.
  @Test(arguments: [
    "[ find password=open-sesame ]", "[find where name=a password=\"open-sesame\"]",
    "[ find password = open-sesame ]", "[find password~\"sesame\"]",
  ])
  func secretsThatAreSearchedForAreNeverPrinted(target: String) throws {
    let text = "/ppp secret\nset \(target) password=x\n"
    for command in ["audit", "parse"] {
      for format in ["json", "text"] {
        let result = try jalur(command, "--format", format, "-", input: text)
        #expect(!(result.output + result.error).contains("sesame"), "\(result)")
      }
    }
  }

  private static func ruleOfTunnels(_ rest: String) throws -> RuleFolder {
    let head = "id: a\nseverity: error\nmessage: m\nwhy: w\nfix: f\n"
    let select = "select: { view: tunnels, where: { disabled: no } }\n"
    return try RuleFolder(["a.yaml": head + select + rest])
  }

  @Test(arguments: [
    ("expect: { usr: a }\n", "a.yaml:7:11: no column 'usr'; did you mean 'user'?"),
    (
      "expect: { side: clint }\n",
      "a.yaml:7:17: 'clint' is not one of client, peer, server; did you "
    ),
  ])
  func aBadPolicyIsRefusedWithAPlace(rest: String, message: String) throws {
    let rules = try Self.ruleOfTunnels(rest)
    let result = try jalur(
      "audit", "--policies", "a.yaml", "-", input: "/ip route\n", in: rules.folder)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("jalur: \(message)"), "\(result.error)")
  }

  @Test func aRuleThatIsNotNamedLikeItsFileIsRefused() throws {
    let rules = try RuleFolder([
      "b.yaml": try Self.ruleOfTunnels("expect: { user: a }\n").text("a.yaml")
    ])
    let result = try jalur(
      "audit", "--policies", ".", "-", input: "/ip route\n", in: rules.folder)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error == "jalur: ./b.yaml:1:5: rule 'a' must be named like its file\n")
  }

  @Test(arguments: [("view: tunnels", 1), ("view: default-routes, where: { distance: 99 }", 0)])
  func aRuleForPairsConcernsOnlyRoutersThatItsWhenFinds(selection: String, count: Int) throws {
    let rules = try Self.ruleOfTunnels(
      "per: link\nexpect: { same: inner-prefix }\nwhen: { \(selection) }\n")
    let folder = "Samples/polsri/broken/tunnel-address-other-subnet"
    let result = try jalur(
      "audit", "--policies", rules.folder.path, folder, in: Self.root)
    #expect(result.output.components(separatedBy: "error[a]").count == count + 1)
  }

  @Test func rulesAreListedAndExplained() throws {
    let rules = try jalur("rules").output.split(separator: "\n")
    #expect(rules.count > 100)
    #expect(
      rules.contains {
        $0.hasPrefix("unreadable-statement ")
          && $0.hasSuffix(" error   recommended No statement that cannot be read")
      })
    #expect(try jalur("explain", "unreadable-statement").output.hasPrefix("# No statement that"))
    #expect(try jalur("explain", "xdev-remote-as").output.hasPrefix("# "))
    let result = try jalur("explain", "default-route-pear")
    #expect(result.status == 2 && result.error.contains("did you mean 'default-route-pair'?"))
  }
}
