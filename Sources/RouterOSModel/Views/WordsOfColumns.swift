extension View {
  /// The words that a column of type choice can hold, sorted; nil where anything may stand.
  public func words(of column: String) -> [String]? {
    switch (self, column) {
    case (.addresses, "source"): ["static"]
    case (_, "family"): IPAddress.Family.allCases.map(\.rawValue)
    case (.defaultRoutes, "source"): ["dhcp-client", "ecmp", "lte", "ppp", "pppoe", "static"]
    case (.defaultRoutes, "type"): ["blackhole", "prohibit", "unicast", "unreachable"]
    case (.tunnels, "kind"): ["any", "async", "l2tp", "ovpn", "pppoe", "pptp", "sstp"]
    case (.tunnels, "side"): ["client", "server"]
    case (_, "far"): hasFarEnd ? ["paired", "unanswered"] : nil
    case (.addresses, _), (.bgpSessions, _), (.defaultRoutes, _), (.secrets, _), (.tunnels, _): nil
    }
  }
}

extension Menu {
  /// The words that a property can hold, sorted; nil where anything may stand, or nobody knows.
  public func words(of property: String) -> [String]? { wordsOfProperties["\(path) \(property)"] }
}

/// What MikroTik's manual lists under the property, for properties that rules ask about.
private let wordsOfProperties: [String: [String]] = [
  "/interface/bridge protocol-mode": ["mstp", "none", "rstp", "stp"],
  "/ip/route check-gateway": checksOfGateways,
  "/ip/route type": ["blackhole", "prohibit", "unicast", "unreachable"],
  "/ipv6/route check-gateway": checksOfGateways,
  "/ppp/secret service": ["any", "async", "l2tp", "ovpn", "pppoe", "pptp", "sstp"],
  "/tool/netwatch type": ["dns", "http-get", "https-get", "icmp", "simple", "tcp-conn"],
]

private let checksOfGateways = ["arp", "bfd", "bfd-multihop", "none", "ping"]
