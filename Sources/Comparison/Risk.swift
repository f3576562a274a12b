import RouterOSModel

/// What a change can cut: a path through the network, or the one by which the router is managed.
public enum Risk: String, CaseIterable, Sendable {
  case address
  case bgp = "BGP session"
  case bridge = "bridge membership"
  case defaultRoute = "default route"
  case inputChain = "input chain"
  case management = "management service"
  case tunnel
  case vlan = "VLAN membership"
}

extension Change {
  /// What the change can cut, in alphabetical order; empty for one that only concerns a comment.
  public var risks: [Risk] {
    let isRemark = kind == .changed && move == nil && properties.allSatisfy { $0.name == "comment" }
    if isRemark { return [] }
    return Risk.allCases.filter { risk in
      [old, new].contains { entry in entry.map { isExposed($0, to: risk) } ?? false }
    }
  }

  private func isExposed(_ entry: Entry, to risk: Risk) -> Bool {
    switch risk {
    case .address: ["/ip/address", "/ipv6/address", "/ip/dhcp-client"].contains(menu)
    case .bgp: menu.hasPrefix("/routing/bgp/")
    case .bridge: menu == "/interface/bridge" || menu == "/interface/bridge/port"
    case .defaultRoute: menus(ofRoutes: menu) && isDefaultRoute(entry)
    case .inputChain:
      menu.hasSuffix("/firewall/filter") && entry.comparedValue("chain").text == "input"
        || menu.hasSuffix("/firewall/raw")
    case .management: managementMenus.contains(menu)
    case .tunnel: isTunnel(menu)
    case .vlan: menu == "/interface/bridge/vlan" || menu == "/interface/vlan" || filtersVLANs
    }
  }

  private var filtersVLANs: Bool {
    let names: Set<String> = ["frame-types", "ingress-filtering", "pvid", "vlan-filtering"]
    return menu.hasPrefix("/interface/bridge") && properties.contains { names.contains($0.name) }
  }
}

private func menus(ofRoutes menu: String) -> Bool { menu == "/ip/route" || menu == "/ipv6/route" }

private func isDefaultRoute(_ entry: Entry) -> Bool {
  let target = entry.comparedValue("dst-address").text ?? "0.0.0.0/0"
  return target == "0.0.0.0/0" || target == "::/0"
}

private func isTunnel(_ menu: String) -> Bool {
  let branch = menu + "/"
  return tunnelBranches.contains { branch.hasPrefix($0) }
}

private let managementMenus: Set<String> = [
  "/ip/service", "/ip/ssh", "/tool/mac-server", "/tool/mac-server/mac-winbox", "/tool/romon",
  "/user",
]

private let tunnelBranches = tunnelMenus.map { $0 + "/" }

private let tunnelMenus = [
  "/interface/6to4", "/interface/eoip", "/interface/gre", "/interface/gre6", "/interface/ipip",
  "/interface/l2tp-client", "/interface/l2tp-server", "/interface/ovpn-client",
  "/interface/ovpn-server", "/interface/pppoe-client", "/interface/pptp-client",
  "/interface/pptp-server", "/interface/sstp-client", "/interface/sstp-server",
  "/interface/vxlan", "/interface/wireguard", "/ip/ipsec", "/ppp/profile", "/ppp/secret",
]
