import Comparison
import Report
import RouterOSModel
import RouterOSSyntax
import Testing

/// How differences are told.
@Suite struct ChangeReportTests {
  private func report(_ old: String, _ new: String, release: String = "7.16") -> String {
    let scripts = (script(old), script(new, release: release))
    return renderChanges(
      compare(lower(scripts.0), lower(scripts.1)), scripts.0, scripts.1)
  }

  @Test func entriesAreNamedAsPeopleNameThem() {
    let new = """
      /ip address
      add address=192.0.2.1/24 interface=lan
      /ip firewall filter
      add action=drop chain=input comment="no telnet" dst-port=23 protocol=tcp
      /ip route
      add gateway=192.0.2.9
      add blackhole dst-address=198.51.100.0/24 routing-table=a
      """
    let text = report("", new)
    for line in [
      "+ 192.0.2.1/24 on lan    example.rsc:3", "+ 0.0.0.0/0 via 192.0.2.9    example.rsc:7",
      "+ input drop tcp dst-port=23 \"no telnet\"    example.rsc:5",
      "+ 198.51.100.0/24 blackhole in a    example.rsc:8",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(text.hasSuffix("\n4 added, 0 removed, 0 changed, 0 moved; 3 can cut a path\n"))
  }

  @Test func defaultsAreMarkedAndBothLinesNamed() {
    let text = report(
      "/ip route\nadd gateway=192.0.2.1\n", "# a\n/ip route\nadd distance=2 gateway=192.0.2.1\n")
    #expect(
      text == """
        /ip route
          ~ 0.0.0.0/0 via 192.0.2.1    example.rsc:3 → example.rsc:4
              distance  1 (default) → 2
              ! can cut: default route

        0 added, 0 removed, 1 changed, 0 moved; 1 can cut a path

        """)
  }

  @Test(arguments: [
    ("/interface l2tp-client\nadd connect-to=192.0.2.1 name=a\n", "tunnel"),
    (
      "/interface bridge port\nadd bridge=a interface=b pvid=3\n",
      "bridge membership, VLAN membership"
    ),
    ("/ip service\nset ssh disabled=yes\n", "management service"),
    ("/routing bgp connection\nadd name=a remote.address=192.0.2.1\n", "BGP session"),
    ("/ip firewall filter\nadd action=drop chain=input\n", "input chain"),
  ])
  func whatCanCutAPathIsMarked(text: String, risks: String) {
    #expect(report("", text).contains("! can cut: \(risks)\n"), "\(report("", text))")
  }

  @Test func aRemarkCutsNothing() {
    let text = "/ip route\nadd gateway=192.0.2.1"
    #expect(!report(text + "\n", text + " comment=a\n").contains("can cut"))
  }

  @Test func anUpgradeIsSaidOnce() {
    let text = report("/ip route\nadd gateway=192.0.2.1\n", "", release: "7.18")
    #expect(text.hasSuffix("\nRouterOS 7.16 → 7.18\n"))
  }

  @Test func markdownHoldsNoMarkupOfTheExport() {
    let new = script("/ip route\nadd comment=\"</b>`x` [a](b)\" gateway=192.0.2.1\n")
    let old = script("/ip route\nadd gateway=192.0.2.1\n")
    let text = renderChangesMarkdown(compare(lower(old), lower(new)), old, new)
    #expect(
      text.contains("  - `comment`: ` \"\" (default) ` → `` </b>`x` [a](b) ``\n")
        || text.contains("→ `` </b>`x` [a](b) ``\n"), "\(text)")
    #expect(text.hasPrefix("**0 added, 0 removed, 1 changed, 0 moved**\n\n### `/ip route`\n\n"))
  }
}
