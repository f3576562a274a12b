import RouterOSSyntax
import SourceText

/// `#error exporting "/ip" (timeout)`: the menu and all beneath it are missing, as far as no line shows them.
extension Lowering {
  /// Opens a gap in every menu that a failed export leaves out. Linear in the comments and in the menus.
  mutating func noteFailedExports() {
    var failed: [String: Span] = [:]
    for comment in script.comments {
      guard case .failedExport(let path) = comment.kind, failed[path] == nil else { continue }
      failed[path] = comment.span
    }
    if failed.isEmpty { return }
    for path in Set(catalogue.paths).union(tables.map(\.menu.path)).union(failed.keys) {
      guard let span = Self.branches(of: path).lazy.compactMap({ failed[$0] }).first else {
        continue
      }
      openGap(path, at: span, mayAlter: catalogue.menu(path, in: version).hasEntriesWithoutLine)
    }
  }

  /// The path itself and all it lies beneath, but not the root.
  private static func branches(of path: String) -> [String] {
    var branches: [String] = [path]
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/"), slash != rest.startIndex {
      rest = rest[..<slash]
      branches.append(String(rest))
    }
    return branches
  }
}
