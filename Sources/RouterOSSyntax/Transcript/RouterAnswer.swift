/// What the lines that a terminal shows behind a command tell of it.
enum RouterAnswer {
  /// Nothing, as behind a change that was made.
  case silence
  /// The router refused the command.
  case refusal
  /// Something else: the result of a command that reads, or what nobody can tell.
  case output

  /// What one line tells.
  init(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0.isBlank }
    guard let first = text.first else {
      self = .silence
      return
    }
    if Self.remarks.contains(where: text.starts) || Self.isLogLine(text) {
      self = .silence
    } else {
      let refusals = Self.refusals[first] ?? []
      self = refusals.contains(where: text.starts) ? .refusal : .output
    }
  }

  /// Whether the router shows an entry of its log, which it does at any time: `echo: system,info …`, and
  /// perhaps date and time before it.
  private static func isLogLine(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    for _ in 0..<3 {
      if rest.starts(with: logMark) { return true }
      let word = rest.prefix(longestTime).prefix { !$0.isBlank }
      guard word.contains(where: \.isDigit), word.contains(where: timeSeparators.contains) else {
        return false
      }
      rest = rest.dropFirst(word.count).drop { $0.isBlank }
    }
    return false
  }

  private static let logMark = Array("echo: ".utf8)
  private static let timeSeparators = Array(":/-".utf8)
  /// No date and no time has more bytes.
  private static let longestTime = 20

  /// How RouterOS begins to say that it did nothing, by the first byte; as its console prints them.
  private static let refusals = Dictionary(
    grouping: [
      "action cancelled", "action failed", "ambiguous value", "already have", "bad command name",
      "can not ", "can't ", "cannot ", "couldn't ", "doubled", "duplicate", "ERROR", "error",
      "expected ", "failure:", "input does not match", "invalid ", "missing ", "no such ",
      "not enough permissions", "permission denied", "syntax error", "unknown ", "value of ",
      "value out of range",
    ].map { Array($0.utf8) },
    by: { $0.first ?? .space })

  /// Lines that RouterOS shows at any time and that concern no command.
  private static let remarks = ["[Safe mode ", "[Safe Mode ", "Taking Safe Mode session"]
    .map { Array($0.utf8) }
}
