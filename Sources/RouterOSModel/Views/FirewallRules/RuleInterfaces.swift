/// The interfaces that rules of the firewall name, themselves or by a list.
struct RuleInterfaces {
  private let lists: InterfaceLists
  /// The interfaces of each list that a rule names.
  private var members: [String: [String]] = [:]

  init(_ views: RouterViews) {
    lists = views.interfaceLists
    for (menu, _, _) in firewallTables {
      for rule in views.configuration.entries(menu) {
        for direction in ["in", "out"] {
          guard let list = rule.value("\(direction)-interface-list").text.map(Self.name) else {
            continue
          }
          if members[list] == nil { members[list] = lists.members(of: list) }
        }
      }
    }
  }

  /// The interfaces of a rule in a direction, `in` or `out`; unset when it takes all.
  func cell(of rule: Entry, _ direction: String) -> Cell {
    let own = Cell("\(direction)-interface", of: rule)
    let list = Cell("\(direction)-interface-list", of: rule)
    if let doubt = own.writtenDoubt ?? list.writtenDoubt { return Cell(.unknown(doubt), .set) }
    if let text = own.text { return Cell(.known([text]), .set, at: own.evidence) }
    guard let text = list.text, !text.isEmpty else { return Cell(.unset, .set) }
    let name = Self.name(text)
    // Interfaces that come and go are in these lists, and no line names them.
    if name == "dynamic" || !lists.unknownOnes(among: [name]).isEmpty || lists.doubt != nil {
      return Cell(.unknown(.runTime(name)), .set, at: list.evidence)
    }
    if name == "all" { return Cell(.unset, .set) }
    let mark = text.hasPrefix("!") ? "!" : ""
    return Cell(.known((members[name] ?? []).map { mark + $0 }), .set, at: list.evidence)
      .given(by: "interface list '\(name)'")
  }

  private static func name(_ text: String) -> String {
    text.hasPrefix("!") ? String(text.dropFirst()) : text
  }
}

extension Cause {
  fileprivate static func runTime(_ list: String) -> Cause {
    Cause(
      "what is in interface list '\(list)' is only known while the router runs",
      remedy: "look at /interface list member print on the router")
  }
}
