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
  func select(_ selection: Selection, on device: Int, outer: Row? = nil) -> [Member] {
    rows(of: selection.source, on: device).compactMap { row in
      switch judge(selection.conditions, row, outer: outer) ?? .yes {
      case .no: nil
      case .unknown(let cause): Member(row: row, doubt: row.doubt ?? cause)
      case .yes: Member(row: row, doubt: row.doubt)
      }
    }
  }

  private func rows(of source: Selection.Source, on device: Int) -> [Row] {
    switch source {
    case .view(let word): View(rawValue: word.text).map { fleet.rows($0, of: device) } ?? []
    case .menu(let word): fleet.devices[device].rows(ofMenu: menuPath(word.text))
    }
  }

  /// Why a source may lack rows on a device; nil when it does not.
  func incompleteness(of source: Selection.Source, on device: Int) -> Cause? {
    let menus: [String]
    switch source {
    case .view(let word): menus = View(rawValue: word.text)?.menus ?? []
    case .menu(let word): menus = [menuPath(word.text)]
    }
    let configuration = fleet.devices[device].configuration
    guard let menu = menus.first(where: configuration.mayBeIncomplete) else { return nil }
    return Cause(
      "a statement that concerns '\(menu)' could not be read or followed",
      remedy: "mend it, or export the router again")
  }

  /// Whether a selection finds as many as it wants.
  func finds(_ selection: Selection, on device: Int, outer: Row?) -> Truth {
    let found = select(selection, on: device, outer: outer)
    let certain = found.count { $0.doubt == nil }
    let least = meets(selection.howMany, certain)
    let most = meets(selection.howMany, found.count)
    let gap = incompleteness(of: selection.source, on: device)
    if least != most, let doubt = found.compactMap(\.doubt).first { return .unknown(doubt) }
    if let gap, selection.howMany != nil || !least { return .unknown(gap) }
    return Truth(least)
  }

  /// Whether a number meets a condition; without one it must be at least 1.
  func meets(_ condition: Condition?, _ count: Int) -> Bool {
    guard let condition else { return count > 0 }
    return Counting.meets(condition, count)
  }
}

/// Conditions on a number of entries.
enum Counting {
  static func meets(_ condition: Condition, _ count: Int) -> Bool {
    switch condition {
    case .all(let conditions): conditions.allSatisfy { meets($0, count) }
    case .atLeast(let operand): number(operand).map { count >= $0 } ?? false
    case .atMost(let operand): number(operand).map { count <= $0 } ?? false
    case .equals(let operands): operands.contains { number($0) == count }
    case .not(let inner): !meets(inner, count)
    case .present(let wanted): (count > 0) == wanted
    }
  }

  /// The number an operand writes; nil when it is none.
  static func number(_ operand: Operand) -> Int? {
    guard case .literal(let word) = operand else { return nil }
    return Int(word.text)
  }
}

/// `/ip service` and `/ip/service` are the same menu.
func menuPath(_ text: String) -> String {
  "/" + text.split { $0 == "/" || $0 == " " }.joined(separator: "/")
}
