public import RouterOSModel
import RouterOSSyntax
import SourceText

/// A view of one router with the place that gave each cell, a cell a line.
public func renderOrigins(
  _ view: View, of router: ShownRouter, columns: [String], in palette: Palette = .plain
) -> String {
  let device = router.device
  let shown = ShownView(view, of: router, columns: columns)
  let lines = shown.lines
  let version = device.configuration.version?.description
  var text = ""
  for row in shown.rows {
    text += palette.paint(printable(row.title), .strong)
    text += printable(" (\(shown.device), \(device.file.name):\(row.line))") + "\n"
    if let doubt = row.doubt { text += printable("  ? may not be there: \(doubt.reason)") + "\n" }
    let words = row.cells.map { (name: $0.column, value: word($0), from: from($0, lines, version)) }
    let table = ViewTable(
      names: ["column", "value", "from"], rows: words.map { [$0.name, $0.value, $0.from] },
      width: .max)
    text += table.lines(palette).dropFirst().map { "  \($0)\n" }.joined() + "\n"
  }
  if let gap = shown.gap { text += printable("? may be incomplete: \(gap.reason)") + "\n" }
  return text
}

/// Where a cell comes from, in words.
private func from(_ cell: ShownRow.Cell, _ lines: LineTable, _ version: String?) -> String {
  let giver = cell.giver.map { " of \(printable($0))" } ?? ""
  switch cell.origin {
  case .written(let span): return "line \(lines.line(at: span.start))\(giver)"
  case .defaulted: return "default\(giver) of RouterOS\(version.map { " \($0)" } ?? "")"
  case .workedOut: return "worked out"
  case .unset: return ""
  case .unknown(let cause): return printable(cause.reason)
  }
}
