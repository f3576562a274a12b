/// The menus of PPP clients that dial over another path, by kind.
let tunnelClients: [(menu: String, kind: String)] = [
  ("/interface/l2tp-client", "l2tp"), ("/interface/ovpn-client", "ovpn"),
  ("/interface/pptp-client", "pptp"), ("/interface/sstp-client", "sstp"),
]

/// All menus of PPP clients, by kind: each may add a default route.
let pppClients: [(menu: String, kind: String)] =
  tunnelClients + [("/interface/ppp-client", "ppp"), ("/interface/pppoe-client", "pppoe")]

/// The menus of PPP servers, by the service of accounts that dial into them.
let pppServers: [(menu: String, service: String)] = [
  ("/interface/l2tp-server/server", "l2tp"), ("/interface/ovpn-server/server", "ovpn"),
  ("/interface/pptp-server/server", "pptp"), ("/interface/sstp-server/server", "sstp"),
]
