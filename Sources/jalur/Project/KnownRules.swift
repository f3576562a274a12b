import Policy
import SourceText

/// The rules there are: those of Jalur, and the user's own, which take the place of those of Jalur that
/// have the same id.
struct KnownRules {
  /// The rules that travel inside the program, replaced ones included.
  let shipped: [Rule]
  /// Those of the folders that the project and the command line name.
  let own: [Rule]

  /// Reads them. A file that is named twice is read once.
  init(_ project: OpenProject?, _ policies: [String]) throws(Failure) {
    shipped = try shippedRules()
    var own: [Rule] = []
    var seen: Set<String> = []
    let packs = Set(shipped.compactMap(\.pack)).sorted()
    for folder in try (project?.folders(besides: packs) ?? []) + policies {
      own += try rulesIn(folder).filter { rule in
        seen.insert(realPath(rule.file.name) ?? rule.file.name).inserted
      }
    }
    self.own = own
  }

  /// All that can be judged, in the order of the packs.
  var all: [Rule] {
    let replacing = Set(own.map(\.id.text))
    return shipped.filter { !replacing.contains($0.id.text) } + own
  }

  /// The packs that a rule belongs to: that of its folder, and that of the rule of Jalur that it replaces.
  func packs(of rule: Rule) -> [String] {
    let replaced = shipped.first { $0.id.text == rule.id.text }
    return [rule.pack, replaced?.pack].compactMap(\.self)
  }

  /// The manual page of a rule, as Markdown. Throws when it has none, or there is no such rule.
  func page(of id: String) throws(Failure) -> String {
    guard let rule = own.first(where: { $0.id.text == id }) else {
      return try manualPage(of: id, besides: own.map(\.id.text))
    }
    let page = String(rule.file.name.dropLast(".yaml".utf8.count)) + ".md"
    return String(decoding: try readFile(page, expected: "the page of a rule"), as: UTF8.self)
  }
}
