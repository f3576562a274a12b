public import Diagnostics
public import SourceText

/// One rule of a policy, as its file says it. Whether its views and columns exist is for those to say
/// who know RouterOS; here only the language is checked.
public struct Rule: Sendable {
  /// What a rule comes to where nobody can tell.
  public enum WhenUnknown: String, CaseIterable, Sendable {
    /// A failure.
    case fail
    /// An outcome of its own.
    case report
  }

  /// The file that holds it.
  public let file: SourceFile
  /// Its name in reports, in kebab-case.
  public let id: Word
  /// Names it had before, which still mean it in `jalur.yaml`.
  public let formerly: [Word]
  /// How much a finding matters.
  public internal(set) var severity: RuleSeverity
  /// Who is shown it.
  public let profile: Profile
  /// The fact, with placeholders such as `{distance}`.
  public let message: Word
  /// The norm and its reason.
  public let why: Word
  /// The way out.
  public let fix: Word
  /// Where it is written.
  public let references: [Word]
  /// The releases it is meant for; nil for all.
  public let routerOS: Condition?
  /// What a project may set.
  public let parameters: [Parameter]
  /// The rule concerns a router only if this finds something; nil when it concerns all.
  public internal(set) var when: Selection?
  /// Which entries it judges.
  public internal(set) var select: Selection
  /// The columns that group the entries; empty for one group a router.
  public let per: [Word]
  /// What must be true.
  public internal(set) var expect: Expectation
  /// The column a finding points at; nil for the one that failed.
  public let mark: Word?
  /// Further columns to point at.
  public let show: [Word]
  /// What it comes to where nobody can tell.
  public internal(set) var unknown: WhenUnknown
  /// The values of its parameters, by name, once they are put in; for the placeholders `{$name}`.
  public internal(set) var values: [String: [String]] = [:]

  /// The name of the folder that holds it, which is that of its pack; nil for a file without a folder.
  public var pack: String? {
    let parts = file.name.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : nil
  }

  /// What is worth knowing of it without its conditions.
  public var summary: RuleSummary {
    RuleSummary(
      id: id.text, severity: severity.highest, message: message.text, why: why.text,
      fix: fix.text, pack: pack, profile: profile)
  }
}

/// How much a rule matters, which may depend on the major version of RouterOS.
public struct RuleSeverity: Sendable {
  /// By major version; the key 0 stands for every other.
  let byMajor: [Int: Severity]

  /// The same for all.
  public init(_ severity: Severity) { byMajor = [0: severity] }

  init(_ byMajor: [Int: Severity]) { self.byMajor = byMajor }

  /// How much it matters in a major version; nil stands for one that is not known.
  public func severity(in major: Int?) -> Severity {
    major.flatMap { byMajor[$0] } ?? byMajor[0] ?? highest
  }

  /// The highest of all versions.
  public var highest: Severity { byMajor.values.max() ?? .error }
}

/// Something that a project may set.
public struct Parameter: Sendable {
  /// What `$name` means it by.
  public let name: Word
  /// Its values when nobody sets it: one, or those of a list.
  public let defaults: [Word]
  /// Whether it is a list.
  public let isList: Bool
  /// What it is, in a few words.
  public let about: Word
}

/// A piece of text in a policy, with its place.
public struct Word: Sendable {
  /// The text.
  public let text: String
  /// Its bytes in the file.
  public let span: Span
  /// The file, where it is another than that of the rule, as for what a project sets.
  public internal(set) var file: SourceFile?

  /// A word at a place.
  public init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}
