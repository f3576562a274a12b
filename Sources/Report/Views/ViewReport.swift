public import RouterOSModel
import RouterOSSyntax
import SourceText

/// A view of one router as a table for people, at most `width` characters wide.
///
/// What is the same in all rows is said once beneath the table, and what is not known is marked `?` and
/// explained. `columns` are those to show; none stands for those that say something.
public func renderView(
  _ view: View, of router: ShownRouter, columns: [String], width: Int, in palette: Palette = .plain
) -> String {
  let device = router.device
  let shown = ShownView(view, of: router, columns: columns)
  var lines = [heading(shown, device, palette)]
  if shown.rows.isEmpty {
    lines.append("no \(view.rawValue)")
  } else {
    let common = columns.isEmpty ? CommonCells(shown.rows) : CommonCells()
    lines += table(shown, without: common, width).lines(palette)
    if let sentence = common.sentence { lines.append(palette.paint(sentence, .faint)) }
  }
  lines += explanations(shown, palette)
  return lines.map { $0 + "\n" }.joined() + "\n"
}

private func heading(_ shown: ShownView, _ device: Device, _ palette: Palette) -> String {
  let version = device.configuration.version.map { ", RouterOS \($0)" } ?? ""
  return palette.paint(printable(shown.device), .strong)
    + printable(" (\(device.file.name)\(version))")
}

private func table(_ shown: ShownView, without common: CommonCells, _ width: Int) -> ViewTable {
  let kept = shown.columns.indices.filter { !common.columns.contains(shown.columns[$0]) }
  let rows = shown.rows.map { row in
    [(row.doubt == nil ? "" : "? ") + (row.isWritten ? String(row.line) : "-")]
      + kept.map { word(row.cells[$0]) }
  }
  return ViewTable(names: ["line"] + kept.map { shown.columns[$0] }, rows: rows, width: width)
}

/// A cell in a table: its values, `?` when they are not known, and `-` when there is none.
func word(_ cell: ShownRow.Cell) -> String {
  switch cell.origin {
  case .unknown: cell.texts.isEmpty ? "?" : printable(joined(cell.texts)) + ",?"
  case .unset: "-"
  case .defaulted, .workedOut, .written:
    cell.texts.isEmpty ? "-" : printable(joined(cell.texts))
  }
}

/// Values in one word; of very many the first, and how many there are besides.
private func joined(_ texts: [String]) -> String {
  let shown = 64
  let text = texts.prefix(shown).joined(separator: ",")
  return texts.count > shown ? "\(text),… (\(texts.count - shown) more)" : text
}

/// Why something is marked `?`, each cause once.
private func explanations(_ shown: ShownView, _ palette: Palette) -> [String] {
  var causes = Causes()
  if let gap = shown.gap { causes.add(gap, "the table may be incomplete") }
  for row in shown.rows {
    if let doubt = row.doubt { causes.add(doubt, "'\(row.title)' may not be there") }
    for cell in row.cells {
      if let cause = cell.cause { causes.add(cause, "\(cell.column) of '\(row.title)'") }
    }
  }
  return causes.explanations(palette)
}
