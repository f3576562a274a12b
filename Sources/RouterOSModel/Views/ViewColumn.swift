/// A column that a view works out, the same for RouterOS 6 and 7.
public struct ViewColumn: Sendable {
  /// Its name: that of the property of RouterOS where one exists.
  public let name: String
  /// How its values are compared.
  public let type: ValueType
  /// What it says, in a few words without a full stop.
  public let meaning: String
  /// The words that can stand in it, sorted; nil where anything of the type may.
  public let words: [String]?

  init(_ name: String, _ type: ValueType, _ meaning: String, words: [String]? = nil) {
    self.name = name
    self.type = type
    self.meaning = meaning
    self.words = words?.sorted()
  }
}

extension ViewColumn {
  /// The columns that every row of a view, or entry of a menu, answers to.
  public static let ofEveryRow = [
    ViewColumn("built-in", .boolean, "whether RouterOS has the entry without any line"),
    ViewColumn("comment", .text, "what somebody wrote about the entry"),
    ViewColumn("device", .text, "the identity of the router, else the name of its file"),
    ViewColumn("written", .boolean, "whether the export has a line for it"),
  ]

  /// What a project says of every row of a view; see ``FleetFacts``.
  public static let ofProject = [
    ViewColumn("site", .text, "the site of the router in jalur.yaml"),
    ViewColumn("path", .text, "the path of the site that it belongs to"),
    ViewColumn("rank", .choice, "the first path is the main one", words: ["backup", "main"]),
    ViewColumn(
      "watch", .choice, "what must be looked at to know whether its path works",
      words: ["beyond-gateway", "gateway"]),
  ]

  /// The further columns of views whose rows have a far end.
  public static let ofFarEnds = [
    ViewColumn(
      "far", .choice, "whether the other end was found among the exports",
      words: ["outside", "paired", "unanswered"]),
    ViewColumn("link", .text, "names the pair of both ends"),
    ViewColumn(
      "far-has-address", .boolean, "whether the router of the far end is reached by what is dialled"
    ),
  ]

  static let family = ViewColumn(
    "family", .choice, "the version of IP", words: IPAddress.Family.allCases.map(\.rawValue))
  static let disabled = ViewColumn("disabled", .boolean, "whether it is switched off")
  static let failsOver = ViewColumn(
    "fails-over", .boolean, "whether the routing table, or the router, is meant to have two paths")
}
