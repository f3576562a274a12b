import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// The router that an export makes; `version` is the release it is said to be of.
func router(_ text: String, _ version: String = "7.16") -> Device {
  let header = "# 2024-01-02 03:04:05 by RouterOS \(version)\n"
  // An export with lines of one branch only would not be one of a whole router.
  let rest = "\n/system identity\nset name=router\n"
  let file = SourceFile(name: "a.rsc", text: header + text + rest)
  return Device(lower(parse(file)), path: "a.rsc")
}

/// The rows of a view of an export.
func rows(_ view: View, of text: String, _ version: String = "7.16") -> [Row] {
  router(text, version).rows(view)
}

/// What a cell says, for comparing: its values, `-` for none, `?` for unknown.
func word(_ row: Row, _ column: String) -> String {
  guard let cell = row.cell(column) else { return "no column" }
  switch cell.content {
  case .known(let texts): return texts.joined(separator: ",")
  case .unset: return "-"
  case .unknown: return "?"
  }
}

/// Why a cell is not known.
func cause(_ row: Row, _ column: String) -> Cause? {
  guard case .unknown(let cause)? = row.cell(column)?.content else { return nil }
  return cause
}

/// The words of a row, column by column.
func words(_ row: Row, _ columns: String...) -> [String] { columns.map { word(row, $0) } }
