import Diagnostics
import RouterOSSyntax
import SourceText

/// What of a script RouterOS of `version` would refuse, in file order; see ``Configuration/problems``.
func problemsOfMeaning(
  in script: Script, of version: RouterOSVersion?, by catalogue: Catalogue
) -> Refusals {
  var check = MeaningCheck(script, version, catalogue)
  check.run()
  return Refusals(check.problems, shortened: check.shortened)
}

/// One walk over the statements of a script.
private struct MeaningCheck {
  let script: Script
  let version: RouterOSVersion?
  let catalogue: Catalogue
  let knowledge: ReleaseKnowledge
  private(set) var problems: [MeaningProblem] = []
  /// The menus in which a property is typed in short, with the first such place: which one is meant only the
  /// router knows.
  private(set) var shortened: [String: Span] = [:]
  /// How many words may still be compared with all others, so that hostile scripts cost linear time.
  private var searches = 1 << 9
  private var menusSeen: Set<String> = []
  private var renamed: [String: [String: String]] = [:]
  private var menu = Menu.unmodelled("")
  /// The path of the menu as the script has it.
  private var typedMenu = ""
  private let mayBeShort: Bool
  private var statement = 0

  init(_ script: Script, _ version: RouterOSVersion?, _ catalogue: Catalogue) {
    self.script = script
    self.version = version
    self.catalogue = catalogue
    knowledge = ReleaseKnowledge(of: version)
    mayBeShort = script.mayBeTypedInShort(version)
  }

  mutating func run() {
    for statement in script.statements where !statement.isDamaged && !statement.isVoid {
      self.statement = statement.index
      if statement.verb.isEmpty, let block = statement.plainBlock {
        for inner in block.statements where !inner.isDamaged { check(inner) }
      } else {
        check(statement)
      }
    }
  }

  private mutating func check(_ statement: Statement) {
    guard ["add", "set"].contains(statement.verb) else { return }
    if statement.menu != typedMenu {
      typedMenu = statement.menu
      menu =
        mayBeShort
        ? catalogue.menu(typed: typedMenu, in: version) : catalogue.menu(typedMenu, in: version)
    }
    guard isMenuOfRelease(statement), menu.isModelled else { return }
    for argument in statement.arguments where argument.kind != .positional { check(argument) }
  }

  private mutating func check(_ argument: Argument) {
    guard let name = argument.name else { return }
    let isOfCommand = wordsOfCommands.contains(name)
    let known = menu.properties[name]
    let meant =
      mayBeShort && known == nil ? menu.properties[menu.fullName(name, in: version)] : known
    guard let property = meant else {
      return isOfCommand ? () : noteUnknown(name, argument)
    }
    if let version, !isOfCommand, knowledge != .none, !property.releases.contains(version) {
      let name = property.name(inMajor: version.major)
      let instead =
        name == property.name
        ? nil
        : MeaningProblem.Counterpart(name: name, menu: menu.path(inMajor: version.major))
      return note(
        .propertyOfOtherRelease(property.releases, instead: instead), property.name,
        argument.placeOfName)
    }
    guard argument.kind == .pair else { return }
    var text = argument.value
    guard let misfit = menu.misfit(of: argument, text, property, in: version, &searches) else {
      return
    }
    let words = property.allowedWords.sorted()
    var near: String?
    if case .word(let word) = misfit {
      text = word
      near = nearest(word) { words }
    }
    note(
      .invalidValue(
        MeaningProblem.InvalidValue(
          text: text, misfit: misfit, near: near, type: property.type, bounds: property.bounds,
          words: words)),
      name, argument.valueSpan)
  }

  private mutating func note(_ kind: MeaningProblem.Kind, _ property: String?, _ span: Span) {
    problems.append(
      MeaningProblem(
        kind: kind, menu: menu.path, property: property, statement: statement, version: version,
        span: span))
  }
}

/// Names that commands take in every release, whether the entries of a menu have such a property or not.
let wordsOfCommands: Set<String> = [
  "comment", "copy-from", "disabled", "numbers", "place-before", "value-name",
]

// Names that are not there.
extension MeaningCheck {
  /// Whether the menu is one of the release, as far as is known; if not, says so at its first statement.
  private mutating func isMenuOfRelease(_ statement: Statement) -> Bool {
    if menu.isRecognised {
      guard let version, knowledge != .none, !menu.releases.contains(version) else { return true }
      let path = menu.path(inMajor: version.major)
      noteMenu(
        .menuOfOtherRelease(menu.releases, instead: path == menu.path ? nil : path), statement)
      return false
    }
    guard knowledge != .none, !menusSeen.contains(menu.path),
      catalogue.menus(inShort: menu.path, in: version).isEmpty
    else { return true }
    let near = nearest(menu.path) { [catalogue] in catalogue.paths }
    if knowledge == .whole || near.map({ isTypo(menu.path, [$0]) }) ?? false {
      noteMenu(.unknownMenu(near: near), statement)
    } else {
      menusSeen.insert(menu.path)
    }
    return false
  }

  /// Says once what is wrong with a menu, where the file first names it.
  private mutating func noteMenu(_ kind: MeaningProblem.Kind, _ statement: Statement) {
    guard menusSeen.insert(menu.path).inserted else { return }
    let path = Span(
      Int(statement.span.start), Int(max(statement.span.start, statement.verbSpan.start)))
    let section = script.sections.first { $0.menu == menu.path }?.span
    note(kind, nil, path.isEmpty ? section ?? statement.verbSpan : path)
  }

  private mutating func noteUnknown(_ name: String, _ argument: Argument) {
    if menu.properties.keys.contains(where: { $0.hasPrefix(name) }) {
      shortened[menu.path] = shortened[menu.path] ?? argument.placeOfName
      return
    }
    guard knowledge != .none else { return }
    if let (releases, instead) = counterpart(of: name) {
      return note(
        .propertyOfOtherRelease(releases, instead: instead), name, argument.placeOfName)
    }
    let near = nearest(name) { [menu] in menu.properties.keys.sorted() }
    guard knowledge == .whole || near.map({ isTypo(name, [$0]) }) ?? false else { return }
    note(.unknownProperty(near: near), name, argument.placeOfName)
  }

  /// What this release calls a property that has `name` in the other major version.
  private mutating func counterpart(of name: String) -> (ReleaseRange, MeaningProblem.Counterpart)?
  {
    guard let version, let releases = ReleaseRange(version.major < 7 ? "7-" : "-6") else {
      return nil
    }
    let (own, other) = version.major < 7 ? (6, 7) : (7, 6)
    if let own = namesByOther(other)[name] {
      return (releases, MeaningProblem.Counterpart(name: own, menu: menu.path))
    }
    let path = menu.path(inMajor: other)
    guard path != menu.path, let property = catalogue.menu(path).properties[name] else {
      return nil
    }
    let renamed = property.name(inMajor: own)
    guard menu.properties[renamed] != nil else { return nil }
    return (releases, MeaningProblem.Counterpart(name: renamed, menu: menu.path))
  }

  /// The properties of the menu that the major version `other` calls otherwise, by what it calls them.
  private mutating func namesByOther(_ other: Int) -> [String: String] {
    if let known = renamed[menu.path] { return known }
    let pairs = menu.properties.values.map { ($0.name(inMajor: other), $0.name) }
    let names = Dictionary(pairs.filter { $0 != $1 }, uniquingKeysWith: min)
    renamed[menu.path] = names
    return names
  }

  private mutating func nearest(_ word: String, among words: () -> [String]) -> String? {
    guard searches > 0 else { return nil }
    searches -= 1
    return nearestWord(to: word, among: words())
  }
}

extension Menu {
  /// Why the `text` that an argument writes can be no value of `property`; nil when it can, or nobody knows.
  ///
  /// `searches` counts down how often a word may still be compared with all others.
  func misfit(
    of argument: Argument, _ text: String, _ property: Property, in version: RouterOSVersion?,
    _ searches: inout Int
  ) -> Misfit? {
    guard isModelled, !property.isSecret, property.type != .script, !argument.isCode else {
      return nil
    }
    let misfit =
      property.misfit(of: text, in: version, &searches) ?? misfit(ofFamily: text, property)
    // Most values fit, and need not be looked through for more.
    guard misfit != nil, !argument.holdsCode, !isMask(Array(text.utf8)) else { return nil }
    return misfit
  }
}

extension Argument {
  /// The name as written, without its `=`.
  fileprivate var placeOfName: Span {
    let span = nameSpan
    let isPair = kind == .pair && !span.isEmpty && script.file.bytes[Int(span.end) - 1] == 0x3D
    return isPair ? Span(Int(span.start), Int(span.end) - 1) : span
  }
}
