/// One row for each rule of the firewall, in the order in which the router reads them.
struct FirewallRuleRows {
  private let configuration: Configuration
  private let interfaces: RuleInterfaces
  private let addresses: [String: AddressLists]

  init(_ views: RouterViews) {
    configuration = views.configuration
    interfaces = RuleInterfaces(views)
    addresses = Dictionary(
      uniqueKeysWithValues: IPAddress.Family.allCases.map {
        ($0.rawValue, views.addressLists(of: $0))
      })
  }

  var rows: [Row] {
    firewallTables.flatMap { menu, family, table -> [Row] in
      var counts: [String: Int] = [:]
      return configuration.entries(menu).map { rule in
        let chain = rule.value("chain").text ?? ""
        counts[chain, default: 0] += 1
        return row(rule, family, table, chain, position: counts[chain] ?? 0)
      }
    }
  }

  private func row(
    _ rule: Entry, _ family: String, _ table: String, _ chain: String, position: Int
  ) -> Row {
    let lists = addresses[family]
    let reordering = configuration.alteration(ofMenu: rule.menu.path)
    return Row(
      "\(table) \(chain) rule \(position)", entry: rule, place: rule.place,
      cells: [
        "dst-addresses": lists?.cell(of: rule, "dst") ?? .none,
        "family": Cell(family, .choice),
        "in-interfaces": interfaces.cell(of: rule, "in"),
        "out-interfaces": interfaces.cell(of: rule, "out"),
        "position": reordering.map { Cell(.unknown($0), .integer) }
          ?? Cell(.known([String(position)]), .integer),
        "src-addresses": lists?.cell(of: rule, "src") ?? .none,
        "table": Cell(table, .choice),
        "unconditional": isUnconditional(rule),
      ])
  }

  /// Whether nothing that a line writes keeps packets from the rule. What the catalogue does not know may
  /// do so.
  private func isUnconditional(_ rule: Entry) -> Cell {
    let conditions = rule.writtenProperties.filter { !Self.isNoCondition($0) }
    if let stranger = conditions.first(where: { rule.menu.properties[$0] == nil }) {
      return Cell(.unknown(.stranger(stranger)), .boolean)
    }
    let cells = conditions.map { Cell($0, of: rule) }
    if cells.contains(where: { $0.doubt == nil && !$0.texts.isEmpty }) { return Cell(false) }
    if let doubt = cells.lazy.compactMap(\.doubt).first { return Cell(.unknown(doubt), .boolean) }
    return Cell(true)
  }

  /// Properties that say what a rule does, and not to what (MikroTik's manual, "Filter", "NAT", "Mangle").
  static func isNoCondition(_ property: String) -> Bool {
    property.hasPrefix("new-") || property.hasPrefix("to-") || property.hasPrefix("socks")
      || property.hasPrefix("sniff-") || noConditions.contains(property)
  }

  private static let noConditions: Set<String> = [
    "action", "address-list", "address-list-timeout", "chain", "comment", "disabled", "hw-offload",
    "jump-target", "log", "log-prefix", "passthrough", "place-before", "randomise-ports",
    "reject-with", "route-dst", "same-not-by-dst",
  ]
}

extension Cause {
  fileprivate static func stranger(_ property: String) -> Cause {
    Cause(
      "nobody documents whether '\(property)' is a condition", remedy: "look it up in the manual")
  }
}
