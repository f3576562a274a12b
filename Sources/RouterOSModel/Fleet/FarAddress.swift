extension Fleet {
  /// Whether the router at the other end of a row has the address that the row dials; unset when no other
  /// end was found, or no address is dialled.
  ///
  /// A tunnel may be dialled by an address that is translated on the way: then only the project tells.
  public func farHasAddress(of row: Row) -> Cell {
    switch farEnd(of: row) {
    case .outside, .unanswered: return Cell(.unset, .boolean)
    case .unknown(let cause): return Cell(.unknown(cause), .boolean)
    case .paired(let far):
      guard let device = far.id?.device else { return Cell(.unset, .boolean) }
      switch far.id?.view {
      case .bgpSessions:
        guard let address = row.text("remote-address").flatMap({ IPAddress($0) }) else {
          return Cell(.unset, .boolean)
        }
        return devices[device].views.holds(address, in: far.text("vrf") ?? "main")
      case .tunnels: return far.isKnown(as: row.cell("remote-endpoint") ?? .none)
      case _: return Cell(.unset, .boolean)
      }
    }
  }
}

extension Row {
  /// Whether the router of a tunnel is known by an endpoint.
  fileprivate func isKnown(as endpoint: Cell) -> Cell {
    if let doubt = endpoint.doubt { return Cell(.unknown(doubt), .boolean) }
    guard let text = endpoint.text, let known = cell("known-as") else {
      return Cell(.unset, .boolean)
    }
    let word = withoutPort(String(text.prefix { $0 != "@" }))
    if (known.texts + known.certain).contains(IPAddress(word)?.description ?? word) {
      return Cell(true)
    }
    return known.doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
  }
}

extension RouterViews {
  /// Whether the router has an address. An address that lies in a network whose addresses lines write is
  /// none that something else may give it.
  func holds(_ address: IPAddress, in table: String) -> Cell {
    let own = surroundings.networks.isOwn(address)
    if own.isYes || own.doubt != nil { return own }
    if let gap = configuration.incompleteness(of: View.addresses.menus) {
      return Cell(.unknown(gap), .boolean)
    }
    if configuration.givesItself(address) { return Cell(true) }
    let networks = surroundings.networks
    if let (_, network) = networks.longest(holding: address, in: table), network.doubt == nil,
      !network.interfaces.contains(where: { networks.isGiven($0, address.family) })
    {
      return Cell(false)
    }
    guard let first = networks.firstUnknown(address.family) else { return Cell(false) }
    let cause = Cause(
      "the address of '\(first)' is given at run time, and may be \(address)",
      remedy: "look at /ip address print on the router")
    return Cell(.unknown(cause), .boolean)
  }
}

extension Configuration {
  /// Whether an account or a profile of PPP gives the router an address while somebody is connected.
  fileprivate func givesItself(_ address: IPAddress) -> Bool {
    ["/ppp/profile", "/ppp/secret"].contains { menu in
      entries(menu).contains {
        $0.value("disabled").text != "yes" && $0.value("local-address").text == address.description
      }
    }
  }
}
