/// What the lines that a terminal shows behind a command tell of it.
enum RouterAnswer {
  /// Nothing, as behind a change that was made.
  case silence
  /// The router refused the command.
  case refusal
  /// Something else: the result of a command that reads, or what nobody can tell.
  case output

  /// What one line tells.
  init(_ line: [UInt8]) {
    let text = decodeText(line.drop { $0.isBlank }.prefix(200))
    if text.isEmpty || Self.remarks.contains(where: text.hasPrefix) {
      self = .silence
    } else {
      self = Self.refusals.contains(where: text.hasPrefix) ? .refusal : .output
    }
  }

  /// How RouterOS begins to say that it did nothing; as its console prints them.
  private static let refusals = [
    "action cancelled", "action failed", "ambiguous value", "already have", "bad command name",
    "can not ", "can't ", "cannot ", "couldn't ", "doubled", "duplicate", "ERROR", "error",
    "expected ", "failure:", "input does not match", "invalid ", "missing ", "no such ",
    "not enough permissions", "permission denied", "syntax error", "unknown ", "value of ",
    "value out of range",
  ]

  /// Lines that RouterOS shows at any time and that concern no command.
  private static let remarks = ["[Safe mode ", "[Safe Mode ", "Taking Safe Mode session", "echo: "]
}
