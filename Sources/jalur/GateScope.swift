import RouterOSSyntax
import SourceText

/// The part of a checkout that a gate reports on: some paths below the current folder, or all of it.
struct GateScope {
  private let paths: [(given: String, parts: [Substring])]

  /// Throws at a path that leads elsewhere.
  init(_ paths: [String]) throws(Failure) {
    var all: [(given: String, parts: [Substring])] = []
    for path in paths {
      let parts = path.split(separator: "/").filter { $0 != "." }
      guard !path.hasPrefix("/"), !parts.contains("..") else {
        throw Failure("'\(path)' must be a path below the current folder, without '..'")
      }
      all.append((path, parts))
    }
    self.paths = all
  }

  /// Whether the gate reports on a file.
  func holds(_ name: String) -> Bool {
    paths.isEmpty || paths.contains { name.split(separator: "/").starts(with: $0.parts) }
  }

  /// Throws at a path that no export lies at, now or before: a typing error must not pass.
  func check(_ sides: GateSides) throws(Failure) {
    let names = (sides.before + sides.now).map { $0.file.name.split(separator: "/") }
    for path in paths where !names.contains(where: { $0.starts(with: path.parts) }) {
      throw Failure("no export is at '\(path.given)', now or at the merge base")
    }
  }
}
