public import SourceText

/// What an `export` command in a transcript printed.
public struct PrintedExport: Sendable {
  /// The menu it printed, with all beneath, in slash form; `/` for the whole router.
  public let menu: String
  /// Whether it printed all of the menu, and not only what a `where` chose.
  public let isWhole: Bool
  /// The command, or where there is none, what was printed.
  public let place: Span
  /// Whether the command was typed, and what it printed is not only taken for an export.
  let isTyped: Bool
}

/// What `command` prints at a prompt that names `menu`; nil when it is no `export`, or one into a file.
///
/// How it prints, as by `terse`, `verbose` or `show-sensitive`, does not change what is printed
/// (MikroTik's manual, "Configuration management").
func printedExport(_ command: [UInt8], at menu: [UInt8], _ place: Span) -> PrintedExport? {
  let words = command.prefix(512).split { $0.isBlank || $0 == .slash }
  guard let index = words.firstIndex(where: isExportCommand),
    words[..<index].allSatisfy({ $0.allSatisfy(\.isCommandByte) }),
    !words[index...].contains(where: { $0.starts(with: Array("file".utf8)) })
  else { return nil }
  let start = command.first == .slash ? [] : menu.split { $0.isBlank || $0 == .slash }
  let path = start.map { decodeText($0) } + words[..<index].map { decodeText($0) }
  return PrintedExport(
    menu: "/" + path.joined(separator: "/"),
    isWhole: words[index...].allSatisfy { isStyle($0) }, place: place, isTyped: true)
}

/// Whether a word is `export`, perhaps in short.
private func isExportCommand(_ word: ArraySlice<UInt8>) -> Bool {
  word.count >= 3 && "export".utf8.starts(with: word.filter { $0 != .carriageReturn })
}

/// Whether a word behind `export`, itself included, leaves open nothing about what is printed.
private func isStyle(_ word: ArraySlice<UInt8>) -> Bool {
  let styles = ["compact", "export", "hide-sensitive", "show-sensitive", "terse", "verbose"]
  return styles.contains { $0.utf8.starts(with: word.filter { $0 != .carriageReturn }) }
}
