/// What a route names as its next hop: an address, an interface, or an address on an interface; and
/// behind `@`, the table it is looked up in.
struct Gateway {
  /// The address; nil when only an interface is named.
  let address: IPAddress?
  /// The interface; nil when only an address is named.
  let interface: String?
  /// The table; nil when none is named.
  let table: String?

  /// Reads `192.0.2.1`, `ether1`, `192.0.2.1%ether1`, `192.0.2.1@main`; nil when there is nothing.
  init?(_ text: String) {
    let tables = text.split(separator: "@", maxSplits: 1)
    let parts = (tables.first ?? "").split(separator: "%", maxSplits: 1)
    guard let first = parts.first else { return nil }
    table = tables.count > 1 ? String(tables[1]) : nil
    address = IPAddress(first)
    interface = parts.count > 1 ? String(parts[1]) : address == nil ? String(first) : nil
  }
}
