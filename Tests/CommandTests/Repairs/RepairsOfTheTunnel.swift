extension Repair {
  private static let tunnel = "comment=L2TP connect-to"
  private static let address = "add address=10.255.0.2/30"
  private static let profile = "name=polsri-bcp"
  private static let clientBridge = "4A:00:00:00:00:02"
  private static let serverBridge = "4A:00:00:00:00:01"

  /// What follows from an address of the tunnel that is not there.
  private static let withoutAddress = [
    "bgp-bfd", "xdev-bfd", "xdev-bgp-single-hop", "xdev-remote-address-symmetry",
  ]

  /// The tunnel of the client, its bridge, and that of the server.
  static let ofTheTunnel = [
    Repair(
      "MAC address of the client's bridge", .client, clientBridge,
      "admin-mac=4A:00:00:00:00:02 auto-mac=no ", "", ["bcp-bridge-admin-mac"]),
    Repair(
      "MAC address of the client's bridge in use", .client, clientBridge, "auto-mac=no ", "",
      ["bcp-bridge-admin-mac"]),
    Repair(
      "MAC address of the server's bridge", .server, serverBridge,
      "admin-mac=4A:00:00:00:00:01 auto-mac=no ", "", ["bcp-bridge-admin-mac"]),
    Repair(
      "protocol of the client's bridge", .client, clientBridge, " protocol-mode=none", "",
      ["bcp-bridge-stp"]),
    Repair(
      "protocol of the server's bridge", .server, serverBridge, " protocol-mode=none", "",
      ["bcp-bridge-stp"]),
    Repair(
      "the client's bridge in use", .client, clientBridge, "add ", "add disabled=yes ",
      ["bcp-bridge-exists"], unknown: ["xdev-remote-address-symmetry"]),
    Repair(
      "the bridge that the profile names", .client, profile, "bridge=bridge1", "bridge=brigde1",
      ["bcp-bridge-exists"]),
    Repair(
      "MRRU of the client", .client, tunnel, "mrru=1600 ", "",
      ["bcp-needs-mrru", "xdev-mrru-match"]),
    Repair(
      "keepalive of the tunnel", .client, tunnel, "keepalive-timeout=10 ", "", ["l2tp-keepalive"]),
    Repair(
      "no dial on demand", .client, tunnel, "add ", "add dial-on-demand=yes ",
      ["l2tp-dial-on-demand"]),
    Repair(
      "the endpoint", .client, tunnel, "203.0.113.240", "203.0.113.24",
      ["xdev-endpoint-is-peer", "tunnel-transport-pinned"], unknown: ["tunnel-endpoint-recursion"]),
    Repair(
      "the client's address", .client, address, "add ", "# add ",
      ["static-address-on-tunnel-bridge"], unknown: withoutAddress),
    Repair(
      "the client's address in use", .client, address, "add ", "add disabled=yes ",
      ["static-address-on-tunnel-bridge"], unknown: withoutAddress),
    Repair(
      "the subnet of the client's address", .client, address, "10.255.0.2", "10.255.0.6",
      ["xdev-tunnel-subnet", "bridge-hides-tunnel-state"], unknown: withoutAddress),
    Repair(
      "an address of the client's own", .client, address, "10.255.0.2", "10.255.0.1",
      ["xdev-tunnel-subnet", "bridge-hides-tunnel-state", "xdev-remote-address-symmetry"]),
    Repair(
      "the server's address", .server, "add address=10.255.0.1/30", "add ", "# add ",
      ["static-address-on-tunnel-bridge", "xdev-remote-address-symmetry"],
      unknown: ["bgp-bfd", "xdev-bfd", "xdev-bgp-single-hop"]),
  ]
}
