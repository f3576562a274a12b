import Diagnostics

extension Form {
  /// The file of a rule.
  public static let rule = Form.mapping(
    whatARuleIs + whatARuleSays + whatARuleJudges, others: nil)

  /// The `pack.yaml` of a folder of rules.
  public static let pack = Form.mapping(
    [
      Field("about", .text, isRequired: true, "what its rules have in common, in one sentence"),
      Field("language", .choice(["1"]), isRequired: true, "the version of the language"),
      Field("pack", .text, isRequired: true, "its name, which is that of its folder"),
    ], others: nil)

  static let severities = Severity.allCases.map(\.rawValue).sorted()

  private static let whatARuleIs = [
    Field("id", .text, isRequired: true, "its name, in kebab-case; that of its file, too"),
    Field("formerly", oneOrMore(.text), "old ids that still work in jalur.yaml"),
    Field(
      "severity", .anyOf([.choice(severities), .mapping(severitiesByMajor, others: nil)]),
      isRequired: true, "error breaks the promise, warning is likely wrong, info is worth knowing"),
    Field(
      "profile", .choice(Profile.allCases.map(\.rawValue).sorted()),
      "recommended is what a colleague would say, strict is for those who ask"),
    Field("routeros", .named(.condition), "the releases it is meant for, such as at-least: 7.10"),
    Field(
      "parameters", .mapping([], others: .mapping(ofParameter, others: nil)),
      "what a project may set, used as $name"),
    Field(
      "unknown", .choice(Rule.WhenUnknown.allCases.map(\.rawValue).sorted()),
      "report an outcome of its own where nobody can tell, or fail"),
  ]

  private static let severitiesByMajor = [6, 7].map {
    Field("routeros-\($0)", .choice(severities), isRequired: true, "in RouterOS \($0)")
  }

  static let ofParameter = [
    Field("default", oneOrMore(.text), isRequired: true, "its value, or its values in a list"),
    Field("about", .text, isRequired: true, "what it is, in a few words"),
  ]

  private static let whatARuleSays = [
    Field("message", .text, isRequired: true, "the fact, with placeholders such as {distance}"),
    Field("why", .text, isRequired: true, "the norm and its reason"),
    Field("fix", .text, isRequired: true, "the way out, as a command where one line does it"),
    Field("references", oneOrMore(.text), "where it is written: manual pages, RFCs"),
    Field("mark", .text, "the column a finding points at, instead of the one that fails"),
    Field("show", oneOrMore(.text), "further columns to point at"),
  ]

  private static let whatARuleJudges = [
    Field(
      "when", .mapping(ofSelection + [howMany], others: nil),
      "it concerns a router only if this finds something"),
    Field("select", .named(.selection), isRequired: true, "which entries it judges"),
    Field(
      "per", oneOrMore(.text), "the columns to group by; link, site and fleet join routers"),
    Field("expect", .named(.expectation), isRequired: true, "what must be true"),
  ]
}
