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
  /// The words that a property can hold, sorted; nil where others may stand, or nobody knows.
  public func words(of property: String) -> [String]? {
    guard let property = properties[property], property.type == .choice,
      !property.takesOtherWords, !property.allowedWords.isEmpty
    else { return nil }
    return property.allowedWords.sorted()
  }
}
