import RouterOSSyntax

/// Whether interfaces face people who are trusted, as far as an export shows.
///
/// An interface is *untrusted* when it is in the list `WAN` of MikroTik's default configuration, when source
/// NAT hides what leaves by it, or by a list that it is in, or when a client on it takes a default route
/// from the network there. It is *trusted* when it is in the list `LAN`, and none of that is so. A port
/// of a bridge or bond is what that is. An interface in both lists, with no sign at all, of which only
/// source NAT shows something while it hands out addresses, or which is not in list `WAN` and leads to
/// neighbours of one's own, is unknown. Where all addresses are on one interface, a client of DHCP there does
/// not show where it leads: most are machines inside a network.
struct InterfaceTrust {
  private let lists: InterfaceLists
  private var hidden: Set<String> = []
  private var listsHidden: Set<String> = []
  private var takingRoutes: Set<String> = []
  /// The interfaces that a DHCP server of the router hands out addresses on.
  private var serving: Set<String> = []
  /// The interfaces with neighbours of one's own.
  private let inside: Set<String>
  private var doubt: Cause?
  /// The lists that tell something, and whose members are not known.
  private var doubtful: [String] = []
  /// The untrusted interfaces, where a project names them.
  private let told: Set<String>?

  init(_ lists: InterfaceLists, told: Set<String>? = nil, in configuration: Configuration) {
    self.lists = lists
    self.told = told
    inside = configuration.interfacesOfOwnNetwork(lists)
    var waysOut = WaysOutOfDefaultRoutes(configuration)
    for rule in configuration.entries("/ip/firewall/nat") { note(rule, &waysOut) }
    noteClients(configuration)
    for (menu, _) in pppClients {
      for client in configuration.entries(menu) { note(client, on: client.value("name").text) }
    }
    for server in configuration.entries("/ip/dhcp-server")
    where server.value("disabled").text != "yes" {
      if let interface = server.value("interface").text { serving.insert(interface) }
    }
    takingRoutes.formUnion(configuration.lteInterfaces().map(\.name))
    doubtful = lists.unknownOnes(among: listsHidden.union(["LAN", "WAN"]))
  }

  /// What the export shows of an interface; nil for nothing.
  func own(_ interface: String) -> Cell? {
    if let told { return Cell(told.contains(interface) ? Self.out : "trusted", .choice) }
    let isWAN = lists.holds("WAN", interface)
    let isLAN = lists.holds("LAN", interface)
    if isWAN, isLAN { return Cell(.unknown(Self.both(interface)), .choice) }
    let isHidden =
      hidden.contains(interface) || listsHidden.contains("static")
      || lists.names(of: interface).contains(where: listsHidden.contains)
    let leadsOut = isWAN || takingRoutes.contains(interface)
    if leadsOut || isHidden, !isWAN, inside.contains(interface) {
      return Cell(.unknown(Self.withinOwnNetwork(interface)), .choice)
    }
    if isHidden, !leadsOut, serving.contains(interface) {
      return Cell(.unknown(Self.hiddenFromClients(interface)), .choice)
    }
    if leadsOut || isHidden {
      return Cell(isLAN ? .unknown(Self.both(interface)) : .known([Self.out]), .choice)
    }
    if let cause = doubt ?? lists.doubt(of: doubtful, interface) {
      return Cell(.unknown(cause), .choice)
    }
    return isLAN ? Cell("trusted", .choice) : nil
  }

  /// What is said of an interface that nothing shows anything of.
  static let nothing = Cell(
    .unknown(
      Cause(
        "nothing shows whether those behind the interface are trusted",
        remedy: "put it into interface list WAN or LAN")), .choice)

  private mutating func note(_ rule: Entry, _ waysOut: inout WaysOutOfDefaultRoutes) {
    guard rule.value("chain").text == "srcnat", rule.value("disabled").text != "yes",
      ["masquerade", "src-nat"].contains(rule.value("action").text), !rule.isHairpin
    else { return }
    let interface = Cell("out-interface", of: rule)
    let list = Cell("out-interface-list", of: rule)
    doubt = doubt ?? interface.writtenDoubt ?? list.writtenDoubt
    if let name = interface.text, !name.hasPrefix("!") {
      hidden.insert(name)
    } else if let name = list.text, !name.hasPrefix("!") {
      if name != "all" { listsHidden.insert(name) }
    } else {
      // What the rule leaves open, routes tell.
      hidden.formUnion(
        waysOut.interfaces.filter { way in
          interface.text != "!\(way)"
            && !(list.text.map { lists.holds(String($0.dropFirst()), way) } ?? false)
        })
    }
  }

  private mutating func noteClients(_ configuration: Configuration) {
    let ports = configuration.namedBridgePorts()
    for menu in ["/ip/dhcp-client", "/ipv6/dhcp-client"] {
      for client in configuration.entries(menu) where client.isWritten {
        let interface = client.value("interface").text
        note(client, on: interface.flatMap { ports[$0] == nil ? $0 : nil })
      }
    }
    let addressed = ["/ip/address", "/ipv6/address"].flatMap { configuration.entries($0) }
      .filter { $0.value("disabled").text != "yes" }.compactMap { $0.value("interface").text }
    let all = takingRoutes.union(addressed.map { ports[$0] ?? $0 })
    if all.count == 1, hidden.isEmpty, listsHidden.isEmpty { takingRoutes = [] }
  }

  private mutating func note(_ client: Entry, on interface: String?) {
    guard let interface, client.value("disabled").text != "yes" else { return }
    let adds = Cell("add-default-route", of: client)
    if adds.text.map({ $0 != "no" }) ?? false { takingRoutes.insert(interface) }
  }

  private static let out = "untrusted"

  private static func hiddenFromClients(_ interface: String) -> Cause {
    Cause(
      "source NAT hides what leaves by '\(interface)', and a DHCP server hands out addresses there",
      remedy: "put it into interface list WAN or LAN")
  }

  private static func withinOwnNetwork(_ interface: String) -> Cause {
    Cause(
      "'\(interface)' leads out, and to routers or controllers of one's own, too",
      remedy: "put it into interface list WAN or LAN")
  }

  private static func both(_ interface: String) -> Cause {
    Cause(
      "'\(interface)' is in list LAN, and leads out like one of list WAN",
      remedy: "put it into interface list WAN or LAN, not into both")
  }
}

extension Entry {
  /// Whether a rule of NAT says where it leads: hairpin NAT names the network it leads back to.
  fileprivate var isHairpin: Bool {
    ["dst-address", "dst-address-list"].contains { property in
      argument(of: property).map { !$0.value.hasPrefix("!") && $0.value != "0.0.0.0/0" } ?? false
    }
  }
}
