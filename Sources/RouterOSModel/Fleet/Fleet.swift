/// Several routers, and who of them faces whom.
public final class Fleet: Sendable {
  /// What stands at the other end of a row.
  public enum FarEnd: Sendable {
    /// This row of another router.
    case paired(Row)
    /// The address is on a router here, and nothing there answers.
    case unanswered
    /// No export tells.
    case unknown(Cause)
  }

  /// The routers, in the order given.
  public let devices: [Device]
  private let rows: [View: [[Row]]]
  private let farEnds: [Row.ID: FarEnd]

  /// A fleet of these devices. Linear in their rows; of routers that hold the same address 64 are looked at.
  public init(_ devices: [Device]) {
    self.devices = devices
    var rows: [View: [[Row]]] = [:]
    for view in View.allCases {
      rows[view] = devices.enumerated().map { place, device in
        (device.views[view] ?? []).enumerated().map { index, row in
          var row = row
          row.id = Row.ID(device: place, view: view, index: index)
          row.configuration = device.configuration
          row.cells["device"] = Cell(device.name)
          return row
        }
      }
    }
    self.rows = rows
    let owners = AddressOwners(rows[.addresses] ?? [], devices)
    farEnds = SessionPairing(devices, rows[.bgpSessions] ?? [], owners).pair()
      .merging(TunnelPairing(devices, rows[.tunnels] ?? [], owners).pair()) { first, _ in first }
  }

  /// The rows of a view of one device, by its place in the fleet.
  public func rows(_ view: View, of device: Int) -> [Row] { rows[view]?[device] ?? [] }

  /// What stands at the other end of a row of a view that has far ends.
  public func farEnd(of row: Row) -> FarEnd {
    guard let id = row.id, let far = farEnds[id] else { return .unanswered }
    return far
  }

  /// Names the pair that a row belongs to; the same for both ends.
  public func link(of row: Row) -> Cell {
    switch farEnd(of: row) {
    case .paired(let far):
      let ends = [row, far].compactMap { end in end.id.map { ($0.device, $0.index) } }
      let names = ends.sorted(by: <).map { "\(devices[$0.0].path)#\($0.1)" }
      return Cell(names.joined(separator: " – "))
    case .unanswered: return Cell(nil)
    case .unknown(let cause): return Cell(.unknown(cause), .text)
    }
  }
}
