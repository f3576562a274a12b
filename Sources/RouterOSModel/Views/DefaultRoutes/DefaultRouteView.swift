extension ViewDefinition {
  static let defaultRoutes = ViewDefinition(
    meaning: "routes to everywhere, static ones and those that clients add",
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
      .family, .failsOver,
      ViewColumn("repeats", .boolean, "whether it says again what a row before it says"),
      .disabled,
    ],
    menus: ["/interface/lte", "/ip/dhcp-client", "/ip/route", "/ipv6/dhcp-client", "/ipv6/route"]
      + pppClients.map(\.menu),
    sources: ["/interface/lte/apn", "/ip/route/vrf", "/ip/vrf"],
    rows: { $0.configuration.defaultRouteRows() })
}
