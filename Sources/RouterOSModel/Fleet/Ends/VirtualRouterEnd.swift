import SourceText

/// A virtual router of VRRP that a router takes part in.
struct VirtualRouterEnd: Sendable {
  let name: String
  /// The interface it speaks on.
  let interface: String
  /// Its number, from 1 to 255.
  let number: String
  /// The version of IP that it stands in for.
  let family: IPAddress.Family
  let priority: String
  let isOn: Bool
  let place: Span

  /// Nil when its number or its interface is not known.
  init?(_ entry: Entry, _ shown: (String) -> String) {
    guard let number = entry.value("vrid").text, let interface = entry.value("interface").text
    else { return nil }
    self.number = number
    self.interface = shown(interface)
    name = shown(entry.value("name").text ?? "vrrp")
    family = entry.value("v3-protocol").text == "ipv6" ? .ip6 : .ip
    priority = entry.value("priority").text ?? "?"
    isOn = entry.value("disabled").text != "yes"
    place = entry.place
  }
}

/// A router id that lines write.
struct RouterIDEnd: Sendable {
  let id: IPAddress
  /// The id as it may be shown.
  let text: String
  /// What it is written for.
  let owner: String
  let place: Span

  /// Those of the BGP sessions and OSPF instances of a router, each once.
  static func all(of device: Device, _ shown: (String) -> String) -> [RouterIDEnd] {
    var found: [RouterIDEnd] = []
    var seen: Set<IPAddress> = []
    for row in device.rows(.bgpSessions) where row.text("disabled") != "yes" {
      guard let id = row.text("router-id").flatMap({ IPAddress($0) }), seen.insert(id).inserted
      else { continue }
      let place = row.cell("router-id")?.evidence ?? row.place
      found.append(RouterIDEnd(id: id, text: shown(id.description), owner: "bgp", place: place))
    }
    for entry in device.configuration.entries("/routing/ospf/instance") {
      guard entry.value("disabled").text != "yes",
        let id = entry.value("router-id").text.flatMap({ IPAddress($0) }), id.bits > 0,
        seen.insert(id).inserted
      else { continue }
      found.append(
        RouterIDEnd(id: id, text: shown(id.description), owner: "ospf", place: entry.place))
    }
    return found
  }
}
