/// How the outer packets of a tunnel travel.
struct TunnelTransport {
  /// What they leave by.
  let way: WayOut
  /// The address they go to; nil when that is not known.
  let endpoint: IPAddress?
  /// The routing table that they are looked up in.
  private let table: String

  init(of tunnel: Row, _ ways: inout WaysOut) {
    let endpoint = OuterEndpoint(of: tunnel)
    table = endpoint.table
    self.endpoint = endpoint.address
    if let doubt = endpoint.doubt {
      way = .unknown(doubt)
    } else {
      way = endpoint.address.map { ways.way(to: $0, in: endpoint.table) } ?? .nowhere
    }
  }

  /// Whether routes hold the packets to one interface: those to a network that is not everywhere, or those
  /// of a VRF.
  var isPinned: Cell {
    if let doubt = way.interface.doubt { return Cell(.unknown(doubt), .boolean) }
    guard let interface = way.interface.text else { return Cell(.unset, .boolean) }
    if interface == "varies" { return Cell(false) }
    let length = way.network.text.flatMap { IPPrefix($0) }?.length ?? 0
    return Cell(length > 0 || table != "main")
  }
}

/// Where the outer packets of a tunnel go.
struct OuterEndpoint {
  /// The address; nil when there is none, or it is not known.
  let address: IPAddress?
  /// The routing table that it is looked up in.
  let table: String
  /// Why the address is not known; nil when it is, or there is none.
  let doubt: Cause?

  /// `connect-to=192.0.2.1@isp2` names the VRF that the packets go out in.
  init(of tunnel: Row) {
    let endpoint = tunnel.cell("remote-endpoint") ?? .none
    let parts = (endpoint.text ?? "").split(separator: "@", maxSplits: 1).map(String.init)
    table = parts.count > 1 ? parts[1] : tunnel.text("vrf") ?? "main"
    address = parts.first.flatMap { IPAddress(withoutPort($0)) }
    let name = endpoint.text.flatMap { tunnel.text("endpoint-is") == "none" ? nil : $0 }
    doubt = endpoint.doubt ?? (address == nil ? name.map(Cause.name) : nil)
  }
}

/// An endpoint without the port that SSTP takes behind an IPv4 address: `192.0.2.1:443`.
func withoutPort(_ endpoint: String) -> String {
  let parts = endpoint.split(separator: ":", omittingEmptySubsequences: false)
  return parts.count == 2 ? String(parts[0]) : endpoint
}

extension Cause {
  fileprivate static func name(_ text: String) -> Cause {
    Cause(
      "only a resolver knows the address of '\(text)'", remedy: "write the endpoint as an address")
  }
}
