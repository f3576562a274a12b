import ArgumentParser
import Diagnostics

/// The severities that can be asked for.
enum LeastSeverity: String, CaseIterable, ExpressibleByArgument {
  case error
  case info
  case warning

  var severity: Severity {
    switch self {
    case .error: .error
    case .info: .info
    case .warning: .warning
    }
  }
}

/// The profiles that can be asked for.
enum WantedProfile: String, CaseIterable, ExpressibleByArgument {
  case recommended
  case strict

  var profile: Profile {
    switch self {
    case .recommended: .recommended
    case .strict: .strict
    }
  }
}

/// What is looked for, and what of it ends with status 1: the same for every command that audits.
struct Judgement: ParsableArguments {
  @Option(help: "The least severity that ends with status 1: error, warning or info.")
  var failOn = LeastSeverity.error

  @Flag(help: "End with status 1, too, when something cannot be told.")
  var failOnUnknown = false

  @Option(help: "A rule of your own, or a folder of them, beside those of Jalur; may be repeated.")
  var policies: [String] = []

  @Option(
    help: """
      Judge by this rule alone; may be repeated. What is wrong with an export itself, or with an \
      exception, is said in any case.
      """)
  var rule: [String] = []

  @Option(help: "Judge by the rules of this pack alone, as by --rule; may be repeated.")
  var pack: [String] = []

  @Option(help: "recommended: what a colleague would say; strict: all rules.")
  var profile = WantedProfile.recommended

  @Option(help: "The least severity that is shown and counted: error, warning or info.")
  var severity = LeastSeverity.info

  @OptionGroup var project: ProjectOption

  @Option(
    help: ArgumentHelp(
      "The day by which exceptions end, such as 2027-01-31; today in UTC if left out.",
      valueName: "day"))
  var today: GivenDay?

  @Option(
    help: ArgumentHelp(
      """
      Take files of folders whose path matches for exports, too: * and ? within a name, ** for any \
      folders; without / in every folder. May be repeated.
      """, valueName: "glob"))
  var include: [Glob] = []

  /// Whether these findings end with status 1.
  func fails(on diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { diagnostic in
      if diagnostic.suppression != nil { return false }
      return switch diagnostic.outcome {
      case .fail: diagnostic.severity >= failOn.severity
      case .unknown: failOnUnknown
      }
    }
  }
}
