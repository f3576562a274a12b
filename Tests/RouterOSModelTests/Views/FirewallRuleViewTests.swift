import RouterOSModel
import Testing

/// Rules of the firewall with their lists.
@Suite struct FirewallRuleViewTests {
  private static let lists = """
    /interface list
    add name=LAN
    add include=LAN name=inside
    /interface list member
    add interface=ether2 list=LAN
    add interface=ether3 list=LAN
    /ip firewall address-list
    add address=192.0.2.0/24 list=staff
    add address=198.51.100.7 list=staff
    add address=203.0.113.9 disabled=yes list=staff
    add address=vpn.example.net list=named

    """

  private func rules(_ text: String) -> [Row] { rows(.firewallRules, of: Self.lists + text) }

  @Test func rulesAreCountedInTheirChain() {
    let rules = rules(
      """
      /ip firewall filter
      add action=accept chain=input connection-state=established,related
      add action=accept chain=forward
      add action=drop chain=input
      /ipv6 firewall filter
      add action=drop chain=input
      /ip firewall nat
      add action=masquerade chain=srcnat out-interface=ether1
      """)
    let words = rules.map {
      [word($0, "table"), word($0, "chain"), word($0, "position"), word($0, "family")]
    }
    #expect(
      words == [
        ["filter", "input", "1", "ip"], ["filter", "forward", "1", "ip"],
        ["filter", "input", "2", "ip"], ["nat", "srcnat", "1", "ip"],
        ["filter", "input", "1", "ip6"],
      ])
    #expect(rules.map { word($0, "unconditional") } == ["no", "yes", "yes", "no", "yes"])
    #expect(word(rules[0], "connection-state") == "established,related")
  }

  @Test func interfaceListsAreExpanded() {
    let rules = rules(
      """
      /ip firewall filter
      add action=accept chain=input in-interface-list=inside
      add action=drop chain=input in-interface-list=!LAN
      add action=drop chain=input in-interface=ether1
      add action=drop chain=input in-interface-list=dynamic
      add action=drop chain=input in-interface-list=all
      """)
    #expect(
      rules.map { word($0, "in-interfaces") }
        == ["ether2,ether3", "!ether2,!ether3", "ether1", "?", "-"])
    #expect(rules[0].cell("in-interfaces")?.giver == "interface list 'inside'")
  }

  @Test func addressListsAreExpanded() {
    let rules = rules(
      """
      /ip firewall filter
      add action=accept chain=input src-address-list=staff
      add action=accept chain=input src-address-list=!staff
      add action=accept chain=input dst-address=192.0.2.1 src-address-list=named
      add action=add-src-to-address-list address-list=seen chain=input
      add action=drop chain=input src-address-list=seen
      add action=drop chain=input src-address=192.0.2.7 src-address-list=staff
      """)
    #expect(
      rules.map { word($0, "src-addresses") }
        == ["192.0.2.0/24,198.51.100.7", "!192.0.2.0/24,!198.51.100.7", "?", "-", "?", "?"])
    #expect(word(rules[2], "dst-addresses") == "192.0.2.1")
    #expect(word(rules[3], "unconditional") == "yes")
  }

  @Test func aConditionNobodyKnowsMayKeepPacketsOut() {
    let rules = rules("/ip firewall filter\nadd action=drop chain=input brand-new=1")
    #expect(rules.map { word($0, "unconditional") } == ["?"])
  }
}
