/// What a rule of the firewall matches, by matcher.
struct RuleMatch: Sendable {
  /// What each matcher takes; one that is not there takes everything.
  private(set) var values: [String: RuleValue] = [:]
  /// Whether chance, time or what went before decides whether it matches.
  private(set) var isFleeting = false
  /// Why it may match other things than it says; nil when it does not.
  private(set) var doubt: Cause?

  /// The matchers of the rule of a row.
  init(_ row: Row) {
    let family: IPAddress.Family = row.text("family") == "ip6" ? .ip6 : .ip
    guard let rule = row.entry else { return }
    let written = rule.writtenProperties.filter { !FirewallRuleRows.isNoCondition($0) }
    for property in written {
      let cell = Cell(property, of: rule)
      if cell.texts.isEmpty, cell.doubt == nil { continue }
      if Self.fleeting.contains(property) { isFleeting = true }
      if let own = cell.doubt {
        doubt = doubt ?? own
      } else if !Self.combined.contains(property) {
        values[property] = Self.value(property, cell)
      }
    }
    for (name, column) in Self.columns where written.contains(where: { $0.hasPrefix(name) }) {
      add(name, row.cell(column) ?? .none, rule, family)
    }
    doubt = doubt ?? row.cell("disabled")?.doubt ?? row.cell("action")?.writtenDoubt
  }

  /// Whether it matches all that another matches; nil when that cannot be told.
  func covers(_ other: RuleMatch) -> Bool? {
    var isUnknown = doubt != nil || other.doubt != nil
    for (name, value) in values {
      guard let otherValue = other.values[name] else { return false }
      switch value.covers(otherValue) {
      case true?: continue
      case false?: return false
      case nil: isUnknown = true
      }
    }
    return isUnknown ? nil : true
  }

  /// How much has to be looked at to compare it.
  var size: Int { values.values.reduce(1) { $0 + $1.size } }

  /// Addresses and interfaces, with the lists that name them; where a rule has both, or nobody knows what is
  /// in a list, only the same words are the same.
  private mutating func add(
    _ name: String, _ cell: Cell, _ rule: Entry, _ family: IPAddress.Family
  ) {
    if case .unset = cell.content { return }
    let texts = ["", "-list"].compactMap { rule.value(name + $0).text }.filter { !$0.isEmpty }
    let isAddress = name.hasSuffix("address")
    if cell.doubt == nil, texts.count == 1,
      let value = isAddress ? RuleValue.addresses(cell.texts, family) : RuleValue.words(cell.texts)
    {
      values[name] = value
    } else {
      // A list that is filled at run time holds all of another only now and then.
      let list = texts.count == 1 ? texts[0] : ""
      let isOfRunTime = cell.doubt == .listFilled(String(list.drop { $0 == "!" }))
      values[name] = .text(texts.joined(separator: " "), isPoint: isOfRunTime)
    }
  }

  private static func value(_ property: String, _ cell: Cell) -> RuleValue {
    let text = cell.texts.joined(separator: ",")
    switch property {
    case "any-port", "dst-port", "port", "src-port":
      return .ports(text) ?? .text(text, isPoint: false)
    case "connection-nat-state", "connection-state", "protocol": return .words(cell.texts)
    case "tcp-flags": return .conditions(Set(cell.texts))
    case _: return .text(text, isPoint: points.contains(property) && !text.hasPrefix("!"))
    }
  }

  private static let columns = [
    ("dst-address", "dst-addresses"), ("in-interface", "in-interfaces"),
    ("out-interface", "out-interfaces"), ("src-address", "src-addresses"),
  ]

  private static let combined: Set<String> = [
    "dst-address", "dst-address-list", "in-interface", "in-interface-list", "out-interface",
    "out-interface-list", "src-address", "src-address-list",
  ]

  private static let fleeting: Set<String> = [
    "connection-bytes", "connection-limit", "connection-rate", "dst-limit", "limit", "nth",
    "packet-size", "psd", "random", "time",
  ]

  /// Matchers of which two values have nothing in common.
  private static let points: Set<String> = [
    "connection-mark", "connection-type", "dscp", "dst-address-type", "icmp-options",
    "in-bridge-port", "ipsec-policy", "out-bridge-port", "packet-mark", "priority", "routing-mark",
    "routing-table", "src-address-type", "src-mac-address",
  ]
}
