import Policy
import RouterOSModel

/// A row that a selection finds, and why it may not be one.
struct Member: Sendable {
  let row: Row
  /// Nil when the row is certainly selected.
  let doubt: Cause?
  /// Its place among the rows that the selection chose from.
  let place: Int
}

extension Reader {
  /// The rows of a device that a selection finds, those only possibly found included.
  func select(_ selection: Selection, on device: Int) -> [Member] {
    ready(selection, on: device).members()
  }

  /// Whether a selection finds as many as it wants on a device.
  func finds(_ selection: Selection, on device: Int) -> Truth {
    ready(selection, on: device).finds(outer: nil)
  }

  /// A selection that may be asked for one entry outside after another.
  func ready(_ selection: Selection, on device: Int) -> ReadySelection {
    ReadySelection(selection, in: table(of: selection.source, on: device), self)
  }

  /// The rows that a selection chooses from, with what was found out of them already.
  func table(of source: Selection.Source, on device: Int) -> RowTable {
    let make = { RowTable(source, on: device, of: fleet) }
    return tables?.table(of: source, on: device, make) ?? make()
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
}

/// `/ip service` and `/ip/service` are the same menu.
func menuPath(_ text: String) -> String {
  "/" + text.split { $0 == "/" || $0 == " " }.joined(separator: "/")
}
