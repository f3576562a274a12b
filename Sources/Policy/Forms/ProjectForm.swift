extension Form {
  /// The file `jalur.yaml`.
  public static let project = Form.mapping(
    [
      Field("language", .choice(["1"]), isRequired: true, "the version of the language"),
      Field("exports", .list(.text, least: 0), "files and folders of exports, below this file"),
      Field(
        "policies", .list(.text, least: 0),
        "packs of Jalur by name, and folders of rules as ./folder; all packs if left out"),
      Field(
        "devices", .mapping([], others: .mapping(ofDevice, others: nil)),
        "routers by name, and what no export tells of them"),
      Field(
        "sites", .mapping([], others: .mapping(ofSite, others: nil)),
        "routers that belong together, by the name of their site"),
      Field("others", .list(.text, least: 0), "networks of peers that are not ours"),
      Field(
        "rules", .mapping([], others: .mapping(ofSettings, others: nil)),
        "what is set of single rules, by id"),
      Field(
        "exceptions", .list(.mapping(ofException, others: nil), least: 0),
        "findings that are accepted for a while"),
      Field(
        "inline-exceptions", .choice(["error", "info", "no", "warning"]),
        "the highest severity that a comment on a router may except; warning if left out"),
      Field("baseline", .text, "the file of findings that were there from the start"),
    ], others: nil)

  static let ofDevice = [
    Field("export", .text, "its export, below this file"),
    Field(
      "untrusted", .list(.text, least: 0),
      "the interfaces behind which nobody is trusted; the export tells if left out"),
    Field("known-as", .list(.text, least: 0), "addresses that others reach it by"),
  ]

  static let ofSite = [
    Field("devices", .list(.text, least: 1), isRequired: true, "its routers, by name"),
    Field(
      "paths", .list(.mapping(ofPath, others: nil), least: 1),
      "the ways between them, the main one first"),
    Field(
      "lans", .mapping([], others: oneOrMore(.text)),
      "networks that are promised to the other routers, by router"),
  ]

  static let ofPath = [
    Field("name", .text, isRequired: true, "its name"),
    Field(
      "watch", .choice(["beyond-gateway", "gateway"]),
      "what must be looked at to know whether it works"),
    Field("interfaces", .mapping([], others: oneOrMore(.text)), "what it goes by, by router"),
  ]

  static let ofSettings = [
    Field(
      "parameters", .mapping([], others: .named(.values)), "values of its parameters, by name"),
    Field("severity", .choice(severities + ["off"]), "another severity; off needs a reason"),
    Field("reason", .text, "why it is set so"),
    Field(
      "unknown", .choice(Rule.WhenUnknown.allCases.map(\.rawValue).sorted()),
      "report an outcome of its own where nobody can tell, or fail"),
  ]

  static let ofException = [
    Field("rule", .text, isRequired: true, "the id of the rule"),
    Field("device", .text, "the router; all if left out"),
    Field("where", .named(.conditions), "what must hold of the entry, by columns of its view"),
    Field("reason", .text, isRequired: true, "why it is accepted"),
    Field("owner", .text, isRequired: true, "who answers for it"),
    Field("until", .date, isRequired: true, "the last day that it holds"),
  ]
}
