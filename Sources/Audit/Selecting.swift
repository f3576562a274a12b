import Policy
import RouterOSModel

/// A row that a selection finds, and why it may not be one.
struct Member {
  let row: Row
  /// Nil when the row is certainly selected.
  let doubt: Cause?
}

extension Reader {
  /// The rows of a device that a selection finds, those only possibly found included.
  func select(_ selection: Selection, on device: Int) -> [Member] {
    select(selection, among: rows(of: selection.source, on: device), on: device, outer: nil)
  }

  private func select(
    _ selection: Selection, among rows: [Row], on device: Int, outer: Row?
  ) -> [Member] {
    let alteration = alteration(of: selection.source, on: device)
    return rows.compactMap { row in
      let doubt = row.doubt ?? alteration
      switch judge(selection.conditions, row, outer: outer) ?? .yes {
      case .no: return nil
      case .unknown(let cause): return Member(row: row, doubt: doubt ?? cause)
      case .yes: return Member(row: row, doubt: doubt)
      }
    }
  }

  /// The rows that a selection chooses from.
  func rows(of source: Selection.Source, on device: Int) -> [Row] {
    switch source {
    case .view(let word): View(rawValue: word.text).map { fleet.rows($0, of: device) } ?? []
    case .menu(let word): fleet.rows(ofMenu: menuPath(word.text), of: device)
    }
  }

  /// Why a source may lack rows on a device; nil when it does not.
  func incompleteness(of source: Selection.Source, on device: Int) -> Cause? {
    let configuration = fleet.devices[device].configuration
    if configuration.isWhole { return nil }
    return configuration.incompleteness(of: menus(of: source, on: device))
  }

  /// The menus that the rows of a source are worked out from; addresses, which nearly every router has,
  /// do not count unless there is a row to look into them.
  func menus(of source: Selection.Source, on device: Int) -> [String] {
    switch source {
    case .view(let word):
      guard let view = View(rawValue: word.text) else { return [] }
      let hasRows = !fleet.rows(view, of: device).isEmpty
      return view.menus + view.sources.filter { hasRows || !View.addresses.menus.contains($0) }
    case .menu(let word): return [menuPath(word.text)]
    }
  }

  /// Why the rows of a source may be different from what was read; nil when they are not.
  func alteration(of source: Selection.Source, on device: Int) -> Cause? {
    let configuration = fleet.devices[device].configuration
    if configuration.isWhole { return nil }
    switch source {
    case .view(let word): return View(rawValue: word.text).flatMap(configuration.alteration)
    case .menu(let word): return configuration.alteration(ofMenu: menuPath(word.text))
    }
  }

  /// Whether a selection finds as many as it wants; without a number, at least one.
  ///
  /// `rows` are those to look at; nil for all of the device.
  func finds(
    _ selection: Selection, on device: Int, outer: Row?, among rows: [Row]? = nil
  ) -> Truth {
    let found = select(
      selection, among: rows ?? self.rows(of: selection.source, on: device), on: device,
      outer: outer)
    let certain = found.count { $0.doubt == nil }
    let gap = incompleteness(of: selection.source, on: device)
    let verdict = Counting.verdict(
      selection.howMany ?? .present(true), certain...found.count, isOpen: gap != nil)
    if let verdict { return Truth(verdict) }
    guard let cause = found.lazy.compactMap(\.doubt).first ?? gap else { return .no }
    return .unknown(cause)
  }
}

/// `/ip service` and `/ip/service` are the same menu.
func menuPath(_ text: String) -> String {
  "/" + text.split { $0 == "/" || $0 == " " }.joined(separator: "/")
}
