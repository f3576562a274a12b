/// The interfaces that a tunnel is: its own, and the bridge that it is a port of.
struct OwnInterfaces {
  /// In order, without repeats.
  let names: [String]
  /// Why it may be a port of another bridge; nil when it is not.
  let doubt: Cause?

  /// An account and a peer of IPsec have no interface that a line names.
  init(of tunnel: Row) {
    let kind = tunnel.text("kind")
    let hasInterface = tunnel.text("side") != "server" && kind != "ipsec"
    let own = hasInterface ? tunnel.text(kind == "wireguard" ? "interface" : "name") : nil
    let bridge = tunnel.cell("bridge") ?? .none
    names = Set([own, bridge.text].compactMap { $0 }).sorted()
    doubt = bridge.doubt
  }
}

extension Row {
  /// Whether a tunnel is the uplink itself: a modem, or a login by PPPoE.
  var isUplink: Bool { ["ppp", "pppoe"].contains(text("kind")) }
}
