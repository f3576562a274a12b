extension ViewDefinition {
  static let interfaces = ViewDefinition(
    meaning: "interfaces of all kinds, with what they are made of",
    columns: [
      ViewColumn("name", .name, "what other lines call it"),
      ViewColumn("type", .choice, "its kind", words: InterfaceKind.words),
      ViewColumn("parent", .interface, "the interface it is made on"),
      ViewColumn("slave-of", .interface, "the bridge or bond it is a port of"),
      ViewColumn("port", .interface, "the one physical port it comes down to"),
      ViewColumn("ports", .set, "the interfaces that are ports of it"),
      ViewColumn(
        "ports-are", .choice, "what a bridge or bond is made of",
        words: ["ethernet", "mixed", "none", "tunnels"]),
      ViewColumn("lists", .set, "the interface lists it is in, but for the built-in ones"),
      ViewColumn(
        "trust", .choice, "whether those behind it are trusted", words: ["trusted", "untrusted"]),
      ViewColumn("addresses", .set, "its addresses that are in use"),
      ViewColumn("parent-address", .set, "the addresses of the interface it is made on"),
      ViewColumn(
        "new-input", .choice, "what meets who from there asks the router itself, over IPv4",
        words: PacketVerdict.words),
      ViewColumn("new-input-ip6", .choice, "the same over IPv6", words: PacketVerdict.words),
      ViewColumn(
        "new-forward", .choice, "what meets who from there asks a network behind the router",
        words: PacketVerdict.words),
      ViewColumn("new-forward-ip6", .choice, "the same over IPv6", words: PacketVerdict.words),
      ViewColumn(
        "answers-input", .choice, "what the answers meet that the router itself asked for there",
        words: PacketVerdict.words),
      .failsOver,
      .disabled,
    ],
    menus: InterfaceKind.all.map(\.menu),
    sources: [
      "/interface/bridge/port", "/interface/detect-internet", "/interface/list",
      "/interface/list/member", "/interface/lte/apn", "/ip/dhcp-client", "/ip/dhcp-server",
      "/ip/firewall/nat",
      "/ipv6/dhcp-client", "/ppp/profile", "/ppp/secret",
    ] + pppServers.map(\.menu) + addresses.menus + routes.menus,
    rows: { $0.interfaceRows() })
}
