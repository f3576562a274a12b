/// How large the packets inside a tunnel may be, so that the outer ones fit what carries them.
struct TunnelRoom {
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// The largest `max-mtu` that fits; unset for kinds that run over TCP, or have no size of their own.
  ///
  /// What IPsec adds hangs on its ciphers: the room is the least of any when the size in force fits even
  /// that, the most when it does not fit even this, and unknown between the two.
  func cell(of tunnel: Row, _ transport: TunnelTransport) -> Cell {
    guard let kind = tunnel.text("kind"), let header = Self.headers[kind] else {
      return Cell(.unset, .integer)
    }
    let carriers = transport.way.interfaces
    let names = carriers.texts + carriers.certain
    if names.isEmpty { return Cell(carriers.doubt.map { .unknown($0) } ?? .unset, .integer) }
    let sizes = names.map(size)
    let doubt = carriers.doubt ?? sizes.firstIndex(of: nil).map { .noSize(names[$0]) }
    let isLong = kind == "wireguard" && transport.endpoint?.family == .ip6
    let cell = room((sizes.compactMap { $0 }.min() ?? .max) - header - (isLong ? 20 : 0), tunnel)
    guard let doubt, tunnel.fits(cell) else { return cell }
    return Cell(.unknown(doubt), .integer)
  }

  private func room(_ plain: Int, _ tunnel: Row) -> Cell {
    let use = tunnel.cell("use-ipsec") ?? .none
    if use.text == "no" || tunnel.text("kind") == "wireguard" {
      return Cell(String(max(plain, 0)), .integer)
    }
    let least = plain - Self.esp.upperBound
    let most = (use.doubt == nil ? plain - Self.esp.lowerBound : plain)
    guard let size = tunnel.text("max-mtu").flatMap({ Int($0) }) else {
      return Cell(.unknown(use.doubt ?? .ciphers), .integer)
    }
    if size <= least { return Cell(String(max(least, 0)), .integer) }
    if size > most { return Cell(String(max(most, 0)), .integer) }
    return Cell(.unknown(use.doubt ?? .ciphers), .integer)
  }

  /// The largest packet that leaves by an interface; nil when no line and no default tells.
  private func size(of interface: String) -> Int? {
    guard let row = surroundings.interface(interface) else { return nil }
    let property = row.text("type")?.hasSuffix("-client") ?? false ? "max-mtu" : "mtu"
    if row.entry == nil { return row.text("type") == "ethernet" ? 1500 : nil }
    return row.text(property).flatMap { Int($0) } ?? sizeOfBridge(row)
  }

  /// A bridge that is left to find its size takes that of its smallest port (MikroTik's manual, "Bridge").
  private func sizeOfBridge(_ row: Row) -> Int? {
    guard row.text("mtu") == "auto", let ports = row.cell("ports"), ports.doubt == nil else {
      return nil
    }
    var smallest = 1500
    for port in ports.texts {
      guard let port = surroundings.interface(port), let size = port.sizeOfPort else { return nil }
      smallest = min(smallest, size)
    }
    return smallest
  }

  /// What each kind puts before packets, in bytes, the outer IP header included (RFC 2661, 2637, 2784,
  /// 2003; MikroTik's manual, "L2TP", "EoIP", "WireGuard").
  private static let headers = [
    "eoip": 42, "eoipv6": 62, "gre": 24, "gre6": 44, "ipip": 20, "ipipv6": 40, "l2tp": 40,
    "pptp": 40, "wireguard": 60,
  ]

  /// What ESP adds in transport mode: header, initial value, padding, trailer and check, and UDP where
  /// addresses are translated (RFC 4303, 3948).
  private static let esp = 30...73
}

extension Row {
  fileprivate var sizeOfPort: Int? {
    entry == nil ? (text("type") == "ethernet" ? 1500 : nil) : text("mtu").flatMap { Int($0) }
  }

  /// Whether the size in force is known to fit, or may do so.
  fileprivate func fits(_ room: Cell) -> Bool {
    guard let size = text("max-mtu").flatMap({ Int($0) }), let room = room.text.flatMap({ Int($0) })
    else { return true }
    return size <= room
  }
}

extension Cause {
  fileprivate static let ciphers = Cause(
    "what IPsec adds to the packets hangs on the ciphers that both ends agree on",
    remedy: "set max-mtu 73 bytes below what fits without IPsec")

  fileprivate static func noSize(_ interface: String) -> Cause {
    Cause(
      "no line tells how large packets may leave by '\(interface)'",
      remedy: "write the mtu of '\(interface)' as a number")
  }
}
