import RouterOSSyntax
public import SourceText

/// One thing of a view: a default route, a BGP session, the same for RouterOS 6 and 7.
public struct Row: Sendable {
  /// What a row is called within its fleet.
  public struct ID: Hashable, Sendable {
    /// The device it belongs to, by its place in the fleet.
    public let device: Int
    /// Its view.
    public let view: View
    /// Its place in the view of that device.
    public let index: Int
  }

  /// What the row is called, once it belongs to a fleet.
  public internal(set) var id: ID?
  /// The export it comes from, once it belongs to a fleet or was asked for by menu.
  public internal(set) var configuration: Configuration?
  /// A few words that tell a person which thing is meant; stable when lines move. They may repeat a
  /// secret by chance: ``Concealment/text(_:)`` must go over them before they are shown.
  public let title: String
  /// The entry it is made from; nil for what no entry says.
  public let entry: Entry?
  /// The place to point at when no cell is meant.
  public let place: Span
  /// Why the row may not be there at all; nil when it certainly is.
  public let doubt: Cause?
  var cells: [String: Cell]
  /// Its further cells, and its place among them; nil when all are in ``cells``.
  var later: (cells: LaterCells, place: Int)?

  init(
    _ title: String, entry: Entry?, place: Span, doubt: Cause? = nil, cells: [String: Cell]
  ) {
    self.title = title
    self.entry = entry
    self.place = place
    self.doubt = doubt
    self.cells = cells
  }

  /// The cell of `column`: one the view works out, else the property of the entry; nil when neither
  /// the view nor the menu knows the column.
  public func cell(_ column: String) -> Cell? {
    if let cell = cells[column] { return cell }
    if let later, later.cells.columns.contains(column) {
      return later.cells.cell(column, at: later.place)
    }
    guard let entry else { return nil }
    switch column {
    case "written": return Cell(entry.isWritten)
    case "built-in": return Cell(entry.builtIn != nil)
    default:
      guard entry.menu.properties[column] != nil else { return nil }
      return Cell(column, of: entry)
    }
  }

  func text(_ column: String) -> String? { cell(column)?.text }
}

extension Entry {
  /// The place that speaks of the entry: its command, else the start of its file.
  var place: Span { statement?.verbSpan ?? Span(0, 0) }

  /// Whether the release of the export has a property, as far as that is known.
  func has(_ property: String) -> Bool {
    menu.properties[property]?.releases.contains(version) ?? true
  }
}

extension Device {
  /// The entries of a menu as rows, built-in ones included.
  public func rows(ofMenu path: String) -> [Row] {
    configuration.entries(path).map { entry in
      var row = Row(entry.title, entry: entry, place: entry.place, cells: ["device": Cell(name)])
      row.configuration = configuration
      return row
    }
  }
}

extension Cell {
  /// The cell of a column that a row certainly does not have.
  public static let none = Cell(.unset, .text)

  /// A cell of the same type that holds `text`.
  public func saying(_ text: String) -> Cell { Cell(.known([text]), type) }
}
