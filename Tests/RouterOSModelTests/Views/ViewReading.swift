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

/// What a view says of a router, row by row.
func rows(_ view: View, _ text: String) -> [Row] { device(text).rows(view) }

extension Row {
  /// A cell in one word: its values, `-` for none, `?` for what is not known.
  func word(_ column: String) -> String { cell(column)?.word ?? "-" }
}

extension Cell {
  /// Its values, `-` for none, `?` for what is not known.
  var word: String {
    switch content {
    case .known(let texts): texts.isEmpty ? "-" : texts.joined(separator: ",")
    case .unset: "-"
    case .unknown: "?"
    }
  }

  /// Why it is not known.
  var reason: String? {
    if case .unknown(let cause) = content { cause.reason } else { nil }
  }
}
