extension Repair {
  private static let tunnel = "comment=L2TP connect-to"
  private static let dialled = "set authentication=mschap2"
  private static let account = "name=gk-client profile"
  private static let profile = "name=gk-client-bcp"

  /// What nobody can tell of a tunnel whose far end is not found.
  private static let withoutFarEnd = [
    "xdev-bcp-both-ends", "xdev-endpoint-is-peer", "xdev-l2tp-auth", "xdev-mrru-match", "xdev-mtu",
    "xdev-ppp-pool-overlaps-client-subnet", "xdev-tunnel-subnet",
  ]

  /// What the two ends of the tunnel ask of each other.
  static let ofBothEnds = [
    Repair(
      "MRRU of the server", .server, dialled, "mrru=1600 ", "",
      ["bcp-needs-mrru", "xdev-mrru-match"]),
    Repair("MTU", .client, tunnel, "mrru=1600", "max-mtu=1400 mrru=1600", ["xdev-mtu"]),
    Repair("IPsec of the client", .client, tunnel, "use-ipsec=yes ", "", ["xdev-ipsec-agree"]),
    Repair(
      "IPsec of the server", .server, dialled, " use-ipsec=required", "", ["xdev-ipsec-agree"]),
    Repair("login of the client", .client, tunnel, "allow=mschap2 ", "", []),
    Repair("login of the server", .server, dialled, "authentication=mschap2 ", "", []),
    Repair(
      name: "login of both",
      edits: [
        Edit(.client, tunnel, "allow=mschap2 "),
        Edit(.server, dialled, "authentication=mschap2 "),
      ], fails: ["xdev-l2tp-auth"]),
    Repair(
      "bridge of the client's profile", .client, "name=polsri-bcp", "bridge=bridge1 ", "",
      ["xdev-bcp-both-ends"]),
    Repair(
      "bridge of the server's profile", .server, profile, "bridge=bridge1 ", "",
      ["xdev-bcp-both-ends"]),
    Repair(
      "a network for the tunnel alone", .server, profile, "172.31.255.1", "192.168.1.1",
      ["xdev-ppp-pool-overlaps-client-subnet"]),
    Repair(
      "a network for callers alone", .server, profile, "172.31.255.2", "192.168.1.2",
      ["xdev-ppp-pool-overlaps-client-subnet"]),
    Repair(
      "the server in use", .server, dialled, "enabled=yes ", "", ["xdev-ppp-credentials"]),
    Repair(
      "the account in use", .server, account, "add ", "add disabled=yes ", [],
      unknown: withoutFarEnd),
    Repair(
      "the service of the account", .server, account, "service=l2tp", "service=pppoe",
      ["bcp-needs-mrru"], unknown: withoutFarEnd),
    Repair(
      "a service of the account", .server, account, " service=l2tp", "",
      ["ppp-secret-service-any"]),
    Repair(
      "the user", .client, tunnel, "user=gk-client", "user=gk-clinet", [], unknown: withoutFarEnd),
    Repair(
      "a network at one end", .server, "add address=10.255.0.1/30", "add ",
      "add address=10.71.4.254/24 interface=ether9\nadd ", ["xdev-overlapping-subnets"]),
  ]
}
