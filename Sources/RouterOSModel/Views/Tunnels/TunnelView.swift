extension ViewDefinition {
  static let tunnels = ViewDefinition(
    meaning: "tunnels that are dialled, and accounts that are dialled into",
    columns: [
      ViewColumn("name", .name, "the interface, or the account"),
      ViewColumn(
        "kind", .choice, "the protocol",
        words: ["any", "async", "l2tp", "ovpn", "pppoe", "pptp", "sstp"]),
      ViewColumn("side", .choice, "who dials", words: ["client", "server"]),
      ViewColumn("remote-endpoint", .text, "the outer address or name of the far end"),
      ViewColumn("user", .text, "the name it is dialled with"),
      ViewColumn("profile", .name, "the PPP profile"),
      ViewColumn("bridge", .name, "the bridge its profile makes it a port of"),
      ViewColumn("inner-address", .set, "the addresses on it, or on its bridge"),
      ViewColumn("inner-prefix", .set, "the networks of these addresses"),
      .failsOver, .disabled,
    ],
    menus: ["/ppp/secret"] + tunnelClients.map(\.menu),
    sources: ["/ppp/profile"] + pppServers.map(\.menu) + addresses.menus,
    hasFarEnd: true,
    rows: { views in
      views.configuration.tunnelRows(
        failsOver: views.configuration.failsOver(views[.defaultRoutes]))
    })
}
