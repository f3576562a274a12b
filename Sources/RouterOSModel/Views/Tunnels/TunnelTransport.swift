/// How the outer packets of a tunnel travel.
struct TunnelTransport {
  /// What they leave by.
  let way: WayOut
  /// The address they go to; nil when that is not known.
  let endpoint: IPAddress?
  /// The routing table that they are looked up in.
  private let table: String

  /// `connect-to=192.0.2.1@isp2` names the VRF that the packets go out in.
  init(of tunnel: Row, _ ways: inout WaysOut) {
    let endpoint = tunnel.cell("remote-endpoint") ?? .none
    let parts = (endpoint.text ?? "").split(separator: "@", maxSplits: 1).map(String.init)
    table = parts.count > 1 ? parts[1] : tunnel.text("vrf") ?? "main"
    self.endpoint = parts.first.flatMap { IPAddress(withoutPort($0)) }
    if let doubt = endpoint.doubt {
      way = .unknown(doubt)
    } else if let address = self.endpoint {
      way = ways.way(to: address, in: table)
    } else {
      let isName = tunnel.text("endpoint-is") != "none" && endpoint.text != nil
      way = isName ? .unknown(.name(endpoint.text ?? "")) : .nowhere
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
