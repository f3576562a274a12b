extension ViewDefinition {
  static let bgpSessions = ViewDefinition(
    meaning: "sessions of BGP, whatever the version spells them as",
    columns: [
      ViewColumn("name", .name, "the name of the peer or connection"),
      ViewColumn("local-as", .asNumber, "the autonomous system it shows to the neighbour"),
      ViewColumn("remote-as", .asNumber, "the autonomous system it expects of the neighbour"),
      ViewColumn("local-address", .address, "the address it speaks from, where one is given"),
      ViewColumn("remote-address", .prefix, "the address of the neighbour, or whom it listens to"),
      ViewColumn("vrf", .name, "the routing table it speaks in"),
      .disabled,
    ],
    menus: ["/routing/bgp/connection", "/routing/bgp/peer"],
    sources: ["/ip/route/vrf", "/ip/vrf", "/routing/bgp/instance", "/routing/bgp/template"]
      + addresses.menus,
    hasFarEnd: true,
    rows: { $0.configuration.bgpRows() })
}
