extension ViewDefinition {
  static let addresses = ViewDefinition(
    meaning: "addresses of interfaces, with their networks",
    columns: [
      ViewColumn("address", .interfaceAddress, "the address with its prefix length"),
      ViewColumn("interface", .interface, "the interface it is on"),
      ViewColumn("interface-type", .choice, "the kind of that", words: InterfaceKind.words),
      .family,
      ViewColumn("host", .address, "the address alone"),
      ViewColumn("prefix", .prefix, "the connected network"),
      ViewColumn("prefix-length", .integer, "the length of the prefix in bits"),
      ViewColumn(
        "host-part", .choice, "what its host bits are: of one that stands alone, single",
        words: ["broadcast", "host", "network", "single"]),
      ViewColumn("network", .address, "the network that is written or worked out"),
      ViewColumn("network-expected", .address, "the network that address and length make"),
      ViewColumn("routing-table", .name, "the table its connected route is in"),
      ViewColumn("source", .choice, "where it comes from", words: ["static"]),
      ViewColumn("in-use", .boolean, "whether neither it nor its interface is switched off"),
      ViewColumn(
        "also-at", .set, "interfaces of routers that face this one, whose networks overlap its own"),
      .disabled,
    ],
    menus: ["/ip/address", "/ipv6/address"],
    sources: InterfaceKind.all.map(\.menu),
    rows: { $0.addressRows() })
}
