extension ViewDefinition {
  static let addresses = ViewDefinition(
    meaning: "addresses of interfaces, with their networks",
    columns: [
      ViewColumn("address", .interfaceAddress, "the address with its prefix length"),
      ViewColumn("interface", .interface, "the interface it is on"),
      .family,
      ViewColumn("host", .address, "the address alone"),
      ViewColumn("prefix", .prefix, "the connected network"),
      ViewColumn("prefix-length", .integer, "the length of the prefix in bits"),
      ViewColumn("routing-table", .name, "the table its connected route is in"),
      ViewColumn("source", .choice, "where it comes from", words: ["static"]),
      .disabled,
    ],
    menus: ["/ip/address", "/ipv6/address"],
    rows: { $0.configuration.addressRows() })
}
