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
  private let known = Mutex<[View: [[Row]]]>([:])
  private let pairing = Mutex<[Row.ID: FoundEnd]?>(nil)

  /// A fleet of these devices. Rows and far ends are worked out when they are first asked for.
  public init(_ devices: [Device], facts: FleetFacts = FleetFacts()) {
    self.devices = devices
    self.facts = facts
  }

  /// The rows of a view of one device, by its place in the fleet.
  public func rows(_ view: View, of device: Int) -> [Row] { rows(view)[device] }

  /// The rows of a view, by device.
  private func rows(_ view: View) -> [[Row]] {
    if let rows = known.withLock({ $0[view] }) { return rows }
    let reused = view == .secrets && devices.count > 1 ? reusedSecrets(of: devices) : nil
    let rows = devices.enumerated().map { place, device in
      device.views[view].enumerated().map { index, row in
        var row = row
        row.id = Row.ID(device: place, view: view, index: index)
        row.configuration = device.configuration
        row.cells["device"] = Cell(device.name)
        row.cells.merge(facts.cells(of: row, in: view, of: place)) { $1 }
        if let reused, row.cells["reused-by"]?.texts.isEmpty ?? false, !reused[place][index].isEmpty
        {
          row.cells["reused-by"] = Cell(.known(reused[place][index]), .list, at: row.place)
        }
        return row
      }
    }
    known.withLock { $0[view] = rows }
    return rows
  }

  /// Who faces whom, found within each site, and among the routers that are in none.
  private func ends() -> [Row.ID: FoundEnd] {
    if let ends = pairing.withLock({ $0 }) { return ends }
    let routers = devices.map { RouterEnds($0, conceals: false) }
    let groups = Dictionary(grouping: devices.indices) { facts.site(of: $0)?.name }
    var ends: [Row.ID: FoundEnd] = [:]
    for places in groups.values {
      for (id, end) in FarEnds(places.map { routers[$0] }).found {
        ends[id.renumbered(places)] = end.renumbered(places)
      }
    }
    let found = ends
    pairing.withLock { $0 = found }
    return found
  }

  /// What stands at the other end of a row of a view that has far ends.
  public func farEnd(of row: Row) -> FarEnd {
    guard let id = row.id else { return .unanswered }
    let found = ends()[id]
    if case .paired(let far, _) = found { return .paired(rows(far.view)[far.device][far.index]) }
    if isOutside(row) { return .outside }
    if case .unknown(let cause) = found { return .unknown(cause) }
    return .unanswered
  }

  /// Whether the project says of the address that a row faces that it is not ours.
  private func isOutside(_ row: Row) -> Bool {
    guard !facts.others.isEmpty else { return false }
    return ["remote-address", "remote-endpoint"].contains { column in
      row.text(column).flatMap { IPPrefix($0) }.map { address in
        facts.others.contains { $0.length <= address.length && $0.contains(address.network) }
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
