import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText

/// What was found, that which is excepted marked so, and what is wrong with the exceptions themselves;
/// `inline` holds those of each router.
func suppressed(
  _ found: [Judged], _ exceptions: Exceptions, _ inline: [[InlineException]], _ reader: Reader,
  judged: Set<String>
) -> [Judged] {
  // Most runs except from nothing.
  if exceptions.project?.exceptions.isEmpty ?? true, inline.allSatisfy(\.isEmpty) { return found }
  var suppressing = Suppressing(exceptions, reader, judged: judged, found)
  return suppressing.run(inline)
}

/// Exceptions held against what was found.
private struct Suppressing {
  let exceptions: Exceptions
  let reader: Reader
  /// The rules that were judged, by id.
  let judged: Set<String>
  private var found: [Judged]
  private var remarks: [Diagnostic] = []
  private var byRule: [String: [Int]] = [:]

  init(_ exceptions: Exceptions, _ reader: Reader, judged: Set<String>, _ found: [Judged]) {
    self.exceptions = exceptions
    self.reader = reader
    self.judged = judged
    self.found = found
    for (place, judged) in found.enumerated() {
      byRule[judged.diagnostic.rule, default: []].append(place)
    }
  }

  mutating func run(_ inline: [[InlineException]]) -> [Judged] {
    if let project = exceptions.project {
      for exception in project.exceptions { apply(exception, of: project) }
    }
    for (device, exceptions) in inline.enumerated() where !exceptions.isEmpty {
      apply(exceptions, on: device)
    }
    return found + remarks.map { Judged($0) }
  }

  /// The id that a rule has now.
  private func id(_ rule: String) -> String { exceptions.knownRules[rule] ?? rule }

  private mutating func apply(_ exception: Project.Exception, of project: Project) {
    let rule = id(exception.rule.text)
    guard judged.contains(rule) else { return }
    let places = (byRule[rule] ?? []).filter { meets(exception, found[$0]) }
    let label = Label(project.file, exception.place, "the exception")
    let subject = "\(rule) \(exception.device?.text ?? "") \(exception.reason.text)"
    if exception.until < exceptions.today {
      for place in places { found[place] = found[place].after(exception.until, label) }
      return remark(.expiredException, "\(ended(exception.until)): \(rule)", label, subject)
    }
    for place in places { found[place] = found[place].suppressed(exception.reason.text) }
    guard places.isEmpty, exceptions.coversProject else { return }
    remark(.unmatchedException, "nothing that \(rule) finds needs this exception", label, subject)
  }

  private func ended(_ day: Day) -> String { "this exception ended on \(day)" }

  private func meets(_ exception: Project.Exception, _ judged: Judged) -> Bool {
    if let device = exception.device {
      guard reader.fleet.isCalled(device.text, deviceOf(judged)) else { return false }
    }
    let conditions = exception.conditions
    if conditions.clauses.isEmpty, conditions.any.isEmpty { return true }
    guard let row = judged.row, case .yes = reader.judge(conditions, row) else { return false }
    return true
  }

  private func deviceOf(_ judged: Judged) -> Int? {
    let file = judged.diagnostic.primary.file
    return judged.row?.id?.device
      ?? reader.fleet.devices.firstIndex { $0.file === file }
  }

  private mutating func apply(_ inline: [InlineException], on device: Int) {
    let router = reader.fleet.devices[device]
    for exception in inline {
      let rule = id(exception.rule)
      let label = Label(router.file, exception.place, "the exception")
      let subject = "\(rule) \(title(exception, router))"
      if let complaint = complaint(exception) {
        remark(.invalidException, complaint, label, subject)
        continue
      }
      guard judged.contains(rule) else { continue }
      let places = (byRule[rule] ?? []).filter { covers(exception, found[$0], router.file) }
      if let until = exception.until, until < exceptions.today {
        for place in places { found[place] = found[place].after(until, label) }
        remark(.expiredException, "\(ended(until)): \(rule)", label, subject)
      } else if places.isEmpty {
        remark(
          .unmatchedException, "nothing that \(rule) finds here needs this exception", label,
          subject)
      } else {
        cover(places, rule, label, subject)
      }
    }
  }

  /// Who edits a router could silence the auditor: only up to a limit.
  private mutating func cover(
    _ places: [Int], _ rule: String, _ label: Label, _ subject: String
  ) {
    let limit = exceptions.project.map(\.inlineLimit) ?? .warning
    for place in places {
      guard let limit, found[place].diagnostic.severity <= limit else {
        let most = limit.map { "at most \($0.rawValue) may be excepted" } ?? "none may be"
        remark(
          .invalidException, "a comment cannot except from \(rule): of comments \(most)", label,
          subject)
        return
      }
      found[place] = found[place].suppressed("a comment on the router")
    }
  }

  private func covers(_ exception: InlineException, _ judged: Judged, _ file: SourceFile) -> Bool {
    let primary = judged.diagnostic.primary
    guard primary.file === file, !judged.diagnostic.isAbsent || !primary.span.isEmpty else {
      return false
    }
    return exception.statement.contains(primary.span)
      || judged.row?.entry?.argument(of: "comment")?.span == exception.place
  }

  private func complaint(_ exception: InlineException) -> String? {
    if exception.rule.isEmpty || exception.rule.hasPrefix("until=") {
      return "this exception names no rule; expected jalur:allow RULE until=2027-01-31 reason"
    }
    if exception.rule == RuleSummary.unreadableStatement.id {
      return "nothing excepts from \(exception.rule)"
    }
    if !exceptions.knownRules.isEmpty, exceptions.knownRules[exception.rule] == nil {
      let near = nearestWord(to: exception.rule, among: exceptions.knownRules.keys.sorted())
      return "this exception names no rule"
        + (near.map { "; did you mean '\($0)'?" } ?? " that there is")
    }
    if exception.until == nil {
      return "this exception has no end; expected until=2027-01-31 or another day"
    }
    return exception.hasReason ? nil : "this exception has no reason; say it behind the day"
  }

  /// What stays the same when lines move.
  private func title(_ exception: InlineException, _ router: Device) -> String {
    router.configuration.concealment.text(router.file.text(in: exception.place))
  }

  private mutating func remark(
    _ rule: RuleSummary, _ headline: String, _ label: Label, _ subject: String
  ) {
    remarks.append(
      Diagnostic(
        rule: rule.id, severity: rule.severity, headline: headline,
        primary: Label(label.file, label.span, ""), why: rule.why, fix: rule.fix, subject: subject))
  }
}

extension Judged {
  fileprivate func suppressed(_ reason: String) -> Judged {
    Judged(diagnostic.with(suppression: reason), of: row)
  }

  /// The same, which an exception covered until a day.
  fileprivate func after(_ day: Day, _ label: Label) -> Judged {
    Judged(
      diagnostic.with(related: Label(label.file, label.span, "excepted until \(day)")), of: row)
  }
}

extension Fleet {
  /// Whether a router is called so, by the project or by itself.
  fileprivate func isCalled(_ name: String, _ device: Int?) -> Bool {
    guard let device else { return false }
    return facts.names[device].map { $0 == name } ?? (devices[device].name == name)
  }
}
