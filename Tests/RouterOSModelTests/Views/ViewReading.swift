import RouterOSModel
import RouterOSSyntax
import SourceText

/// The first line of an export of a release.
func headerOfRouterOS(_ release: String) -> String {
  "# 2024-01-02 03:04:05 by RouterOS \(release)\n"
}

/// A router with this export.
func device(_ text: String, path: String = "router.rsc") -> Device {
  Device(lower(parse(SourceFile(name: path, text: text))), path: path)
}

/// The router that these lines of an export of a release make.
func router(_ lines: String, _ version: String = "7.16") -> Device {
  // An export with lines of one branch only would not be one of a whole router.
  device(headerOfRouterOS(version) + lines + "\n/system identity\nset name=router\n")
}

/// Lines of a router with two uplinks, and a tunnel that may leave by either.
let twoUplinksAndTunnel = """
  /ip address
  add address=192.0.2.2/24 interface=ether1
  add address=198.51.100.2/24 interface=ether2
  /interface l2tp-client
  add connect-to=203.0.113.1 disabled=no name=tunnel user=a
  """

/// What a view says of a router, row by row; `text` is its whole export.
func rows(_ view: View, _ text: String) -> [Row] { device(text).rows(view) }

/// What a view says of the router that these lines make; see ``router(_:_:)``.
func rows(_ view: View, of lines: String, _ version: String = "7.16") -> [Row] {
  router(lines, version).rows(view)
}

extension Cell {
  /// Its values separated by commas, `-` for unset, `?` for what is not known.
  var spelling: String {
    switch content {
    case .known(let texts): texts.joined(separator: ",")
    case .unset: "-"
    case .unknown: "?"
    }
  }

  /// Its values, `-` for none, `?` for what is not known.
  var word: String {
    if case .known(let texts) = content, texts.isEmpty { return "-" }
    return spelling
  }

  /// Why it is not known.
  var reason: String? {
    if case .unknown(let cause) = content { cause.reason } else { nil }
  }
}

extension Row {
  /// A cell in one word: its values, `-` for none, `?` for what is not known.
  func word(_ column: String) -> String { cell(column)?.word ?? "-" }

  /// Cells as they are spelt, column by column.
  func words(_ columns: String...) -> [String] {
    columns.map { cell($0)?.spelling ?? "no column" }
  }
}

extension [Row] {
  /// The row of that name.
  func named(_ name: String) -> Row? { first { $0.cell("name")?.text == name } }
}

/// A cell as it is spelt; see ``Cell/spelling``.
func word(_ row: Row, _ column: String) -> String { row.cell(column)?.spelling ?? "no column" }

/// The words of a row, column by column.
func words(_ row: Row, _ columns: String...) -> [String] { columns.map { word(row, $0) } }

/// Why a cell is not known.
func cause(_ row: Row, _ column: String) -> Cause? {
  guard case .unknown(let cause)? = row.cell(column)?.content else { return nil }
  return cause
}
