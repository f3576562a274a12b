/// A server of the router that has a settings menu of its own.
struct Server {
  let menu: String
  let name: String
  /// The property that switches it on, and the values with which it is off.
  let switchedBy: (property: String, off: Set<String>)
  let transport: String
  /// The port, unless a line gives another.
  var port: Int?
  var isManagement = false
  /// The property with the interfaces or interface list it answers on.
  var interfaces: String?
  /// The property with the networks it answers to.
  var address: String?
}

/// All of them but `/ip service`: MikroTik's manual, "Services", has their ports.
let servers: [Server] = [
  Server(
    menu: "/ip/dns", name: "dns", switchedBy: ("allow-remote-requests", ["no"]),
    transport: "tcp-udp",
    port: 53),
  Server(menu: "/ip/nat-pmp", name: "nat-pmp", switchedBy: enabled, transport: "udp", port: 5351),
  Server(
    menu: "/ip/neighbor/discovery-settings", name: "neighbor-discovery",
    switchedBy: ("discover-interface-list", ["none"]), transport: "layer-2",
    interfaces: "discover-interface-list"),
  Server(menu: "/ip/proxy", name: "proxy", switchedBy: enabled, transport: "tcp", port: 8080),
  Server(
    menu: "/ip/smb", name: "smb", switchedBy: ("enabled", ["no"]), transport: "tcp", port: 445,
    interfaces: "interfaces"),
  Server(menu: "/ip/socks", name: "socks", switchedBy: enabled, transport: "tcp", port: 1080),
  Server(menu: "/ip/upnp", name: "upnp", switchedBy: enabled, transport: "udp", port: 1900),
  Server(menu: "/snmp", name: "snmp", switchedBy: enabled, transport: "udp", port: 161),
  Server(
    menu: "/system/ntp/server", name: "ntp", switchedBy: enabled, transport: "udp", port: 123),
  Server(
    menu: "/tool/bandwidth-server", name: "bandwidth-server", switchedBy: enabled,
    transport: "tcp-udp",
    port: 2000, address: "allowed-addresses4"),
  Server(
    menu: "/tool/mac-server", name: "mac-telnet", switchedBy: ("allowed-interface-list", ["none"]),
    transport: "layer-2", isManagement: true, interfaces: "allowed-interface-list"),
  Server(
    menu: "/tool/mac-server/mac-winbox", name: "mac-winbox",
    switchedBy: ("allowed-interface-list", ["none"]), transport: "layer-2", isManagement: true,
    interfaces: "allowed-interface-list"),
  Server(
    menu: "/tool/mac-server/ping", name: "mac-ping", switchedBy: enabled, transport: "layer-2"),
  Server(
    menu: "/tool/romon", name: "romon", switchedBy: enabled, transport: "layer-2",
    isManagement: true),
]

private let enabled: (property: String, off: Set<String>) = ("enabled", ["no"])
