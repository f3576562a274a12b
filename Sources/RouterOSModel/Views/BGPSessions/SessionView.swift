extension ViewDefinition {
  static let bgpSessions = ViewDefinition(
    meaning: "sessions of BGP, whatever the version spells them as",
    columns: SessionColumns.ends + SessionColumns.behaviour + [.failsOver, .disabled],
    menus: ["/routing/bgp/connection", "/routing/bgp/peer"],
    sources: ["/ip/route/vrf", "/ip/vrf", "/routing/bgp/instance", "/routing/bgp/template"]
      + addresses.menus,
    hasFarEnd: true,
    rows: { $0.bgpRows() })
}

private enum SessionColumns {
  private static let kinds = ASNumber.Kind.allCases.map(\.rawValue)

  /// Who speaks with whom.
  static let ends = [
    ViewColumn("name", .name, "the name of the peer or connection"),
    ViewColumn("local-as", .asNumber, "the autonomous system it shows to the neighbour"),
    ViewColumn("remote-as", .asNumber, "the autonomous system it expects of the neighbour"),
    ViewColumn("local-address", .address, "the address it speaks from, where one is given"),
    ViewColumn("remote-address", .prefix, "the address of the neighbour, or whom it listens to"),
    ViewColumn("local-as-kind", .choice, "what the local AS may be used for", words: kinds),
    ViewColumn("remote-as-kind", .choice, "what the remote AS may be used for", words: kinds),
    ViewColumn(
      "role", .choice, "what it is to the neighbour, from RouterOS 7",
      words: [
        "ebgp", "ebgp-customer", "ebgp-peer", "ebgp-provider", "ebgp-rs", "ebgp-rs-client",
        "ibgp", "ibgp-rr",
      ]),
    ViewColumn("role-answers", .set, "the roles of a neighbour that fit it"),
    ViewColumn(
      "type", .choice, "by its role, before RouterOS 7 by the AS", words: ["external", "internal"]),
    ViewColumn(
      "type-by-as", .choice, "by the AS of both ends", words: ["external", "internal"]),
    ViewColumn("router-id", .address, "the identifier that is written for it"),
    ViewColumn("vrf", .name, "the routing table it speaks in"),
    ViewColumn("on-link", .boolean, "whether the neighbour is on a connected network"),
    ViewColumn(
      "egress", .text,
      "the interface its packets leave by; varies: it hangs on which routes are up"),
  ]

  /// How it speaks, and what about.
  static let behaviour = [
    ViewColumn("hold-time", .duration, "the silence after which it is given up"),
    ViewColumn("keepalive-time", .duration, "how often it speaks"),
    ViewColumn("hold-multiple", .integer, "the hold time in keepalives, rounded down"),
    ViewColumn("use-bfd", .boolean, "whether BFD watches the neighbour"),
    ViewColumn("bfd-allowed", .boolean, "whether the router speaks BFD with the neighbour"),
    ViewColumn("multihop", .boolean, "whether routers may stand between"),
    ViewColumn("tcp-md5-key", .text, "the secret that signs its packets"),
    ViewColumn("afi", .set, "the address families it speaks of"),
    ViewColumn("in-filter", .name, "the filter of what it learns"),
    ViewColumn("out-filter", .name, "the filter of what it announces"),
    ViewColumn(
      "open-filters", .set, "those of them that let everything pass, since no rule of them is on"),
    ViewColumn(
      "preference", .text,
      "what its filters set that decides between paths; none when that is nothing"),
    ViewColumn(
      "ties-with", .set,
      "the sessions before it with the same AS by other interfaces that are no better or worse"),
    ViewColumn("tie-winner", .name, "which of these the lowest address of a neighbour decides for"),
    ViewColumn("watched", .set, "what looks whether its neighbour answers, and acts when not"),
    ViewColumn("remove-private-as", .boolean, "whether private AS are taken out of paths"),
    ViewColumn("advertises", .set, "the networks it announces of its own"),
  ]
}
