public import Comparison
public import Diagnostics
public import RouterOSModel
import SourceText

/// An export that is not what it was at the merge base.
public struct ChangedExport: Sendable {
  /// What became of an export.
  public enum Kind: Sendable {
    case added
    /// What its change means; nil when part of it, before or now, could not be followed.
    case changed(Differences?)
    case removed
  }

  /// Its path.
  public let name: String
  /// What became of it.
  public let kind: Kind

  /// The export of this name, and what became of it.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// What a change brings, against where it began.
public struct GateResult: Sendable {
  /// The exports that are not what they were, sorted by name.
  public let changed: [ChangedExport]
  /// The findings that were there before and are gone.
  public let fixed: [Diagnostic]
  /// The findings that were not there before, unknowns included.
  public let new: [Diagnostic]
  /// Whether all exports could be read, now and where it matters before.
  public let isWhole: Bool

  /// A result of these parts; see the properties.
  public init(
    changed: [ChangedExport], fixed: [Diagnostic], new: [Diagnostic], isWhole: Bool
  ) {
    self.changed = changed
    self.fixed = fixed
    self.new = new
    self.isWhole = isWhole
  }
}

/// The result of a gate for people: what changed, what is mended, what is new, and last the verdict in
/// one line.
public func renderGate(_ result: GateResult, _ fleet: Fleet, in palette: Palette = .plain)
  -> String
{
  let tables = LineTables()
  let fixed = result.fixed.map { diagnostic in
    "  \(place(of: diagnostic.primary, tables[diagnostic.primary.file])): "
      + printable("\(diagnostic.rule): \(diagnostic.headline)") + "\n"
  }
  return section("changed", result.changed.map { line($0, palette) }.joined(), palette)
    + section("fixed", fixed.joined(), palette)
    + section("new", renderFindings(result.new, fleet, palette), palette, isSpaced: true)
    + palette.paint(verdict(result), .strong) + "\n"
}

private func section(
  _ title: String, _ text: String, _ palette: Palette, isSpaced: Bool = false
) -> String {
  if text.isEmpty { return "" }
  let title = palette.paint("\(title):", .strong)
  return isSpaced ? "\(title)\n\n\(text)" : "\(title)\n\(text)\n"
}

private func line(_ export: ChangedExport, _ palette: Palette) -> String {
  let name = printable(export.name)
  return switch export.kind {
  case .added: "  \(palette.paint("+", .added)) \(name)\n"
  case .changed(nil): "  \(palette.paint("~", .changed)) \(name): part of it cannot be compared\n"
  case .changed(let differences?):
    "  \(palette.paint("~", .changed)) \(name): \(changeCounts(differences))\n"
  case .removed: "  \(palette.paint("-", .removed)) \(name)\n"
  }
}

/// `gate: 1 new error, 2 fixed, 3 exports changed`.
private func verdict(_ result: GateResult) -> String {
  let counts = AuditCounts(result.new)
  var words = counts.failures("new ")
  if counts.unknown > 0 { words.append("\(counts.unknown) new unknown") }
  if words.isEmpty { words.append("nothing new") }
  if !result.fixed.isEmpty { words.append("\(result.fixed.count) fixed") }
  words.append("\(counted(result.changed.count, "export")) changed")
  let text = words.joined(separator: ", ")
  return result.isWhole ? "gate: \(text)" : "gate: cannot tell; in what could be read, \(text)"
}
