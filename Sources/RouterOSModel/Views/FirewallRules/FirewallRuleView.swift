extension ViewDefinition {
  static let firewallRules = ViewDefinition(
    meaning: "rules of the firewall, chain by chain in their order, with lists expanded",
    columns: [
      .family,
      ViewColumn(
        "table", .choice, "what the rules are for", words: ["filter", "mangle", "nat", "raw"]),
      ViewColumn("chain", .name, "the chain"),
      ViewColumn("position", .integer, "its place in the chain, from 1; disabled rules count"),
      ViewColumn("action", .choice, "what becomes of what it matches"),
      ViewColumn("unconditional", .boolean, "whether it matches everything that comes to it"),
      ViewColumn("in-interfaces", .set, "what packets come in by; ! before all but these"),
      ViewColumn("out-interfaces", .set, "what packets leave by; ! before all but these"),
      ViewColumn("src-addresses", .set, "where packets come from; ! before all but these"),
      ViewColumn("dst-addresses", .set, "where packets go; ! before all but these"),
      ViewColumn("protocol", .choice, "the protocol it matches"),
      ViewColumn("dst-port", .ports, "the ports it matches"),
      ViewColumn("connection-state", .set, "the states of connections it matches"),
      ViewColumn("shadowed-by", .text, "the rule before it that takes all that it would match"),
      ViewColumn(
        "cut-off-by", .text, "the rule before it that takes everything, and does otherwise"),
      ViewColumn("jump-target", .name, "the chain it goes on with"),
      .disabled,
    ],
    menus: firewallTables.map(\.menu),
    sources: [
      "/interface/list", "/interface/list/member", "/ip/firewall/address-list",
      "/ipv6/firewall/address-list",
    ],
    rows: { $0.firewallRows() })
}

extension RouterViews {
  /// One row for each rule, with what is found of it when it is first asked for.
  func firewallRows() -> [Row] {
    let rows = FirewallRuleRows(self).rows
    let later = LaterCells(ShadowedRules.columns) { ShadowedRules.cells(of: rows) }
    return rows.enumerated().map { place, row in
      var row = row
      row.later = (later, place)
      return row
    }
  }
}

/// The menus of rules, with the family and table of each.
let firewallTables: [(menu: String, family: String, table: String)] =
  [("/ip/firewall", "ip"), ("/ipv6/firewall", "ip6")].flatMap { base, family in
    ["filter", "mangle", "nat", "raw"].map { ("\(base)/\($0)", family, $0) }
  }
