/// What a rule says of the interface that packets come in or leave by.
struct InterfaceMatcher: Hashable, Sendable {
  private enum Wanted: Hashable {
    case bridgePort
    case list(String)
    case name(String)
  }

  private let wanted: Wanted
  private let isInverted: Bool

  /// The matcher of a property, such as `in-interface-list`.
  init(_ property: String, _ text: String) {
    isInverted = text.hasPrefix("!")
    let name = isInverted ? String(text.dropFirst()) : text
    wanted =
      property.contains("bridge")
      ? .bridgePort
      : property.hasSuffix("list") ? .list(name) : .name(name)
  }

  /// How many of the packets of an interface it takes.
  func extent(_ name: String, _ type: String, _ lists: InterfaceLists) -> PacketExtent {
    let extent = positiveExtent(name, type, lists)
    return isInverted ? extent.inverted : extent
  }

  private func positiveExtent(_ name: String, _ type: String, _ lists: InterfaceLists)
    -> PacketExtent
  {
    switch wanted {
    case .bridgePort: return type == "bridge" ? .maybe : .none
    case .list(let list):
      if lists.holds(list, name) { return .all }
      return lists.doubt(of: [list], name) == nil ? .none : .maybe
    case .name(let wanted):
      if let types = Self.groups[wanted] { return types(type) ? .all : .none }
      return wanted == name ? .all : .none
    }
  }

  /// The words that stand for interfaces of a kind.
  private static let groups: [String: @Sendable (String) -> Bool] = [
    "all-ethernet": { $0 == "ethernet" },
    "all-ppp": { $0.hasSuffix("-client") || $0.hasSuffix("-server") },
    "all-vlan": { $0 == "vlan" },
    "all-wireless": { $0 == "wireless" || $0 == "wifi" || $0 == "cap" },
  ]
}
