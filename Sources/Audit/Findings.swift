import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText

/// What a judge says of the rows it judged.
extension Judge {
  /// A row that fails; only unknown when the row may not be one at all.
  func finding(
    _ member: Member, column: String?, also others: [String] = [], isAbsent: Bool = false
  ) -> Judged {
    if let doubt = member.doubt { return unknown(member.row, doubt, column: column) }
    let related = others.compactMap { label($0, of: member.row) }
    return diagnostic(member.row, column: column, related: related, isAbsent: isAbsent)
  }

  /// A row, or a group by its last row, that fails.
  func diagnostic(
    _ row: Row, column: String?, related: [Label] = [], isAbsent: Bool = false, other: Row? = nil,
    count: Int? = nil
  ) -> Judged {
    let primary = primary(column, of: row)
    let shown = rule.show.compactMap { label($0.text, of: row) }
    let diagnostic = Diagnostic(
      rule: rule.id.text, severity: severity(of: row),
      headline: fill(rule.message.text, row, other: other, count: count), primary: primary,
      isAbsent: isAbsent, related: unique(related + shown, besides: primary), why: rule.why.text,
      fix: fill(rule.fix.text, row, other: other, count: count), subject: row.title)
    return Judged(diagnostic, of: row)
  }

  /// A message with its placeholders filled in for a row.
  private func fill(_ text: String, _ row: Row, other: Row?, count: Int?) -> String {
    reader.fill(text, row, other: other, count: count, rule.values)
  }

  /// How much a finding in this row matters: that may depend on the release of its router.
  private func severity(of row: Row) -> Severity {
    rule.severity.severity(
      in: reader.fleet.devices[row.id?.device ?? device].configuration.version?.major)
  }

  /// Each place once, and not that which comes first anyway.
  func unique(_ labels: [Label], besides primary: Label) -> [Label] {
    labels.enumerated().filter { place, label in
      !same(label, primary) && !labels[..<place].contains { same($0, label) }
    }.map(\.element)
  }

  /// A row of which the rule cannot tell.
  func unknown(
    _ row: Row, _ cause: Cause, column: String?, related: [Label] = [], other: Row? = nil,
    count: Int? = nil
  ) -> Judged {
    let diagnostic = Diagnostic(
      rule: rule.id.text, severity: severity(of: row), outcome: outcomeOfUnknown,
      headline: "cannot tell whether "
        + reader.ask(rule.message.text, row, other: other, count: count, rule.values),
      cause: words(of: cause, row.configuration),
      primary: primary(column, of: row),
      related: related, why: rule.why.text, subject: row.title)
    return Judged(diagnostic, of: row)
  }

  private var outcomeOfUnknown: Outcome {
    switch rule.unknown {
    case .fail: .fail
    case .report: .unknown
    }
  }

  /// A router of which the rule cannot tell, because part of its export is missing.
  func gap(_ cause: Cause) -> Judged {
    let configuration = reader.fleet.devices[device].configuration
    let span = configuration.placeOfGap(in: reader.menus(of: rule.select.source, on: device))
    let diagnostic = Diagnostic(
      rule: rule.id.text, severity: rule.severity.severity(in: configuration.version?.major),
      outcome: outcomeOfUnknown,
      headline: "cannot tell all that \(rule.id.text) asks of this router",
      cause: words(of: cause, configuration),
      primary: Label(configuration.script.file, span, ""), why: rule.why.text, subject: "router")
    return Judged(diagnostic)
  }

  /// A cause may quote a name, which may repeat a secret.
  private func words(of cause: Cause, _ configuration: Configuration?) -> String {
    let words = "\(cause.reason); \(cause.remedy)"
    return configuration?.concealment.text(words) ?? words
  }

  /// A router on which a rule finds nothing to count, and wants some.
  func nothingFound() -> [Judged] {
    let router = reader.fleet.devices[device]
    let diagnostic = Diagnostic(
      rule: rule.id.text,
      severity: rule.severity.severity(in: router.configuration.version?.major),
      headline: reader.fill(rule.message.text, on: device, rule.values),
      primary: Label(router.file, Span(0, 0), ""), isAbsent: true,
      why: rule.why.text, fix: reader.fill(rule.fix.text, on: device, rule.values),
      subject: "router")
    return [Judged(diagnostic)]
  }

  /// The place to look at first: what the rule marks, else the failing column, else the row.
  private func primary(_ column: String?, of row: Row) -> Label {
    (rule.mark?.text ?? column).flatMap { label($0, of: row) }
      ?? Label(file(of: row), row.place, "")
  }

  /// Points at what gave a column its value, and says the value.
  func label(_ column: String, of row: Row) -> Label? {
    if column.hasPrefix("far."), case .paired(let far) = reader.fleet.farEnd(of: row) {
      return label(String(column.dropFirst(4)), of: far)
    }
    guard case .cell(let cell) = reader.read(column, of: row) else { return nil }
    let words = "\(column) \(reader.shown(column, of: row) ?? "not known")"
    if let evidence = cell.evidence { return Label(file(of: row), evidence, words) }
    let note = cell.isDefault ? "\(words): the default, left out of the export" : words
    return Label(file(of: row), row.place, note)
  }

  func file(of row: Row) -> SourceFile {
    reader.fleet.devices[row.id?.device ?? device].file
  }

  private func same(_ left: Label, _ right: Label) -> Bool {
    left.file === right.file && left.span == right.span
  }
}
