import RouterOSModel
import SourceText

/// A row of a view as it may be shown.
struct ShownRow {
  /// A cell as it may be shown.
  struct Cell {
    /// The name of its column.
    let column: String
    /// Its values without what the export keeps secret; empty when it has none, or none is known. Of a list
    /// that is not known whole, those that it certainly has.
    let texts: [String]
    let origin: CellOrigin
    /// The entry that gives it, when it is another than that of the row.
    let giver: String?
    let type: ValueType

    /// Why it is not known; nil when it is.
    var cause: Cause? {
      if case .unknown(let cause) = origin { cause } else { nil }
    }
  }

  /// A few words that tell which thing is meant.
  let title: String
  /// The line that speaks of it, from 1.
  let line: Int
  /// Whether a line speaks of it at all.
  let isWritten: Bool
  /// Why the row may not be there at all; nil when it certainly is.
  let doubt: Cause?
  /// One for each column.
  let cells: [Cell]

  init(
    _ row: Row, _ columns: [String], _ configuration: Configuration, _ lines: LineTable,
    _ causes: inout ShownCauses
  ) {
    let concealment = configuration.concealment
    title = concealment.text(row.title)
    line = lines.line(at: row.place.start)
    isWritten = row.cell("written")?.text != "no"
    doubt = row.doubt.map { causes.shown($0) }
    var cells: [Cell] = []
    for column in columns {
      guard let cell = row.cell(column) else {
        cells.append(Cell(column: column, texts: [], origin: .unset, giver: nil, type: .text))
        continue
      }
      let texts = (cell.texts + cell.certain).map {
        concealment.text($0, of: column, in: row.entry)
      }
      cells.append(
        Cell(
          column: column, texts: texts, origin: causes.shown(cell.origin),
          giver: cell.giver.map(concealment.text), type: cell.type))
    }
    self.cells = cells
  }
}

/// The rows of a view of one router as they may be shown.
struct ShownView {
  let view: View
  /// The name of the router.
  let device: String
  let columns: [String]
  let rows: [ShownRow]
  let configuration: Configuration
  /// The lines of its file.
  let lines: LineTable
  /// Why rows may be missing or different; nil when all was read.
  let gap: Cause?

  /// `columns` are those to show; none stands for those the view works out.
  init(_ view: View, of router: ShownRouter, columns: [String]) {
    let device = router.device
    self.view = view
    self.device = device.configuration.concealment.text(device.name)
    let columns = columns.isEmpty ? router.columns(view) : columns
    self.columns = columns
    configuration = device.configuration
    let lines = LineTable(device.file)
    self.lines = lines
    var causes = ShownCauses(configuration.concealment)
    rows = router.rows(view).map { ShownRow($0, columns, device.configuration, lines, &causes) }
    gap = (configuration.alteration(of: view) ?? configuration.incompleteness(of: view))
      .map { causes.shown($0) }
  }
}

/// Causes as they may be shown: one may quote a name, which may repeat a secret. Each is gone over once.
struct ShownCauses {
  private let concealment: Concealment
  private var known: [Cause: Cause] = [:]

  init(_ concealment: Concealment) { self.concealment = concealment }

  mutating func shown(_ cause: Cause) -> Cause {
    if let known = known[cause] { return known }
    let shown = Cause(concealment.text(cause.reason), remedy: concealment.text(cause.remedy))
    known[cause] = shown
    return shown
  }

  mutating func shown(_ origin: CellOrigin) -> CellOrigin {
    switch origin {
    case .unknown(let cause): .unknown(shown(cause))
    case .defaulted, .unset, .workedOut, .written: origin
    }
  }
}
