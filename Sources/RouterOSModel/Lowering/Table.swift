import RouterOSSyntax

/// The entries of one menu while an export is lowered.
struct Table {
  /// What the entries have in common.
  let context: EntryContext
  /// The entries, those that need no line first.
  var entries: [Entry]
  /// The place of each addressable entry by what lines may call it; nil until a line calls one, since most
  /// tables are only added to.
  private var places: [String: Int]?

  init(_ context: EntryContext) {
    self.context = context
    entries = context.initialEntries
  }

  var menu: Menu { context.menu }

  /// The place of the entry that answers to `selector`; nil when none does. Costs a walk over all entries
  /// the first time.
  mutating func place(of selector: String) -> Int? {
    index()
    return places?[selector]
  }

  /// Appends an entry; its place.
  @discardableResult mutating func append(_ entry: Entry) -> Int {
    entries.append(entry)
    if places != nil { note(entries.count - 1) }
    return entries.count - 1
  }

  /// Puts an entry before that at `place`. Linear in the entries.
  mutating func insert(_ entry: Entry, at place: Int) {
    entries.insert(entry, at: place)
    places = nil
  }

  /// Moves the entry at `place` before that at `next`. Linear in the entries.
  mutating func move(_ place: Int, before next: Int) {
    let entry = entries.remove(at: place)
    entries.insert(entry, at: place < next ? next - 1 : next)
    places = nil
  }

  /// What lines may call the entry at a place by, as long as nothing renames it.
  mutating func selectors(of place: Int) -> [String] {
    index()
    return entries[place].selectors + entries[place].selectorsOfFactory
  }

  /// Notes that the entry at a place is called otherwise than `before`, or is no more.
  mutating func rename(_ place: Int, from before: [String]) {
    for selector in before where places?[selector] == place { places?[selector] = nil }
    if !entries[place].isRemoved { note(place) }
  }

  private mutating func index() {
    guard places == nil else { return }
    places = [:]
    for place in entries.indices { note(place) }
  }

  private mutating func note(_ place: Int) {
    for selector in entries[place].selectors { places?[selector] = place }
    // Another entry may have the name now that this one had at the factory.
    for selector in entries[place].selectorsOfFactory where places?[selector] == nil {
      places?[selector] = place
    }
  }
}

extension Entry {
  /// What later lines may call the entry by; the one entry of a settings menu is called nothing.
  fileprivate var selectors: [String] {
    if menu.kind == .settings { return [""] }
    // What goes by a name that no line gives goes by another once it has one.
    let own = menu.isNamedWithoutLine ? nil : selector
    guard let name = builtIn?.name ?? writtenName else { return own.map { [$0] } ?? [] }
    var selectors = [name, "name=\(name)"]
    if let own { selectors.append(own) }
    if let id = builtIn?.id { selectors.append(id) }
    if builtIn?.isDefault == true { selectors.append("default=yes") }
    return selectors
  }

  /// What later lines may call it by as long as no line names it.
  fileprivate var selectorsOfFactory: [String] {
    guard builtIn == nil, writtenName == nil, let factoryName else { return [] }
    return [factoryName, "name=\(factoryName)"]
  }

  /// The name given by the export.
  private var writtenName: String? { argument(of: "name")?.value }
}
