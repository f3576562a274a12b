/// What a tunnel sends on the way to its far end, as policies of IPsec see it.
struct OuterPackets {
  let kind: String
  /// The far end; unset where it may be anybody.
  let endpoint: Cell
  /// The address that a line gives them to be sent from; unset where the router chooses one.
  let source: Cell

  /// The address of the far end; nil when it is a name, or not known.
  var destination: IPAddress? {
    endpoint.doubt == nil
      ? endpoint.text.flatMap { IPAddress(withoutPort(String($0.prefix { $0 != "@" }))) } : nil
  }

  /// Whether they are frames of a link rather than packets of IP, which no policy sees.
  var areFrames: Bool { ["async", "ppp", "pppoe"].contains(kind) }

  /// Whether what the tunnel carries is in packets of a protocol, and those of the ports, too.
  func areSent(by transport: String, from ports: [String]) -> Bool {
    if transport == "all" || transport == "255" { return true }
    switch kind {
    case "l2tp":
      return ["17", "udp"].contains(transport) && ports.allSatisfy { ["1701", "any"].contains($0) }
    case "eoip", "eoipv6", "gre", "gre6", "pptp": return ["47", "gre"].contains(transport)
    case "ipip": return ["4", "ip-encap", "ipencap", "ipip"].contains(transport)
    case "ipipv6": return ["41", "ipv6", "ipv6-encap"].contains(transport)
    case _: return true
    }
  }
}
