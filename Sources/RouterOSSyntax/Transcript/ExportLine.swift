/// Whether a line before the first prompt can only come from an export: the comment that names the
/// release, a command below a menu line, a menu line, or a command with its menu. Prose may begin with such
/// words, too.
func isLineOfExport(_ line: ArraySlice<UInt8>) -> Bool {
  if line.first == .hash { return decodeText(line.prefix(200)).contains("by RouterOS ") }
  guard let start = line.first, start == .slash || start.isCommandByte else { return false }
  let words = line.prefix(512).split { $0 <= .space }
  let verb = words.firstIndex { changingVerbs.contains(decodeText($0)) }
  if verb == 0 {
    let isAdditionOrSetting = ["add", "set"].contains { words[0].elementsEqual($0.utf8) }
    return isAdditionOrSetting && (words.count == 1 || givesProperties(line))
  }
  let path = words[..<(verb ?? words.count)]
  guard path.allSatisfy({ $0.allSatisfy { $0.isCommandByte || $0 == .slash } }) else {
    return false
  }
  if start == .slash, verb == nil {
    return KnownMenus.all.holds(words.map { decodeText($0) }.joined(separator: "/"))
  }
  return verb != nil && (start == .slash || givesProperties(line))
}

/// Whether the words behind the command are the properties of an entry, as far as the line goes.
private func givesProperties(_ line: ArraySlice<UInt8>) -> Bool {
  guard line.contains(.equals) else { return false }
  let isContinued = line.last == .backslash
  return TypedCommand(Array(line.dropLast(isContinued ? 1 : 0))).givesProperties
}

/// Commands that change something, and print nothing when they are done.
let changingVerbs: Set<String> = [
  "add", "comment", "disable", "enable", "move", "remove", "set", "unset",
]
