extension Row {
  /// What the outer packets of a tunnel leave by; `connect-to=192.0.2.1@isp2` names the VRF the packets go out in.
  func transport(_ ways: inout WaysOut) -> Cell {
    guard let endpoint = cell("remote-endpoint") else { return Cell(.unset, .text) }
    if let doubt = endpoint.doubt { return Cell(.unknown(doubt), .text) }
    guard text("endpoint-is") != "none", let text = endpoint.text else {
      return Cell(.unset, .text)
    }
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    guard let address = parts.first.flatMap({ IPAddress($0) }) else {
      return Cell(.unknown(.name(text)), .text)
    }
    let vrf = parts.count > 1 ? parts[1] : self.text("vrf") ?? "main"
    return ways.way(to: address, in: vrf)
  }
}

extension Cause {
  fileprivate static func name(_ text: String) -> Cause {
    Cause(
      "only a resolver knows the address of '\(text)'", remedy: "write the endpoint as an address")
  }
}
