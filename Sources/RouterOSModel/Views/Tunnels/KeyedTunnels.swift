extension TunnelContext {
  /// One row for each peer of a WireGuard interface, which carries its addresses.
  mutating func wireGuardRows(_ peers: [Entry]) -> [Row] {
    let interfaces = NamedEntries(of: "/interface/wireguard", in: configuration)
    return peers.map { peer in
      let called = Cell("interface", of: peer)
      let name = called.text ?? "wireguard"
      let interface = interfaces[name]
      let giver = "interface '\(name)'"
      let own = Cell("name", of: peer)
      let switches =
        [Cell("disabled", of: peer)] + (interface.map { [Cell("disabled", of: $0)] } ?? [])
      let cells: [String: Cell] = [
        "name": own.isStated ? own : called.typed(.name),
        "disabled": Cell(anyOf: switches, at: switches[0].evidence),
        "encryption": Cell("wireguard", .choice),
        "max-mtu": interface.map { Cell("mtu", of: $0).given(by: giver) } ?? Cell(.unset, .integer),
        "remote-endpoint": Cell("endpoint-address", of: peer).orUnset.unset(""),
        "use-ipsec": Cell("no", .choice),
      ]
      return row(peer, "wireguard", side: "peer", on: [name], called.doubt, cells)
    }
  }

  /// One row for each peer of IPsec, with the secret of its identity.
  mutating func ipsecRows(_ peers: [Entry]) -> [Row] {
    var identities: [String: [Entry]] = [:]
    for identity in configuration.entries("/ip/ipsec/identity")
    where identity.value("disabled").text != "yes" {
      identities[identity.value("peer").text ?? "", default: []].append(identity)
    }
    let gap = configuration.incompleteness(of: ["/ip/ipsec/identity"])
    return peers.map { peer in
      let name = peer.value("name").text ?? ""
      let own = identities[name] ?? []
      let cells: [String: Cell] = [
        "name": name.isEmpty ? Cell("peer", .name) : Cell("name", of: peer),
        "auth": gap.map { Cell(.unknown($0), .set) } ?? Self.methods(of: own),
        "encryption": Cell("ipsec", .choice),
        "ipsec-secret": gap.map { Cell(.unknown($0), .text) }
          ?? (own.count == 1
            ? Cell("secret", of: own[0]).orUnset.asSecret.given(by: "the identity of the peer")
            : Cell(own.isEmpty ? .unset : .unknown(.severalIdentities), .text)),
        "remote-endpoint": Cell("address", of: peer).orUnset.asEndpoint,
        "use-ipsec": Cell("yes", .choice),
      ]
      return row(peer, "ipsec", side: "peer", on: [], nil, cells)
    }
  }

  private static func methods(of identities: [Entry]) -> Cell {
    let cells = identities.map { Cell("auth-method", of: $0) }
    if let cause = cells.lazy.compactMap(\.doubt).first { return Cell(.unknown(cause), .set) }
    let methods = Set(cells.flatMap(\.texts)).sorted()
    return Cell(methods.isEmpty ? .unset : .known(methods), .set, at: cells.first?.evidence)
  }
}

extension Cell {
  /// The one host that a peer of IPsec is; one that waits for a network, or for anybody, has none.
  fileprivate var asEndpoint: Cell {
    guard let text, let prefix = IPPrefix(text) else { return unset("") }
    guard prefix.isHost else { return Cell(.unset, .text) }
    return Cell(prefix.network.description, .text, at: evidence)
  }
}

extension Cause {
  fileprivate static let severalIdentities = Cause(
    "the peer has several identities", remedy: "look at /ip ipsec identity by hand")
}
