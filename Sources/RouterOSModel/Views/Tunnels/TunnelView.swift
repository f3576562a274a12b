extension ViewDefinition {
  static let tunnels = ViewDefinition(
    meaning:
      "tunnels that are dialled or have a far end written, and accounts that are dialled into",
    columns: TunnelColumns.ends + TunnelColumns.behaviour + [.failsOver, .disabled],
    menus: ["/interface/wireguard/peers", "/ip/ipsec/peer", "/ppp/secret"]
      + tunnelClients.map(\.menu) + plainTunnels.map(\.menu),
    sources: ["/interface/wireguard", "/ppp/profile"] + pppServers.map(\.menu) + addresses.menus,
    hasFarEnd: true,
    rows: { $0.tunnelRows() })
}

private enum TunnelColumns {
  /// What the tunnel is, and what is at its ends.
  static let ends = [
    ViewColumn("name", .name, "the interface, the peer or the account"),
    ViewColumn(
      "kind", .choice, "the protocol",
      words: ["any", "async", "ipsec", "ppp", "pppoe", "wireguard"] + tunnelClients.map(\.kind)
        + plainTunnels.map(\.kind)),
    ViewColumn(
      "side", .choice, "who dials: the client, and peers each other",
      words: ["client", "peer", "server"]),
    ViewColumn("remote-endpoint", .text, "the outer address or name of the far end"),
    ViewColumn(
      "endpoint-is", .choice, "what the endpoint is written as", words: ["address", "name", "none"]),
    ViewColumn(
      "transport", .text,
      "the interface its outer packets leave by; varies: it hangs on which routes are up"),
    ViewColumn("carried-by", .set, "every interface that its outer packets may leave by"),
    ViewColumn("transport-route", .prefix, "the network of the routes that they follow"),
    ViewColumn(
      "pinned", .boolean,
      "whether routes of its own, not those to everywhere, keep them to one interface"),
    ViewColumn(
      "transport-path", .text,
      "the path of the site that carries it; varies: it may be one or another"),
    ViewColumn("user", .text, "the name it is dialled with"),
    ViewColumn("password", .text, "the secret it is dialled with"),
    ViewColumn("service", .choice, "the protocols an account may be dialled by"),
    ViewColumn("dialled-by", .set, "those of servers that are switched on"),
    ViewColumn("profile", .name, "the PPP profile"),
    ViewColumn("bridge", .name, "the bridge it is made a port of"),
    ViewColumn(
      "ports-are", .choice, "what that bridge is made of",
      words: ["ethernet", "mixed", "none", "tunnels"]),
    ViewColumn("inner-address", .set, "the addresses that lines put on it, or on its bridge"),
    ViewColumn("inner-prefix", .set, "the networks of these addresses"),
    ViewColumn("hands-out", .addresses, "the addresses that a caller may be given"),
    ViewColumn("answers-from", .addresses, "the addresses that it shows itself by to a caller"),
    ViewColumn("connected", .set, "the other networks of the router"),
    ViewColumn("known-as", .set, "the addresses that others may dial it by"),
  ]

  /// How it is protected, measured and watched over.
  static let behaviour = [
    ViewColumn(
      "use-ipsec", .choice, "whether IPsec is put beneath it", words: ["no", "required", "yes"]),
    ViewColumn("ipsec-secret", .text, "the secret of that IPsec"),
    ViewColumn(
      "encryption", .choice, "what encrypts it: mppe is not used if the other end has none",
      words: [
        "ipsec", "ipsec-optional", "mppe", "mppe-required", "none", "tls", "wireguard",
      ]),
    ViewColumn("auth", .set, "the ways in which the ends may prove who they are"),
    ViewColumn("mrru", .integer, "the largest packet that is put together of several"),
    ViewColumn("max-mtu", .integer, "the largest packet it sends"),
    ViewColumn("mtu-room", .integer, "the largest max-mtu that fits what carries it"),
    ViewColumn("max-mru", .integer, "the largest packet it takes"),
    ViewColumn("keepalive-timeout", .duration, "the silence after which it is down"),
    ViewColumn("dial-on-demand", .boolean, "whether it is dialled only for packets"),
    ViewColumn(
      "watched", .set, "what looks whether its far end answers, and acts when it does not"),
  ]
}
