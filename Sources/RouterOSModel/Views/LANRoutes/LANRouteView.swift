extension ViewDefinition {
  /// Its rows come from the project; see ``Fleet/rows(_:of:)``.
  static let lanRoutes = ViewDefinition(
    meaning: "networks promised to other routers in jalur.yaml, and how these learn the way back",
    columns: [
      ViewColumn("prefix", .prefix, "the network of this router"),
      ViewColumn("far-device", .text, "the router that has to reach it"),
      ViewColumn("session", .name, "the session of this router that may announce it there"),
      ViewColumn(
        "learned", .choice, "how the other router learns the way over the path",
        words: ["bgp", "nat", "nothing", "static"]),
    ],
    menus: [], sources: View.bgpSessions.menus + View.bgpSessions.sources + ["/ip/firewall/nat"],
    rows: { _ in [] })
}
