import Synchronization

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
  private let known = Mutex<[View: [[Row]]]>([:])
  private let pairing = Mutex<FarEnds?>(nil)

  /// A fleet of these devices. Rows and far ends are worked out when they are first asked for.
  public init(_ devices: [Device]) { self.devices = devices }

  /// The rows of a view of one device, by its place in the fleet.
  public func rows(_ view: View, of device: Int) -> [Row] { rows(view)[device] }

  /// The rows of a view, by device.
  private func rows(_ view: View) -> [[Row]] {
    if let rows = known.withLock({ $0[view] }) { return rows }
    let rows = devices.enumerated().map { place, device in
      device.views[view].enumerated().map { index, row in
        var row = row
        row.id = Row.ID(device: place, view: view, index: index)
        row.configuration = device.configuration
        row.cells["device"] = Cell(device.name)
        return row
      }
    }
    known.withLock { $0[view] = rows }
    return rows
  }

  private func pairs() -> FarEnds {
    if let pairs = pairing.withLock({ $0 }) { return pairs }
    let pairs = FarEnds(devices.map { RouterEnds($0, conceals: false) })
    pairing.withLock { $0 = pairs }
    return pairs
  }

  /// What stands at the other end of a row of a view that has far ends.
  public func farEnd(of row: Row) -> FarEnd {
    guard let id = row.id else { return .unanswered }
    switch pairs().found[id] {
    case .paired(let far, _): return .paired(rows(far.view)[far.device][far.index])
    case .unknown(let cause): return .unknown(cause)
    case .unanswered, nil: return .unanswered
    }
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
