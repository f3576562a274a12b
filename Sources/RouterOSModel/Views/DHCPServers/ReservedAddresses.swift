/// The addresses of a pool that clients must not get: those of the router itself, of VRRP there and of the
/// gateways they are told, and the first and last of its networks.
struct ReservedAddresses {
  /// Those in the ranges, each with what it is: `192.0.2.1 (router)`.
  let cell: Cell

  init(_ pool: DHCPPool, _ addresses: [Row], _ virtual: [Row], gateways: Cell) {
    var found: [String] = []
    var seen: Set<IPAddress> = []
    func add(_ address: IPAddress?, _ what: String) {
      guard let address, pool.addresses.contains(address), seen.insert(address).inserted else {
        return
      }
      found.append("\(address) (\(what))")
    }
    for row in addresses {
      add(row.text("host").flatMap { IPAddress($0) }, "router")
      guard let prefix = row.text("prefix").flatMap({ IPPrefix($0) }), prefix.length < 31 else {
        continue
      }
      add(prefix.network, "network")
      add(prefix.last, "broadcast")
    }
    for row in virtual { add(row.text("host").flatMap { IPAddress($0) }, "VRRP") }
    for text in gateways.texts where text != "0.0.0.0" { add(IPAddress(text), "gateway") }
    let doubt = pool.doubt ?? addresses.lazy.compactMap { $0.cell("host")?.doubt }.first
    if let doubt, found.isEmpty {
      cell = Cell(.unknown(doubt), .set)
    } else {
      cell = Cell(found.isEmpty ? .unset : .known(found), .set)
    }
  }
}
