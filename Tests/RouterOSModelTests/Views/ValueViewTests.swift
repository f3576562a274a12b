import RouterOSModel
import Testing

/// Every entry, and every value with what it names.
@Suite struct ValueViewTests {
  private static let router = """
    /ip pool
    add name=lan ranges=192.0.2.10
    /ip firewall filter
    add action=accept chain=input in-interface-list=!LAN
    add action=jump chain=input jump-target=gone
    /interface bridge vlan
    add bridge=bridge1 tagged=ether2,lost vlan-ids=7
    /ip dhcp-server
    add address-pool=lan disabled=maybe interface=ether2 name=d

    """

  private func value(_ property: String, _ value: String) -> [String]? {
    let row = rows(.values, of: Self.router).first {
      word($0, "property") == property && word($0, "value") == value
    }
    return row.map { [word($0, "refers-to"), word($0, "defined")] }
  }

  @Test func namesAreRowsOfTheirOwn() {
    #expect(value("address-pool", "lan") == ["/ip/pool", "yes"])
    #expect(value("in-interface-list", "LAN") == ["/interface/list", "no"])
    #expect(value("jump-target", "gone") == ["/ip/firewall/filter", "no"])
    #expect(value("tagged", "ether2") == ["/interface", "implied"])
    #expect(value("tagged", "lost") == ["/interface", "no"])
    #expect(value("vlan-ids", "7") == ["-", "-"])
  }

  @Test func whatARouterWouldRefuseIsSaid() throws {
    let row = try #require(
      rows(.values, of: Self.router).first { word($0, "property") == "disabled" })
    #expect(word(row, "problem").contains("'maybe'"))
    #expect(row.cell("problem")?.evidence != nil)
  }

  @Test func itemsHaveWhatIdentifiesThem() throws {
    let items = rows(.items, of: Self.router)
    #expect(items.map { word($0, "menu") } == items.map { word($0, "menu") }.sorted())
    let pool = try #require(items.first { word($0, "menu") == "/ip/pool" })
    #expect(
      [word(pool, "name"), word(pool, "identified-by"), word(pool, "kind")] == [
        "lan", "name", "list",
      ])
    let rule = try #require(items.first { word($0, "menu") == "/ip/firewall/filter" })
    #expect([word(rule, "identified-by"), word(rule, "kind")] == ["-", "ordered-list"])
  }
}
