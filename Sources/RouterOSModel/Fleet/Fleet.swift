import Synchronization

/// Several routers, and who of them faces whom.
public final class Fleet: Sendable {
  /// What stands at the other end of a row.
  public enum FarEnd: Sendable {
    /// The project says that it is not ours.
    case outside
    /// This row of another router.
    case paired(Row)
    /// The address is on a router here, and nothing there answers.
    case unanswered
    /// No export tells.
    case unknown(Cause)
  }

  /// The routers, in the order given.
  public let devices: [Device]
  /// What the project says of them.
  public let facts: FleetFacts
  private let kept: [RouterRows]
  private let shared = KeptValue<SharedNetworks>()
  private let lanRoutes = KeptValue<[[Row]]>()
  private let reuse = KeptValue<[[[String]]]>()
  private let pairing = Mutex<[Row.ID: FoundEnd]?>(nil)

  /// A fleet of these devices. Rows and far ends are worked out when they are first asked for, and may be
  /// asked for by many at once.
  public init(_ devices: [Device], facts: FleetFacts = FleetFacts()) {
    self.devices = devices
    self.facts = facts
    kept = devices.map { _ in RouterRows() }
    for (place, names) in facts.untrusted where devices.indices.contains(place) {
      devices[place].views.untrusted = names
      devices[place].views.forget()
    }
  }

  /// The rows of a view of one device, by its place in the fleet.
  public func rows(_ view: View, of device: Int) -> [Row] {
    if view == .lanRoutes { return lanRoutes.value(lanRows)[device] }
    return kept[device].rows(.view(view)) {
      let reused =
        view == .secrets && devices.count > 1 ? reuse.value { reusedSecrets(of: devices) } : nil
      let found = devices[device].views[view]
      let knownAs = view == .tunnels ? found.first.flatMap { facts.knownAs($0, of: device) } : nil
      let name = SaidCell(column: "device", cell: Cell(devices[device].name))
      let said = [name] + (knownAs.map { [SaidCell(column: "known-as", cell: $0)] } ?? [])
      return found.enumerated().map { index, row in
        var row = row
        row.id = Row.ID(device: device, view: view, index: index)
        row.configuration = devices[device].configuration
        row.said = said
        let facts = facts.cells(of: row, in: view, of: device)
        if !facts.isEmpty { row.said += facts.map { SaidCell(column: $0.key, cell: $0.value) } }
        if let others = reused?[device][index], !others.isEmpty,
          row.cells["reused-by"]?.texts.isEmpty ?? false
        {
          row.said.append(
            SaidCell(column: "reused-by", cell: Cell(.known(others), .list, at: row.place)))
        }
        return row
      }
    }
  }

  /// The entries of a menu of one device as rows, built-in ones included.
  public func rows(ofMenu path: String, of device: Int) -> [Row] {
    kept[device].rows(.menu(path)) { devices[device].rows(ofMenu: path) }
  }

  /// Works out what the others must know of a device, so that who faces whom is soon found; devices may be
  /// prepared at once.
  public func prepareEnds(of device: Int) { _ = ends(of: device) }

  /// Forgets the rows of a device, which are worked out again when they are asked for: a large fleet holds
  /// those of few routers at a time.
  public func forgetRows(of device: Int) {
    kept[device].forget()
    devices[device].views.forget()
  }

  private func ends(of device: Int) -> RouterEnds {
    kept[device].ends.value { RouterEnds(devices[device], conceals: false) }
  }

  /// The networks that the project promises, by router.
  private func lanRows() -> [[Row]] {
    guard facts.sites.contains(where: { !$0.lans.isEmpty }) else { return devices.map { _ in [] } }
    let routes = LANRoutes(self, pairs())
    return devices.enumerated().map { place, device in
      routes.rows(of: place).enumerated().map { index, row in
        var row = row
        row.id = Row.ID(device: place, view: .lanRoutes, index: index)
        row.configuration = device.configuration
        return row
      }
    }
  }

  /// Who faces whom, found within each site, and among the routers that are in none; found by one while
  /// others wait.
  private func ends() -> [Row.ID: FoundEnd] {
    pairing.withLock { known in
      let ends = known ?? findEnds()
      known = ends
      return ends
    }
  }

  private func findEnds() -> [Row.ID: FoundEnd] {
    FarEnds(devices.indices.map(ends(of:)), facts: facts).found
  }

  /// What stands at the other end of a row of a view that has far ends.
  public func farEnd(of row: Row) -> FarEnd {
    guard let id = row.id else { return .unanswered }
    let found = ends()[id]
    if case .paired(let far, _) = found {
      return .paired(rows(far.view, of: far.device)[far.index])
    }
    if isOutside(row) { return .outside }
    if case .unknown(let cause) = found { return .unknown(cause) }
    return .unanswered
  }

  /// The interfaces of routers that face that of a row of the view of addresses, whose networks overlap that
  /// of the row and are no link between them.
  public func alsoAt(_ row: Row) -> Cell {
    shared.value { SharedNetworks(self, pairs()) }.cell(of: row)
  }

  /// The sessions and tunnels that belong together, in the order of their rows.
  private func pairs() -> [(here: Row, far: Row)] {
    let ids = ends().compactMap { id, end in
      end.partner.map { (here: id, far: $0) }
    }
    return ids.sorted {
      ($0.here.device, $0.here.view.rawValue, $0.here.index)
        < ($1.here.device, $1.here.view.rawValue, $1.here.index)
    }.map {
      (
        rows($0.here.view, of: $0.here.device)[$0.here.index],
        rows($0.far.view, of: $0.far.device)[$0.far.index]
      )
    }
  }

  /// Whether the project says of the address that a row faces that it is not ours.
  private func isOutside(_ row: Row) -> Bool {
    guard !facts.others.isEmpty else { return false }
    return ["remote-address", "remote-endpoint"].contains { column in
      row.text(column).flatMap { IPPrefix($0) }.map { address in
        facts.others.contains { $0.holds(address) }
      } ?? false
    }
  }

  /// How the search for the other end of a row went.
  public func far(of row: Row) -> Cell {
    switch farEnd(of: row) {
    case .outside: Cell("outside", .choice)
    case .paired: Cell("paired", .choice)
    case .unanswered: Cell("unanswered", .choice)
    case .unknown(let cause): Cell(.unknown(cause), .choice)
    }
  }

  /// A number that orders the values of a column; of paths the main one comes first.
  public func order(of text: String, _ type: ValueType, _ column: String, _ row: Row) -> Int? {
    guard column == "path", let device = row.id?.device else { return type.order(of: text) }
    return facts.site(of: device)?.paths.firstIndex { $0.name == text }
  }

  /// Names the pair that a row belongs to; the same for both ends.
  public func link(of row: Row) -> Cell {
    switch farEnd(of: row) {
    case .paired(let far):
      let ends = [row, far].compactMap { end in end.id.map { ($0.device, $0.index) } }
      let names = ends.sorted(by: <).map { "\(devices[$0.0].path)#\($0.1)" }
      return Cell(names.joined(separator: " – "))
    case .outside, .unanswered: return Cell(nil)
    case .unknown(let cause): return Cell(.unknown(cause), .text)
    }
  }
}

/// The rows of one router of a fleet, and what the others must know of it, each worked out when it is first
/// asked for.
private final class RouterRows: Sendable {
  /// What rows are found in.
  enum Source: Hashable {
    case menu(String)
    case view(View)
  }

  let ends = KeptValue<RouterEnds>()
  private let known = Mutex<[Source: [Row]]>([:])

  /// The rows of a source; nothing is locked while `work` finds them.
  func rows(_ source: Source, _ work: () -> [Row]) -> [Row] {
    if let rows = known.withLock({ $0[source] }) { return rows }
    let rows = work()
    known.withLock { $0[source] = rows }
    return rows
  }

  func forget() { known.withLock { $0 = [:] } }
}
