import FoundationEssentials
import RouterOSModel
import RouterOSSyntax
import SourceText

/// A path that stays the same wherever the checkout lies: relative to the root of its repository.
func stablePath(_ path: String) -> String {
  let parts = path.split(separator: "/").filter { $0 != "." }
  let current = FileManager.default.currentDirectoryPath
  let whole =
    realPath(path) ?? (path.hasPrefix("/") ? path : "\(current)/\(parts.joined(separator: "/"))")
  var folder = whole
  while let slash = folder.lastIndex(of: "/") {
    folder = String(folder[..<slash])
    if kind(of: "\(folder)/.git") != nil { return String(whole.dropFirst(folder.count + 1)) }
  }
  return parts.joined(separator: "/")
}
