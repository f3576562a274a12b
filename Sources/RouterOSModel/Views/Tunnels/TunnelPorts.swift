/// The physical ports that the outer packets of tunnels leave by, by the interfaces that are tunnels.
struct TunnelPorts {
  private var tunnels: [String: [Row]] = [:]
  private var ways: WaysOut
  private let surroundings: Surroundings
  private var known: [String: Cell] = [:]

  /// So many tunnels may be sent by each other in a row, and so many peers of one interface are asked.
  private static let most = 16

  init(_ views: RouterViews) {
    surroundings = views.surroundings
    ways = WaysOut(views)
    for tunnel in views[.tunnels] where tunnel.text("disabled") != "yes" {
      for name in OwnInterfaces(of: tunnel).names { tunnels[name, default: []].append(tunnel) }
    }
  }

  /// The port beneath an interface: unset when there is none, or when there are several.
  mutating func port(beneath name: String) -> Cell { port(beneath: name, left: Self.most) }

  private mutating func port(beneath name: String, left: Int) -> Cell {
    if let cell = known[name] { return cell }
    let cell = work(out: name, left)
    known[name] = cell
    return cell
  }

  private mutating func work(out name: String, _ left: Int) -> Cell {
    let row = surroundings.interface(name)
    let own = row?.cell("port") ?? Cell(nil, .interface)
    let isBridge = row?.text("type") == "bridge" && row?.text("ports-are") != "tunnels"
    guard own.text == nil, own.doubt == nil, !isBridge, let tunnels = tunnels[name] else {
      return own
    }
    guard left > 0, tunnels.count <= Self.most else { return Cell(.unknown(.many), .interface) }
    var ports: Set<String> = []
    for tunnel in tunnels {
      let carriers = TunnelTransport(of: tunnel, &ways).way.interfaces
      if let doubt = carriers.doubt { return Cell(.unknown(doubt), .interface) }
      // A tunnel does not carry itself: what remains when that way is gone counts.
      let names = Set(carriers.texts).subtracting(OwnInterfaces(of: tunnel).names)
      for name in names.sorted() {
        let port = port(beneath: name, left: left - 1)
        guard let text = port.text else { return port }
        ports.insert(text)
      }
    }
    return Cell(ports.count == 1 ? ports.first : nil, .interface)
  }
}

extension Cause {
  fileprivate static let many = Cause(
    "too many tunnels are sent by each other, or share an interface",
    remedy: "compare the endpoints of the tunnels with the routes to them by hand")
}
