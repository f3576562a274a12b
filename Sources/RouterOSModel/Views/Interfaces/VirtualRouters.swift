extension KnownInterface {
  /// What names the virtual router of VRRP that an interface takes part in on any router: its number, and the
  /// network in which it is spoken of. Unset for other interfaces, and where no line gives the network.
  func virtualRouter(own: Cell, parent: Cell) -> Cell {
    guard type == "vrrp", let entry else { return Cell(.unset, .text) }
    let number = Cell("vrid", of: entry)
    if let doubt = number.doubt ?? parent.doubt ?? own.doubt {
      return Cell(.unknown(doubt), .text, at: number.evidence)
    }
    let family: IPAddress.Family = entry.value("v3-protocol").text == "ipv6" ? .ip6 : .ip
    let hosts = own.texts.compactMap { InterfaceAddress($0)?.address }
    let networks = parent.texts.compactMap { InterfaceAddress($0)?.prefix }
      .filter { $0.network.family == family }
    let holding = networks.filter { network in hosts.contains(where: network.contains) }
    let network = (holding.isEmpty ? networks : holding)
      .min { ($0.network, $0.length) < ($1.network, $1.length) }
    guard let text = number.text, let network else { return Cell(.unset, .text) }
    return Cell("\(text) in \(network)", .text, at: number.evidence)
  }
}
