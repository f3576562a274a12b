import RouterOSModel
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// Exports that show a part of a router only: what they leave out is unknown, and not the default.
@Suite struct PartialExportTests {
  private static let header = "# 2025-01-02 03:04:05 by RouterOS 7.18\n"

  private func lowered(_ text: String, header: String = header) -> Configuration {
    lower(parse(SourceFile(name: "a.rsc", text: header + text + "\n")))
  }

  @Test func anExportOfOneBranchShowsNoOther() {
    let configuration = lowered(
      "/ip firewall filter\nadd chain=input\n/ip firewall nat\nadd chain=srcnat")
    #expect(!configuration.mayBeIncomplete("/ip/firewall/filter"))
    #expect(!configuration.mayBeIncomplete("/ip/firewall/mangle"))
    for menu in ["/ip/route", "/interface/bridge", "/snmp"] {
      #expect(configuration.mayBeIncomplete(menu))
      let reason = configuration.incompleteness(of: [menu])?.reason ?? ""
      #expect(reason == "this export shows only '/ip/firewall', and not '\(menu)'")
    }
    #expect(configuration.mayBeAltered("/snmp") && !configuration.mayBeAltered("/ip/route"))
  }

  @Test(arguments: [
    ("/ip route\nadd gateway=192.0.2.1\n/interface bridge\nadd name=b", PartialExportTests.header),
    ("/ip route\nadd gateway=192.0.2.1", ""), ("/ip route\nadd gateway=192.0.2.1", "# a script\n"),
  ])
  func severalBranchesOrNoHeaderOfARouterAreTheWhole(text: String, header: String) {
    let configuration = lowered(text, header: header)
    #expect(!configuration.mayBeIncomplete("/snmp") && !configuration.mayBeAltered("/snmp"))
  }

  @Test func aMenuThatTheRouterCouldNotPrintIsUnknown() {
    let configuration = lowered(
      "/ip route\nadd gateway=192.0.2.1\n#error exporting \"/snmp\" (timeout)\n"
        + "#error exporting \"/interface/bridge\" (timeout)\n/system identity\nset name=a")
    #expect(configuration.mayBeIncomplete("/snmp") && configuration.mayBeAltered("/snmp"))
    #expect(configuration.mayBeIncomplete("/interface/bridge"))
    #expect(!configuration.mayBeIncomplete("/ip/route"))
  }

  @Test(arguments: [
    ("by RouterOS 7.18", "/ppp secret\nadd name=a", true),
    ("by RouterOS 7.18", "/ppp secret\nadd name=a password=b", false),
    ("by RouterOS 6.48.3", "/ip route\nadd gateway=192.0.2.1", false),
    ("by RouterOS 6.48.3", "/interface l2tp-client\nadd name=a", true),
    (
      "by RouterOS 6.48.3",
      "/interface wireless security-profiles\nadd authentication-types=wpa2-psk name=a", true
    ),
    (
      "by RouterOS 6.48.3",
      "/interface wireless security-profiles\nset [ find default=yes ] supplicant-identity=MikroTik",
      false
    ),
  ])
  func hiddenSecretsAreTold(release: String, text: String, areHidden: Bool) {
    #expect(
      lowered(text, header: "# jan/02/2025 03:04:05 \(release)\n").secretsAreHidden == areHidden)
  }

  @Test func wholeExportsAreNotTakenForPartial() throws {
    let counts = try Corpus.shared.files.filter(\.isExport).reduce(into: [Bool: Int]()) {
      let script = parse(SourceFile(name: "export", bytes: try $1.bytes()))
      $0[lower(script).mayBeIncomplete("/no/such/menu"), default: 0] += 1
    }
    print("corpus: \(counts[true] ?? 0) partial exports, \(counts[false] ?? 0) whole ones")
    #expect((counts[true] ?? 0) * 20 <= (counts[false] ?? 0))
  }
}
