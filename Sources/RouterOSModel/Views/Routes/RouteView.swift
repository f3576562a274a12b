extension ViewDefinition {
  static let routes = ViewDefinition(
    meaning: "routes, static ones and those that clients add",
    columns: [
      ViewColumn("dst-address", .prefix, "the network it leads to"),
      ViewColumn("gateway", .set, "the next hops"),
      ViewColumn("distance", .integer, "the lowest wins"),
      ViewColumn("routing-table", .name, "the table it is in"),
      ViewColumn(
        "source", .choice, "what adds it",
        words: ["dhcp-client", "ecmp", "lte", "ppp", "pppoe", "static"]),
      ViewColumn(
        "type", .choice, "what becomes of packets",
        words: ["blackhole", "prohibit", "unicast", "unreachable"]),
      .family,
      ViewColumn(
        "gateway-is", .choice, "what the first next hop is",
        words: ["address", "broadcast", "interface", "network", "none", "own"]),
      ViewColumn(
        "resolves", .choice, "how that is reached",
        words: ["connected", "nothing", "recursive", "scope"]),
      ViewColumn("egress", .interface, "the interface packets leave by"),
      ViewColumn(
        "egress-otherwise", .set,
        "what a next hop that is looked up in other routes would be reached by without that"),
      ViewColumn("egress-type", .choice, "the kind of that", words: InterfaceKind.words),
      ViewColumn("port", .interface, "the physical port that comes down to"),
      ViewColumn(
        "trust", .choice, "whether those behind it are trusted", words: ["trusted", "untrusted"]),
      ViewColumn(
        "check-gateway", .choice, "how the router looks whether the next hop is there",
        words: ["arp", "bfd", "none", "ping"]),
      ViewColumn("scope", .integer, "what may resolve next hops through it"),
      ViewColumn("target-scope", .integer, "the largest scope its next hop is resolved through"),
      ViewColumn(
        "standby", .boolean, "whether another route to the same network takes over from it"),
      ViewColumn(
        "watches", .choice, "what check-gateway or netwatch looks at",
        words: ["beyond-gateway", "gateway"]),
      ViewColumn("watched", .set, "what looks whether its path works"),
      .disabled,
    ],
    menus: ["/interface/lte", "/ip/dhcp-client", "/ip/route", "/ipv6/dhcp-client", "/ipv6/route"]
      + pppClients.map(\.menu),
    sources: ["/interface/lte/apn", "/ip/route/vrf", "/ip/vrf"],
    rows: { $0.routeRows() })
}
