import Interpretation
import RouterOSModel

/// Where entries of ordered menus must stand: before the next one of their chain.
extension Plan {
  /// Notes which rows the entries of the ordered menus are that change.
  mutating func prepareOrder(_ changes: [Change]) {
    let placed = changes.filter { $0.kind == .added || $0.move != nil }
    for path in Set(placed.map(\.menu)) {
      let entries = (router.configuration.entries(path), new.entries(path))
      guard entries.1.first?.menu.kind == .orderedList else { continue }
      rows[path] = match(entries.0, entries.1)
    }
    for change in changes where change.kind == .renamed || change.kind == .changed {
      if let place = change.newPlace, rows[change.menu] != nil {
        rows[change.menu]?[place] = change.oldPlace
      }
    }
    for change in placed {
      if let place = change.newPlace { unsettled[change.menu, default: []].insert(place) }
    }
    for path in rows.keys { successors[path] = successors(in: new.entries(path)) }
  }

  /// For each entry the next one of its chain.
  private func successors(in entries: [Entry]) -> [Int?] {
    var next: [String: Int] = [:]
    var found: [Int?] = Array(repeating: nil, count: entries.count)
    for place in entries.indices.reversed() {
      let entry = entries[place]
      let chain = entry.menu.orderWithin.map { entry.comparedValue($0).text ?? "" }
      found[place] = next.updateValue(place, forKey: chain.joined(separator: " "))
    }
    return found
  }

  /// What an entry must stand before: a row, or nothing when it is the last of its chain; nil when that row is
  /// not there yet.
  func anchor(of change: Change) -> Anchor? {
    guard let place = change.newPlace, let next = successors[change.menu]?[place] else {
      return .end
    }
    if unsettled[change.menu]?.contains(next) ?? false { return nil }
    return (rows[change.menu]?[next]).flatMap { $0 }.map { .row($0) }
  }

  /// Notes that an entry stands where it must.
  mutating func settle(_ change: Change) {
    if let place = change.newPlace { unsettled[change.menu]?.remove(place) }
  }

  /// A place in an ordered menu.
  enum Anchor {
    case end
    case row(Int)
  }
}
