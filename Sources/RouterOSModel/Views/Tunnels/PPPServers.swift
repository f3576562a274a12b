/// What the servers of PPP do with the accounts that dial into them (MikroTik's manual, "L2TP" and the
/// pages of the other servers).
struct PPPServers {
  private var servers: [String: [Entry]] = [:]
  private var known: [String: [String: Cell]] = [:]

  /// The kinds of servers that are switched on, sorted.
  let kindsInUse: [String]
  /// Why others may be switched on; nil when none is.
  private let doubt: Cause?

  init(_ configuration: Configuration) {
    for (menu, service) in pppServers { servers[service] = configuration.entries(menu) }
    kindsInUse = servers.filter { _, servers in servers.contains(where: \.isServing) }.keys.sorted()
    doubt =
      configuration.incompleteness(of: pppServers.map(\.menu))
      ?? servers.values.joined().lazy.compactMap { Cell("enabled", of: $0).writtenDoubt }.first
  }

  /// The kinds of servers that take accounts for a service now.
  func kinds(taking service: Cell) -> Cell {
    if let cause = service.doubt ?? doubt { return Cell(.unknown(cause), .set) }
    let service = service.text ?? "any"
    let kinds = kindsInUse.filter { service == "any" || service == $0 }
    return Cell(kinds.isEmpty ? .unset : .known(kinds), .set)
  }

  /// A property of the servers that accounts for a service dial into; `others` are its further names.
  mutating func cell(_ names: String..., for service: String, _ type: ValueType) -> Cell {
    if let cell = known[service]?[names[0]] { return cell }
    let cell = work(out: names, service, type)
    known[service, default: [:]][names[0]] = cell
    return cell
  }

  private func work(out names: [String], _ service: String, _ type: ValueType) -> Cell {
    let kinds = service == "any" ? kindsInUse : [service]
    var cells: [Cell] = []
    for kind in kinds {
      for server in servers[kind] ?? [] {
        guard let name = names.first(where: { server.menu.properties[$0] != nil }) else { continue }
        cells.append(Cell(name, of: server).typed(type).given(by: "the \(kind) server"))
      }
    }
    guard let first = cells.first else { return Cell(.unset, type) }
    if let unknown = cells.first(where: { $0.doubt != nil }) { return unknown }
    if cells.allSatisfy({ $0.texts == first.texts }) { return first }
    return Cell(.unknown(.severalServers(names[0])), type)
  }
}

extension Entry {
  /// Whether a server of PPP is switched on; in lists of servers each can be switched off.
  var isServing: Bool {
    let isListed = menu.path == "/interface/ovpn-server/server" && value("name").text != nil
    return isListed ? value("disabled").text != "yes" : value("enabled").text == "yes"
  }
}

extension Cause {
  fileprivate static func severalServers(_ property: String) -> Cause {
    Cause(
      "the account may dial into servers that differ in '\(property)'",
      remedy: "write the service of the account")
  }
}
