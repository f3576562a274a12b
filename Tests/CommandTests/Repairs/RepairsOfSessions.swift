extension Repair {
  private static let ends: [(router: Router, name: String)] = [
    (.client, "FO"), (.client, "LTE"), (.server, "FO"), (.server, "LTE"),
  ]

  /// What follows where nothing but BGP looks at the neighbour of a session.
  private static func unwatched(_ router: Router, _ name: String) -> [String] {
    if name == "LTE" { return ["bridge-hides-tunnel-state"] }
    return router == .client ? ["gateway-differs-from-peer"] : []
  }

  /// The sessions, and what both ends ask of them.
  static let ofSessions = ends.flatMap { ofSession($0.router, $0.name) } + ofRouters

  private static func ofSession(_ router: Router, _ name: String) -> [Repair] {
    let line = "add afi=ip comment=\(name) "
    let unwatched = unwatched(router, name)
    let lost = router == .client || name == "FO"
    func undone(_ what: String, _ old: String, _ new: String, _ fails: [String]) -> Repair {
      Repair("\(what) of \(router) \(name)", router, line, old, new, fails)
    }
    let far = router == .client ? "46047" : "64516"
    let filter = router == .client ? "from-\(name.lowercased())" : "from-gk-\(name.lowercased())"
    let prefers = filter == "from-gk-fo" ? ["bgp-path-preference-explicit"] : []
    let out = router == .client ? "to-\(name.lowercased())" : "to-gk"
    let silent = ["bgp-advertises-something", "xdev-lan-reachable-both-ways"]
    return [
      undone("hold time", "hold-time=30s ", "", ["xdev-hold-time"]),
      undone("keepalive", "keepalive-time=10s", "keepalive-time=15s", ["bgp-hold-vs-keepalive"]),
      undone("BFD", " use-bfd=yes", "", ["bgp-bfd", "xdev-bfd"] + unwatched),
      undone("address family", "afi=ip", "afi=ipv6", ["xdev-afi"] + silent),
      undone("in-filter", "input.filter=\(filter) ", "", ["bgp-no-filters"] + prefers),
      undone("out-filter", "output.filter-chain=\(out) .", "output.", ["bgp-no-filters"]),
      undone("networks", " .network=bgp-networks", "", silent),
      undone("AS of the far end", ".as=\(far)", ".as=64999", ["xdev-remote-as"]),
      undone("role", ".role=ebgp", ".role=ibgp", ["xdev-bgp-type"]),
      Repair(
        "use of \(router) \(name)", router, line, "add ", "add disabled=yes ",
        ["xdev-remote-address-symmetry"] + (name == "LTE" ? unwatched : [])
          + (lost ? ["xdev-lan-reachable-both-ways"] : []),
        unknown: lost ? [] : ["xdev-lan-reachable-both-ways"]),
    ]
  }

  private static let clientFibre = "add chain=from-fo "
  private static let clientMobile = "add chain=from-lte "

  private static let ofRouters = [
    Repair(
      "the address of the far end", .server, "add afi=ip comment=FO ", "remote.address=10.1.1.71",
      "remote.address=10.1.1.17", ["xdev-remote-address-symmetry"]),
    Repair(
      name: "one end dials",
      edits: [
        Edit(.client, "add afi=ip comment=FO ", "add ", "add connect=no "),
        Edit(.server, "add afi=ip comment=FO ", "add ", "add connect=no "),
      ], fails: ["xdev-remote-address-symmetry"]),
    Repair(
      name: "the neighbour on the same wire",
      edits: [
        Edit(
          .client, "add address=10.1.1.71/25", "add ", "add address=10.9.9.2/32 interface=lo\nadd "),
        Edit(
          .client, "add afi=ip comment=FO ", "local.address=10.1.1.71", "local.address=10.9.9.2"),
        Edit(.server, "add afi=ip comment=FO ", "10.1.1.71", "10.9.9.2"),
      ], fails: [],
      unknown: ["bgp-bfd", "xdev-bfd", "xdev-bgp-single-hop", "xdev-overlapping-subnets"]),
    Repair(
      "BFD allowed on the client's fibre", .client, "comment=\"fast on the fibre\"", "add ",
      "add disabled=yes ", ["bgp-bfd", "xdev-bfd", "gateway-differs-from-peer"]),
    Repair(
      "BFD allowed on the client's bridge", .client, "comment=\"slower on LTE\"", "add ",
      "add disabled=yes ", ["bgp-bfd", "xdev-bfd", "bridge-hides-tunnel-state"]),
    Repair(
      "BFD allowed on the server's fibre", .server, "add interfaces=sfp1 min", "add ",
      "add disabled=yes ", ["bgp-bfd", "xdev-bfd"]),
    Repair(
      name: "what the server prefers",
      edits: [
        Edit(.server, "add chain=from-gk-fo ", "set bgp-local-pref 200; "),
        Edit(.server, "add chain=from-gk-lte ", "set bgp-local-pref 100; "),
      ], fails: ["bgp-path-preference-explicit"]),
    Repair(
      name: "what the client prefers",
      edits: [
        Edit(.client, "add chain=from-fo ", "set bgp-local-pref 200; "),
        Edit(.client, "add chain=from-lte ", "set bgp-local-pref 100; "),
        Edit(.client, "add chain=to-lte ", "set bgp-path-prepend 2; "),
      ], fails: ["bgp-path-preference-explicit"]),
    Repair(
      "router id of the client", .client, "name=polsri router-id", " router-id=10.1.1.71", "",
      ["bgp-router-id"]),
    Repair(
      "router id of the server", .server, "name=polsri router-id", " router-id=10.1.1.2", "",
      ["bgp-router-id"]),
    Repair(
      "a router id for each", .server, "name=polsri router-id", "=10.1.1.2", "=10.1.1.71",
      ["xdev-bgp-addresses-distinct-routerid"]),
    Repair(
      "AS of the server", .server, "name=polsri router-id", "as=46047", "as=46048",
      ["xdev-remote-as"]),
    Repair(
      "the networks of the client", .client, "add address=10.71.4.0/24 list", "add ",
      "add disabled=yes ", ["bgp-advertises-something", "xdev-lan-reachable-both-ways"]),
    Repair(
      "what the client lets out", .client, "add chain=to-fo ", "accept", "reject",
      ["bgp-advertises-something", "xdev-lan-reachable-both-ways"]),
    Repair(
      "what the server lets in", .server, "add chain=from-gk-fo ", "accept", "reject",
      ["xdev-lan-reachable-both-ways"]),
  ]
}
