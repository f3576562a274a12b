extension ViewDefinition {
  static let dhcpServers = ViewDefinition(
    meaning: "servers of DHCP with their networks and what they hand out",
    columns: [
      ViewColumn("name", .name, "the server"),
      ViewColumn("interface", .interface, "the interface it listens on"),
      ViewColumn(
        "slave-of", .name, "the bridge or bond its interface is a port of, where it hears nothing"),
      ViewColumn("prefix", .set, "the networks of the addresses on its interface"),
      ViewColumn("address-pool", .name, "the pool it takes addresses from"),
      ViewColumn("ranges", .set, "the ranges of its pool, those of further pools, too"),
      ViewColumn("network", .prefix, "the network whose settings its clients get"),
      ViewColumn("gateway", .list, "the routers its clients are told"),
      ViewColumn("dns-server", .list, "the resolvers its clients are told"),
      ViewColumn(
        "reserved", .set, "addresses of its ranges that are in use otherwise, and by whom"),
      ViewColumn("lease-time", .duration, "how long an address is lent"),
      ViewColumn("relay", .address, "the relay whose requests it answers"),
      .disabled,
    ],
    menus: ["/ip/dhcp-server"],
    sources: [
      "/interface/bonding", "/interface/bridge/port", "/interface/vrrp", "/ip/address",
      "/ip/dhcp-server/network", "/ip/pool",
    ],
    rows: { views in DHCPServerRows(views).rows })
}
