extension Repair {
  private static let main = "comment=\"default via FO\""
  private static let backup = "comment=\"default via LTE\""
  private static let pin = "comment=\"L2TP transport pinned to LTE\""
  private static let hole = "add blackhole"
  private static let watch = "add comment=\"backup path\""

  /// The routes of the client, and what stands beneath them.
  static let ofRoutes = [
    Repair(
      "check-gateway of the main route", .client, main, "check-gateway=ping ", "",
      ["default-route-check-gateway"]),
    Repair("check-gateway of the last route", .client, backup, "check-gateway=ping ", "", []),
    Repair(
      "distance of the backup", .client, backup, "distance=10 ", "",
      [
        "default-route-distance-tie", "check-gateway-beyond-first-hop",
        "default-route-distance-order",
      ]),
    Repair(
      "the backup behind the main route", .client, main, "distance=1 ", "distance=20 ",
      ["check-gateway-beyond-first-hop", "default-route-distance-order"]),
    Repair(
      "the backup in use", .client, backup, "add ", "add disabled=yes ", ["default-route-pair"]),
    Repair("the backup", .client, backup, "add ", "# add ", ["default-route-pair"]),
    Repair(
      "the gateway of the backup", .client, backup, "192.168.1.1", "192.168.2.1", [],
      unknown: [
        "default-route-distance-order", "gateway-on-connected-subnet", "recursive-route-scope",
        "two-paths-distinct",
      ]),
    Repair(
      "the gateway of the backup is another", .client, backup, "192.168.1.1", "192.168.1.168",
      ["gateway-is-own-address"]),
    Repair(
      "the gateway of the main route is an address", .client, main, "gateway=10.1.1.1",
      "gateway=ether1", ["gateway-interface-multiaccess"]),
    Repair(
      "a port for each path", .client, "add address=192.168.1.168/24", "interface=lte1",
      "interface=ether1", ["two-paths-distinct", "tunnel-transport-pinned"]),
    Repair(
      "no default route of the modem", .client, "add add-default-route=no", "route=no",
      "route=yes",
      ["static-address-on-dynamic-interface"]),
    Repair(
      "no default route of the modem is written", .client, "add add-default-route=no",
      "add-default-route=no ", "", [], unknown: ["static-address-on-dynamic-interface"]),
    Repair(
      "netwatch", .client, watch, "add ", "add disabled=yes ", []),
    Repair(
      name: "any netwatch",
      edits: [
        Edit(.client, watch, "add ", "add disabled=yes "),
        Edit(.client, "add comment=\"fibre path\"", "add ", "add disabled=yes "),
      ], fails: ["no-path-monitoring"]),
    Repair(
      name: "the way of the tunnel",
      edits: [
        Edit(.client, pin, "add ", "add disabled=yes "),
        Edit(.client, hole, "add ", "add disabled=yes "),
      ], fails: ["tunnel-transport-pinned"], unknown: ["tunnel-endpoint-recursion"]),
    Repair(
      name: "the way of the tunnel outside itself",
      edits: [
        Edit(.client, pin, "/32 gateway=192.168.1.1", "/24 gateway=10.255.0.1"),
        Edit(.client, hole, "add ", "add disabled=yes "),
      ], fails: [], unknown: ["tunnel-endpoint-recursion", "tunnel-transport-pinned"]),
  ]
}
