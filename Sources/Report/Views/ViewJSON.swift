public import RouterOSModel
import RouterOSSyntax
import SourceText

/// A view of one router as one line of JSON; its shape is a contract, described in the README.
///
/// `columns` are those to write; none stands for all that the view works out.
public func renderViewJSON(_ view: View, of router: ShownRouter, columns: [String]) -> String {
  let device = router.device
  let shown = ShownView(view, of: router, columns: columns)
  let lines = shown.lines
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("schema", 1)
    writer.pair("view", view.rawValue)
    writer.pair("device", shown.device)
    writer.pair("file", device.file.name)
    writer.pair("routerOS", device.configuration.version?.description)
    writer.pair("incomplete", shown.gap?.reason)
    writer.key("rows")
    writer.array(shown.rows) { write($1, lines, &$0) }
  }
  return writer.text + "\n"
}

private func write(_ row: ShownRow, _ lines: LineTable, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.pair("line", row.line)
    writer.pair("title", row.title)
    writer.pair("doubt", row.doubt?.reason)
    writer.key("cells")
    writer.object { writer in
      for cell in row.cells {
        writer.key(cell.column)
        writer.object { write(cell, lines, &$0) }
      }
    }
  }
}

private func write(_ cell: ShownRow.Cell, _ lines: LineTable, _ writer: inout JSONWriter) {
  writer.key("value")
  write(cell.texts, cell.type, isSet: cell.isSet, &writer)
  switch cell.origin {
  case .written(let span):
    writer.pair("origin", "written")
    writer.pair("line", lines.line(at: span.start))
    writer.pair("column", lines.column(at: span.start))
  case .defaulted: writer.pair("origin", "default")
  case .workedOut: writer.pair("origin", "worked-out")
  case .unset: writer.pair("origin", "unset")
  case .unknown(let cause):
    writer.pair("origin", "unknown")
    writer.pair("reason", cause.reason)
    writer.pair("remedy", cause.remedy)
    if !cell.texts.isEmpty {
      writer.key("certain")
      writer.array(cell.texts) { $0.value($1) }
    }
  }
  if let giver = cell.giver { writer.pair("from", giver) }
}

/// Numbers as numbers, durations in seconds, lists as arrays; what is not there as `null`.
private func write(
  _ texts: [String], _ type: ValueType, isSet: Bool, _ writer: inout JSONWriter
) {
  guard isSet else { return writer.value(String?.none) }
  switch type {
  case .grants, .list, .set: writer.array(texts) { $0.value($1) }
  case .boolean: writer.value(texts == ["yes"])
  case .asNumber, .integer, .size:
    if let number = Int(texts.first ?? "") {
      writer.value(number)
    } else {
      writer.value(texts.first)
    }
  case .duration, .microseconds:
    if let duration = DurationValue(texts.first ?? "") {
      writer.seconds(duration)
    } else {
      writer.value(texts.first)
    }
  case .address, .addresses, .choice, .date, .durations, .flag, .interface, .interfaceAddress,
    .keepalive, .limit, .macAddress, .name, .numbers, .pair, .ports, .prefix, .protocol, .rateLimit,
    .rates, .script, .text, .timeWindow:
    writer.value(texts.isEmpty ? "" : texts.joined(separator: ","))
  }
}

extension ShownRow.Cell {
  /// Whether it has a value that is known, be it empty.
  fileprivate var isSet: Bool {
    switch origin {
    case .defaulted, .workedOut, .written: true
    case .unknown, .unset: false
    }
  }
}
