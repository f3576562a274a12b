/// An exception that a change brings or takes away: a reviewer wants to know.
public struct ChangedException: Sendable {
  /// The file that writes it, `jalur.yaml` or an export.
  let file: String
  /// Whether it is new; else it is gone.
  let isNew: Bool
  /// The id of its rule.
  let rule: String
  /// What it holds for; nil for all that the file speaks of.
  let scope: String?
  /// Its last day; nil when it has none.
  let until: String?
  /// Why; nil when that is not told.
  let reason: String?

  /// An exception of these parts; see the properties.
  public init(
    file: String, isNew: Bool, rule: String, scope: String?, until: String?, reason: String?
  ) {
    self.file = file
    self.isNew = isNew
    self.rule = rule
    self.scope = scope
    self.until = until
    self.reason = reason
  }

  /// `+ svc-cleartext on core until 2027-01-31: reason (jalur.yaml)`, printable.
  var line: String {
    let on = scope.map { " on \($0)" } ?? ""
    let end = until.map { " until \($0)" } ?? " without an end"
    let why = reason.map { ": \($0)" } ?? ""
    return (isNew ? "+ " : "- ") + printable("\(rule)\(on)\(end)\(why) (\(file))")
  }
}
