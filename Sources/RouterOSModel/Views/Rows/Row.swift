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
  /// What its fleet and its project say of it, which goes before its own cells; rows that they say the same of
  /// share it.
  var said: [SaidCell] = []
  /// One, because rows are copied often: an array costs eight bytes and is changed in place.
  private var parts: [Parts]

  /// What a row consists of.
  private struct Parts {
    /// Nil when ``further`` tells it.
    let title: String?
    let entry: Entry?
    let place: Span
    let doubt: Cause?
    var cells: [String: Cell]
    var further: (any FurtherCells)?
    /// The place of the row among those that ``further`` knows.
    var placeAmongFurther = 0
  }

  init(
    _ title: String, entry: Entry?, place: Span, doubt: Cause? = nil, cells: [String: Cell]
  ) {
    parts = [Parts(title: title, entry: entry, place: place, doubt: doubt, cells: cells)]
  }

  /// A row of an entry that keeps nothing: `further` tells its title and all cells that the view works out.
  init(_ entry: Entry, place: Span, askingFor further: any FurtherCells, at index: Int) {
    parts = [
      Parts(
        title: nil, entry: entry, place: place, doubt: nil, cells: [:], further: further,
        placeAmongFurther: index)
    ]
  }

  /// A few words that tell a person which thing is meant; stable when lines move. They may repeat a
  /// secret by chance: ``Concealment/text(_:)`` must go over them before they are shown.
  public var title: String {
    parts[0].title ?? parts[0].further?.title(at: parts[0].placeAmongFurther) ?? ""
  }

  /// The entry it is made from; nil for what no entry says.
  public var entry: Entry? { parts[0].entry }

  /// The place to point at when no cell is meant.
  public var place: Span { parts[0].place }

  /// Why the row may not be there at all; nil when it certainly is.
  public var doubt: Cause? { parts[0].doubt }

  /// The cells that it keeps; it may have others.
  var cells: [String: Cell] {
    get { parts[0].cells }
    _modify { yield &parts[0].cells }
  }

  /// Its further cells, and its place among them; nil when all are in ``cells``.
  var later: (cells: any FurtherCells, place: Int)? {
    get { parts[0].further.map { ($0, parts[0].placeAmongFurther) } }
    set {
      parts[0].further = newValue?.cells
      parts[0].placeAmongFurther = newValue?.place ?? 0
    }
  }

  /// The cell of `column`: one the view works out, else the property of the entry; nil when neither
  /// the view nor the menu knows the column.
  public func cell(_ column: String) -> Cell? {
    for cell in said where cell.column == column { return cell.cell }
    if let cell = parts[0].cells[column] { return cell }
    if let further = parts[0].further, further.columns.contains(column) {
      return further.cell(column, at: parts[0].placeAmongFurther)
    }
    guard let entry = parts[0].entry else { return nil }
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

/// A cell that is said of a row by others than its view.
struct SaidCell: Sendable {
  let column: String
  let cell: Cell
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
    let entries = configuration.entries(path)
    let further = EntriesOfMenu(entries)
    let said = [SaidCell(column: "device", cell: Cell(name))]
    return entries.enumerated().map { index, entry in
      var row = Row(entry, place: entry.place, askingFor: further, at: index)
      row.said = said
      row.configuration = configuration
      return row
    }
  }
}

/// The titles of entries, which are made when somebody asks.
private final class EntriesOfMenu: FurtherCells {
  let columns: Set<String> = []
  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  func title(at place: Int) -> String { entries[place].title }

  func cell(_ column: String, at place: Int) -> Cell? { nil }
}

extension Cell {
  /// The cell of a column that a row certainly does not have.
  public static let none = Cell(.unset, .text)

  /// A cell of the same type that holds `text`.
  public func saying(_ text: String) -> Cell { Cell(.known([text]), type) }
}
