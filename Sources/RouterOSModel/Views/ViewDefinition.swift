/// What a view consists of, and how its rows are found.
struct ViewDefinition: Sendable {
  /// What it shows, in a few words without a full stop.
  let meaning: String
  /// The columns it works out, the telling ones first; rows also answer to the properties of their
  /// entry.
  let columns: [ViewColumn]
  /// The menus whose entries are its rows, both major versions together.
  let menus: [String]
  /// The further menus that the columns and far ends of its rows are worked out from.
  var sources: [String] = []
  /// Whether its rows have a far end on another router.
  var hasFarEnd = false
  /// Finds the rows of one router.
  let rows: @Sendable (RouterViews) -> [Row]
}
