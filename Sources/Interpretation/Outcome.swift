import RouterOSModel
import RouterOSSyntax
public import SourceText

/// What a router says when it is asked for its export.
extension Router {
  /// The export of the router as it is now, in sections, each statement on one line. Linear.
  public func export(named name: String) -> SourceFile {
    var bytes: [UInt8] = []
    let header = configuration.script.header.span
    if !header.isEmpty {
      bytes += configuration.script.file.bytes[header.range]
      bytes.append(UInt8(ascii: "\n"))
    }
    for path in menus {
      guard let table = table(path) else { continue }
      let lines = table.present.compactMap { line(of: table.rows[$0]) }
      if lines.isEmpty { continue }
      let menu = "/" + path.dropFirst().split(separator: "/").joined(separator: " ")
      bytes += Array("\(menu)\n".utf8)
      for line in lines { bytes += Array("\(line)\n".utf8) }
    }
    return SourceFile(name: name, bytes: bytes)
  }

  private func line(of row: RouterRow) -> String? {
    var words = [row.isAdded && row.selector == nil && row.menu.kind != .settings ? "add" : "set"]
    if let selector = selector(of: row) { words.append(selector) }
    let fixed = words.count
    for property in row.writtenProperties {
      if let text = row.spelling(property) {
        words.append("\(property)=\(text)")
      } else if row.isUnset(property) {
        words.append("!\(property)")
      }
    }
    return words.count == fixed && words[0] == "set" ? nil : words.joined(separator: " ")
  }

  /// How an export speaks of an entry that it does not add.
  func selector(of row: RouterRow) -> String? {
    if row.menu.kind == .settings { return nil }
    if let builtIn = row.entry?.builtIn {
      if builtIn.isDefault { return "[ find default=yes ]" }
      return builtIn.id ?? spelled(builtIn.name)
    }
    guard let selector = row.selector ?? row.entry?.selector else { return nil }
    if let written = row.entry?.statement?.target, written.isCode { return written.value }
    return selector.contains("=") ? "[ find \(quotedCondition(selector)) ]" : spelled(selector)
  }

  private func quotedCondition(_ selector: String) -> String {
    guard let equals = selector.firstIndex(of: "=") else { return selector }
    return "\(selector[...equals])\(spelled(String(selector[equals...].dropFirst())))"
  }
}
