import Audit
public import Diagnostics
public import Policy
import Report
import RouterOSModel
import SourceText

/// What running a page showed.
public struct PageOutcome: Sendable {
  /// Marks at which nothing is found, and findings that nothing marks, in the order of the page.
  public let discrepancies: [SourceError]
  /// The places of reports that are not what an audit says now.
  public let staleReports: [SourceError]
  /// The page with every report as an audit says it now.
  public let updated: [UInt8]

  /// Whether the page is right in all it says.
  public var holds: Bool { discrepancies.isEmpty && staleReports.isEmpty }
}

/// Runs the examples of a page by its rule, and by no other.
///
/// Without a rule the page is that of one of ``RuleSummary/ofExportItself``.
///
/// Throws one sentence with a place when the rule asks for what RouterOS does not have. Linear in the
/// size of the page.
public func runPage(_ page: Page, of rule: Rule?) throws(SourceError) -> PageOutcome {
  let rules = rule.map { [$0] } ?? []
  let ofRuleAlone = try PolicySet(rules)
  var discrepancies: [SourceError] = []
  var stale: [SourceError] = []
  var updated: [UInt8] = []
  var done = 0
  for example in page.examples {
    let policies = try example.policies(rules, in: page.file) ?? ofRuleAlone
    let fleet = try example.fleet(in: page.file)
    let exceptions = dayOfPages.map { Exceptions(today: $0, project: example.project?.project) }
    let diagnostics = audit(fleet, by: policies, except: exceptions)
    var claims = Claims(example, in: page.file, ofExportItself: rule == nil)
    discrepancies += claims.discrepancies(diagnostics)
    guard let place = example.report else { continue }
    var result = AuditResult(diagnostics, fleet)
    result.ruleCount = policies.rules.count
    let report = withLineBreaks(of: page.file, Array(FindingFormat.text.render(result).utf8))
    if !page.file.bytes[place.range].elementsEqual(report) {
      stale.append(
        SourceError(
          "this report is not what an audit says now; see jalur test --update",
          at: place.startPoint, in: page.file))
    }
    updated += page.file.bytes[done..<Int(place.start)] + report
    done = Int(place.end)
  }
  updated += page.file.bytes[done...]
  return PageOutcome(discrepancies: discrepancies, staleReports: stale, updated: updated)
}

/// The day on which pages are run, so that their exceptions end on the same side of it for ever.
private let dayOfPages = Day("2026-01-01")

/// The text with the line breaks that the page has, so that a checkout on Windows holds, too.
private func withLineBreaks(of page: SourceFile, _ text: [UInt8]) -> [UInt8] {
  guard let feed = page.bytes.firstIndex(of: 0x0A), feed > 0, page.bytes[feed - 1] == 0x0D else {
    return text
  }
  return text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
}
