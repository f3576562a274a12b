/// What the catalogue knows of a kind of interface.
struct InterfaceKind: Sendable {
  /// The menu whose entries are interfaces of the kind.
  let menu: String
  /// What the kind is called in the column `type`.
  let type: String
  /// The property that names the interface it is made on; nil for what stands alone.
  let parent: String?

  init(_ menu: String, _ type: String, on parent: String? = nil) {
    self.menu = "/" + menu
    self.type = type
    self.parent = parent
  }

  /// All kinds, in the order their rows are shown.
  static let all: [InterfaceKind] =
    [
      InterfaceKind("interface/ethernet", "ethernet"), InterfaceKind("interface/lte", "lte"),
      InterfaceKind("interface/wireless", "wireless", on: "master-interface"),
      InterfaceKind("interface/wifi", "wifi", on: "master-interface"),
      InterfaceKind("interface/wifiwave2", "wifi", on: "master-interface"),
      InterfaceKind("interface/w60g", "w60g"),
      InterfaceKind("interface/w60g/station", "w60g", on: "parent"),
      InterfaceKind("interface/pwr-line", "pwr-line"),
      InterfaceKind("caps-man/interface", "cap", on: "master-interface"),
      InterfaceKind("interface/bridge", "bridge"), InterfaceKind("interface/bonding", "bonding"),
      InterfaceKind("interface/vlan", "vlan", on: "interface"),
      InterfaceKind("interface/macvlan", "macvlan", on: "interface"),
      InterfaceKind("interface/macsec", "macsec", on: "interface"),
      InterfaceKind("interface/vrrp", "vrrp", on: "interface"),
      InterfaceKind("interface/mesh", "mesh"), InterfaceKind("interface/veth", "veth"),
      InterfaceKind("interface/pppoe-client", "pppoe-client", on: "interface"),
      InterfaceKind("zerotier/interface", "zerotier"),
    ]
    + (tunnelKinds + serverBindings + ["ppp-client", "wireguard"]).map {
      InterfaceKind("interface/\($0)", $0)
    }

  /// The kinds whose packets travel inside others to a far end, however that is reached; as a port of a
  /// bridge they are tunnels.
  static let tunnels = Set(
    tunnelKinds + serverBindings + ["ppp-client", "pppoe-client", "wireguard", "zerotier"])

  /// The kinds that stand for one account that dials in.
  static let bindings = all.filter { serverBindings.contains($0.type) }

  /// The kinds that are ports of the router itself, or radios of it.
  static let ports: Set<String> = [
    "cap", "ethernet", "lte", "ppp-client", "pwr-line", "w60g", "wifi", "wireless",
  ]

  /// The menus that may hold the port or radio that RouterOS gives a name at the factory.
  static func menus(ofFactoryName name: String) -> [String] {
    guard let type = kindOfFactoryName(name) else { return [] }
    return all.filter { $0.type == type }.map(\.menu)
  }

  /// The words of the column `type`.
  static let words = Set(all.map(\.type) + ["loopback"]).sorted()
}

/// The menus of tunnels, each of which has its name as its kind.
private let tunnelKinds = [
  "6to4", "eoip", "eoipv6", "gre", "gre6", "ipip", "ipipv6", "l2tp-client", "l2tp-ether",
  "ovpn-client", "pptp-client", "sstp-client", "vpls", "vxlan",
]

/// The menus of interfaces that stand for one account that dials in.
private let serverBindings = [
  "l2tp-server", "ovpn-server", "ppp-server", "pppoe-server", "pptp-server", "sstp-server",
]

/// The kind of the port or radio that RouterOS gives `name` at the factory; nil when it gives none so.
func kindOfFactoryName(_ name: String) -> String? {
  if name == "lo" { return "loopback" }
  if name.hasPrefix("wlan60-") { return "w60g" }
  let digits = name.utf8.reversed().prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
  let hyphen = UInt8(ascii: "-")
  guard let last = digits.first, let first = digits.last, last != hyphen, first != hyphen else {
    return nil
  }
  return factoryNames[String(name.utf8.prefix(name.utf8.count - digits.count)) ?? ""]
}

private let factoryNames = [
  "combo": "ethernet", "ether": "ethernet", "lte": "lte", "ppp-out": "ppp-client",
  "pwr-line": "pwr-line", "qsfp": "ethernet", "qsfpplus": "ethernet", "sfp": "ethernet",
  "sfp-sfpplus": "ethernet", "sfpplus": "ethernet", "wifi": "wifi", "wlan": "wireless",
]

extension Configuration {
  /// The kind of an interface that has `name` although no line adds it: a port or radio of the router, or
  /// one of an access point that it manages; nil when there is none.
  func kindWithoutLine(_ name: String) -> String? {
    if let kind = kindOfFactoryName(name) { return kind }
    let stem = name.utf8.reversed().drop { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }.reversed()
    guard stem.count < name.utf8.count else { return nil }
    switch String(decoding: stem, as: UTF8.self) {
    case "cap": return manages("/caps-man/manager") ? "cap" : nil
    case "cap-wifi": return manages("/interface/wifi/capsman") ? "wifi" : nil
    case _: return nil
    }
  }

  private func manages(_ menu: String) -> Bool {
    entries(menu).first?.value("enabled").text == "yes"
  }
}
