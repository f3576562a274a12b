/// The menus of tunnels whose both ends are written into both routers, by kind.
let plainTunnels: [(menu: String, kind: String)] = [
  ("/interface/eoip", "eoip"), ("/interface/eoipv6", "eoipv6"), ("/interface/gre", "gre"),
  ("/interface/gre6", "gre6"), ("/interface/ipip", "ipip"), ("/interface/ipipv6", "ipipv6"),
]

extension TunnelContext {
  /// A tunnel of GRE, EoIP or IPIP.
  mutating func row(ofPlain entry: Entry, _ kind: String) -> Row {
    let name = entry.value("name").text ?? kind
    let secret = Cell("ipsec-secret", of: entry)
    let endpoint = Cell("remote-address", of: entry).orUnset.unset("", "0.0.0.0", "::")
    let bridge = kind.hasPrefix("eoip") ? bridges.bridge(ofPort: name) : Cell(.unset, .name)
    let interfaces = [bridge.text, bridge.text == name ? nil : name].compactMap { $0 }
    return row(
      entry, kind, side: "peer", on: interfaces, bridge.doubt,
      [
        "bridge": bridge,
        "encryption": policies.encryption(
          encryption(by: secret),
          of: OuterPackets(
            kind: kind, endpoint: endpoint,
            source: Cell("local-address", of: entry).orUnset.unset("", "0.0.0.0", "::"))),
        "ipsec-secret": secret.orUnwritten.asSecret, "keepalive-timeout": silence(of: entry),
        "max-mtu": Cell("mtu", of: entry),
        "remote-endpoint": endpoint,
        "use-ipsec": useIPsec(by: secret),
      ])
  }

  private func useIPsec(by secret: Cell) -> Cell {
    if secret.isStated, secret.doubt == nil {
      return Cell(secret.text == nil ? "no" : "yes", .choice, at: secret.evidence)
    }
    if let cause = secret.unwrittenSecretDoubt { return Cell(.unknown(cause), .choice) }
    return Cell("no", .choice)
  }

  private func encryption(by secret: Cell) -> Cell {
    let use = useIPsec(by: secret)
    if let cause = use.doubt { return Cell(.unknown(cause), .choice) }
    if use.isYes { return Cell("ipsec", .choice, at: use.evidence) }
    return Cell("none", .choice)
  }

  /// `keepalive=10s,10`: so many intervals without an answer, and the tunnel is down.
  private func silence(of entry: Entry) -> Cell {
    let written = Cell("keepalive", of: entry)
    guard let text = written.text else { return written.typed(.duration) }
    let parts = text.split(separator: ",").map(String.init)
    guard let interval = parts.first.flatMap({ DurationValue($0) }), (1...2).contains(parts.count),
      let times = Int(parts.count == 2 ? parts[1] : "10"), 1...1000 ~= times
    else { return Cell(.unset, .duration) }
    let seconds = Double(interval.nanoseconds) / 1e9 * Double(times)
    let sum = ValueType.duration.canonical("\(seconds)")
    return Cell(.known([sum]), .duration, at: written.evidence, isDefault: written.isDefault)
  }
}

extension Cell {
  /// Why a secret may be there that no line writes; nil when it is known to be there or not.
  fileprivate var unwrittenSecretDoubt: Cause? {
    guard let doubt else { return nil }
    return isStated || doubt == .hiddenSecrets ? doubt : nil
  }

  /// A secret that is nowhere written, in an export that shows secrets, is none.
  fileprivate var orUnwritten: Cell {
    doubt != nil && unwrittenSecretDoubt == nil ? Cell(.unset, type) : self
  }
}
