extension ViewDefinition {
  static let services = ViewDefinition(
    meaning: "what the router answers on: its services, servers and proxies",
    columns: [
      ViewColumn("name", .name, "the service"),
      ViewColumn("enabled", .boolean, "whether it answers"),
      ViewColumn("management", .boolean, "whether the router is configured through it"),
      ViewColumn("encrypted", .boolean, "whether what passes cannot be read on the way"),
      ViewColumn(
        "protocol", .choice, "what it is reached over", words: ["layer-2", "tcp", "tcp-udp", "udp"]),
      ViewColumn("port", .integer, "the port"),
      ViewColumn("address", .addresses, "the networks it answers to; none for all"),
      ViewColumn("interfaces", .text, "the interfaces or interface list it answers on"),
      ViewColumn("answers-on", .set, "the interfaces it answers on, of those bound to interfaces"),
      ViewColumn(
        "from-untrusted", .choice, "what the firewall does with strangers who ask for it",
        words: PacketVerdict.words),
      ViewColumn("certificate", .text, "the certificate it shows"),
      ViewColumn("tls-version", .choice, "the least version of TLS", words: ["any", "only-1.2"]),
      ViewColumn("vrf", .name, "the VRF it listens in"),
    ],
    menus: ["/ip/service"] + servers.map(\.menu),
    sources: ["/interface", "/interface/list", "/interface/list/member", "/tool/romon/port"],
    rows: { $0.servicesOnInterfaces() })
}
