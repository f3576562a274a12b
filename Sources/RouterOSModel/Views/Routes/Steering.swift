/// What may send packets of the router itself to another table than that of their VRF: routing rules, and rules
/// of mangle that mark them (MikroTik's manual, "Policy Routing").
struct Steering {
  /// Why packets to some networks may be.
  private var networks = PrefixTable<Cause>()
  /// Why any packets may be; nil when not all may.
  private var doubt: Cause?
  /// Whether the router is given addresses at run time, which may be in any network.
  private let isGivenAddresses: Bool

  init(_ configuration: Configuration, _ own: ConnectedNetworks) {
    doubt = configuration.incompleteness(of: [
      "/ip/firewall/mangle", "/ip/route/rule", "/routing/rule",
    ])
    let hosts = own.ownHosts
    isGivenAddresses = configuration.isGivenAddresses
    for menu in ["/routing/rule", "/ip/route/rule"] {
      for rule in configuration.entries(menu) { note(rule, menu, hosts) }
    }
    let marks = ["/ip/firewall/mangle", "/ipv6/firewall/mangle"].flatMap(configuration.entries)
      .contains { rule in
        rule.value("action").text == "mark-routing" && rule.value("chain").text != "prerouting"
          && rule.value("disabled").text != "yes"
      }
    if marks { doubt = doubt ?? Self.mangle }
  }

  /// Why packets to an address may be; nil when they are not.
  func doubt(of address: IPAddress) -> Cause? {
    doubt ?? networks.values(holding: address).first
  }

  /// A rule that asks for an interface or a mark concerns what comes in, or what mangle marks.
  private mutating func note(_ rule: Entry, _ menu: String, _ hosts: [IPAddress]) {
    guard rule.value("disabled").text != "yes", !rule.hasText("interface"),
      !rule.hasText("routing-mark")
    else { return }
    let source = Cell("src-address", of: rule)
    if let prefix = source.text.flatMap({ IPPrefix($0) }),
      !isGivenAddresses,
      !hosts.hasAny(in: prefix.network...prefix.last)
    {
      return
    }
    let target = Cell("dst-address", of: rule)
    let cause = Cause(
      "a routing rule may send the packets to another table",
      remedy: "compare the rules of \(menu) with the endpoint by hand")
    if target.writtenDoubt == nil, let prefix = target.text.flatMap({ IPPrefix($0) }) {
      networks.update(prefix, from: cause) { _ in }
    } else {
      doubt = doubt ?? cause
    }
  }

  private static let mangle = Cause(
    "a rule of mangle may mark the packets for another table",
    remedy: "compare the rules that mark routing with the endpoint by hand")
}

extension Configuration {
  /// Whether uplinks of the router are given addresses by the other side. That of a tunnel is no source of
  /// outer packets.
  fileprivate var isGivenAddresses: Bool {
    let menus = [
      "/interface/ppp-client", "/interface/pppoe-client", "/ip/dhcp-client", "/ipv6/dhcp-client",
    ]
    return !lteInterfaces().isEmpty
      || menus.contains { menu in
        entries(menu).contains { $0.isWritten && $0.value("disabled").text != "yes" }
      }
  }
}

extension Entry {
  /// Whether a line gives a property a value that is known and not empty.
  fileprivate func hasText(_ property: String) -> Bool {
    value(property).text.map { !$0.isEmpty } ?? false
  }
}
