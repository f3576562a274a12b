import Diagnostics
import Interpretation
import RouterOSModel
import RouterOSSyntax

/// Searches that mean one entry and no other.
extension Plan {
  /// A search for a row, the shortest that is known: by what RouterOS keeps unique, by name, by comment, by
  /// two properties, by all.
  mutating func selector(of row: Int, _ operation: Operation) throws(SourceError) -> String {
    let menu = operation.change.menu
    if let address = router.address(ofRow: row, in: menu) { return address }
    let all = router.searchable(row: row, in: menu)
    for conditions in candidates(among: all, key: Catalogue.shipped.menu(menu).key)
    where router.matches(conditions, in: menu).possible == [row] && !showSecret(conditions) {
      return text(of: conditions)
    }
    // Searches find entries in their order, so that one of several twins can be counted off.
    for conditions in [all, said(all)] where !conditions.isEmpty && !showSecret(conditions) {
      if let place = router.place(ofRow: row, among: conditions, in: menu) {
        return "[:pick \(text(of: conditions)) \(place)]"
      }
    }
    throw twins(of: row, all, operation)
  }

  private func showSecret(_ conditions: [Target.Condition]) -> Bool {
    conditions.contains { secrets.hide($0.value) }
  }

  private func candidates(
    among all: [Target.Condition], key: [String]
  ) -> [[Target.Condition]] {
    let said = said(all)
    func conditions(_ names: [String]) -> [Target.Condition]? {
      let found = names.compactMap { name in said.first { $0.property == name } }
      return found.count == names.count && !names.isEmpty ? found : nil
    }
    let rows = [key, ["name"], ["comment"], ["chain", "comment"], ["dst-address", "gateway"]]
    let singles = said.map { [$0] }
    let whole = [said, said + all.filter { $0.property == "comment" && $0.value.isEmpty }, all]
    return rows.compactMap(conditions) + singles + whole.filter { !$0.isEmpty }
  }

  /// The conditions on what lines say, without those on what they leave out.
  private func said(_ all: [Target.Condition]) -> [Target.Condition] {
    all.filter { !$0.value.isEmpty && !($0.property == "disabled" && $0.value == "no") }
  }

  private func text(of conditions: [Target.Condition]) -> String {
    let words = conditions.map { condition in
      let value = spelled(condition.value)
      // Prefixes and the like are taken for expressions when they stand bare.
      let isPlain = value.utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-")
      }
      return "\(condition.property)=\(isPlain || value.hasPrefix("\"") ? value : "\"\(value)\"")"
    }
    return "[find \(words.joined(separator: " "))]"
  }

  /// Which entries no search tells apart.
  private mutating func twins(
    of row: Int, _ all: [Target.Condition], _ operation: Operation
  ) -> SourceError {
    let configuration = router.configuration
    let entries = configuration.entries(operation.change.menu)
    let others = router.matches(all, in: operation.change.menu).possible.filter { $0 != row }
    let other = others.min().flatMap { entries.indices.contains($0) ? entries[$0].statement : nil }
    let error = refusal(
      others.isEmpty
        ? "no search means this entry"
        : "no search tells this entry from its twin", operation)
    guard let other else { return error }
    let label = Label(other.script.file, other.span, "the twin")
    return SourceError(
      error.message, at: error.primary.span, in: error.primary.file, related: [label])
  }
}
