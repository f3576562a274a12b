import RouterOSModel
import RouterOSSyntax
import SourceText

/// The rows of a view of an export without a header, which is put before it.
func rows(_ view: View, in text: String, version: String = "7.16") -> [Row] {
  let header = "# 2024-01-02 03:04:05 by RouterOS \(version)\n"
  // An export with lines of one branch only would not be one of a whole router.
  let rest = "\n/system identity\nset name=router\n"
  let file = SourceFile(name: "router.rsc", bytes: Array((header + text + rest).utf8))
  return Device(lower(parse(file)), path: "router.rsc").rows(view)
}

extension Row {
  /// Cells as text: values separated by commas, `-` for none, `?` for what is not known.
  func words(_ columns: String...) -> [String] {
    columns.map { column in
      guard let cell = cell(column) else { return "no such column" }
      return switch cell.content {
      case .known(let texts): texts.joined(separator: ",")
      case .unset: "-"
      case .unknown: "?"
      }
    }
  }
}

extension [Row] {
  /// The row of that name.
  func named(_ name: String) -> Row? { first { $0.cell("name")?.text == name } }
}
