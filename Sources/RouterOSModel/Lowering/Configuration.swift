public import RouterOSSyntax
public import SourceText
import Synchronization

/// What an export means: the entries of every menu, defaults filled in, each value with its origin.
public final class Configuration: Sendable {
  /// The export as it was written.
  public let script: Script
  /// The release the export names, or was said to be of; nil for neither: then the newest is meant.
  public let version: RouterOSVersion?
  /// Whether secrets that no line writes were left out by the export.
  public let secretsAreHidden: Bool
  /// The number of statements whose meaning is known: they became part of an entry.
  public let understood: Int
  /// The menus that statements which cannot be read or followed, or failed exports, make unknown, with the place of the cause.
  public let gaps: [String: Span]

  /// The statements that were not followed, by number, in file order.
  let unfollowed: [Int]
  /// Those among them whose searches would cost too much.
  let unsearched: Set<Int>
  /// What of the router is shown; nil for all of it.
  let shownPart: ShownPart?
  let catalogue: Catalogue
  /// The users that commands removed, which no export need show.
  let removedUsers: Set<String>
  private let alteredMenus: Set<String>
  private let tables: [String: [Entry]]
  private let ownConcealment = Mutex<Concealment?>(nil)
  private let ownRefusals = Mutex<Refusals?>(nil)
  /// The LTE interfaces, once they were asked for.
  let keptLTEInterfaces = KeptValue<[LTEInterface]>()

  init(_ lowering: consuming Lowering) {
    script = lowering.script
    version = lowering.version
    secretsAreHidden = lowering.hidesSecrets
    understood = lowering.understood
    unfollowed = lowering.unfollowed
    unsearched = lowering.unsearched
    gaps = lowering.gaps
    shownPart = ShownPart(lowering.script)
    catalogue = lowering.catalogue
    alteredMenus = lowering.alteredMenus
    removedUsers = lowering.removedUsers
    let tables = lowering.tables.lazy.map { table in
      let entries = table.entries
      let hasRemoved = entries.contains(where: \.isRemoved)
      return (table.menu.path, hasRemoved ? entries.filter { !$0.isRemoved } : entries)
    }
    self.tables = Dictionary(uniqueKeysWithValues: tables)
  }

  /// What of the export may be shown; worked out when it is first asked for.
  public var concealment: Concealment {
    ownConcealment.withLock { known in
      let concealment = known ?? Concealment(script, by: catalogue)
      known = concealment
      return concealment
    }
  }

  /// What of the export RouterOS of its release would refuse although it can be read, in file order; worked
  /// out when it is first asked for.
  ///
  /// Commands that add or set are held against the menus the catalogue models; what only a router can work
  /// out, what stands behind a mask, and what a release may have that the catalogue does not know, is no
  /// problem. Linear.
  public var problems: [MeaningProblem] { refusals.problems }

  private var refusals: Refusals {
    ownRefusals.withLock { known in
      let refusals = known ?? problemsOfMeaning(in: script, of: version, by: catalogue)
      known = refusals
      return refusals
    }
  }

  /// The menus that lines of the export speak of, sorted.
  public var menus: [String] { tables.keys.sorted() }

  /// What the catalogue knows of a menu in the release of the export.
  public func menu(_ path: String) -> Menu { catalogue.menu(path, in: version) }

  /// A name that a statement has in short, and the only one of this release that it can mean; nil when all are
  /// in full, or could mean several.
  public func nameInShort(in statement: Statement) -> (typed: String, meant: String)? {
    let menu = catalogue.menu(typed: statement.menu, in: version)
    if menu.path != statement.menu { return (statement.menu, menu.path) }
    for name in statement.arguments.lazy.compactMap(\.name) {
      let full = menu.fullName(name, in: version)
      if full != name { return (name, full) }
    }
    return nil
  }

  /// The entries of a menu in file order: built-in ones are there even when no line names them.
  public func entries(_ path: String) -> [Entry] {
    if let entries = tables[path] { return entries }
    let menu = catalogue.menu(path, in: version)
    if menu.kind != .settings, menu.builtIns.isEmpty { return [] }
    let context = EntryContext(menu, script, version, hidesSecrets: secretsAreHidden)
    return context.initialEntries
  }

  /// Whether the export writes defaults out, as `export verbose` does: a third of what its first lines give is
  /// what would hold without them.
  public var writesDefaults: Bool {
    var written = 0
    var defaults = 0
    for menu in menus where written < 1_000 {
      for entry in entries(menu).prefix(50) {
        for property in entry.writtenProperties {
          written += 1
          if entry.isDefault(property) { defaults += 1 }
        }
      }
    }
    return defaults * 3 > written
  }

  /// Whether the entries of a menu may be incomplete, because part of the export was not read.
  public func mayBeIncomplete(_ path: String) -> Bool { gap(inMenu: path) != nil }

  /// Whether all entries of a menu would be in the export: not when the commands of a transcript printed
  /// other menus, or only some of the entries. That a file keeps to one branch proves nothing here.
  public func shows(_ path: String) -> Bool {
    guard let shownPart, shownPart.isTranscript else { return true }
    return shownPart.holds(path)
  }

  /// Whether the entries of a menu may be different from what was read, because a statement that may
  /// have changed them was not followed.
  public func mayBeAltered(_ path: String) -> Bool {
    gapThatAlters(menu: path) != nil
  }
}

extension Configuration {
  /// Why rows of a view may be missing; nil when the menus they come from were read whole.
  public func incompleteness(of view: View) -> Cause? {
    incompleteness(of: view.menus + view.sources)
  }

  /// Why rows of a view may be different from what was read; nil when they are not.
  public func alteration(of view: View) -> Cause? {
    if isWhole { return nil }
    return view.menus.lazy.compactMap(alteration(ofMenu:)).first ?? incompleteness(of: view.sources)
  }

  /// Why entries of menus may be missing; nil when none is.
  public func incompleteness(of menus: [String]) -> Cause? {
    if isWhole { return nil }
    return menus.lazy.compactMap(incompleteness(ofMenu:)).first
  }

  /// The place of what makes entries of menus unknown; the start of the file when nothing does.
  public func placeOfGap(in menus: [String]) -> Span {
    let refused = menus.compactMap { refusals.menus[$0] ?? refusals.shortened[$0] }
    let spans =
      (menus + ["/"]).compactMap { gaps[$0] } + [shownPart?.place].compactMap { $0 } + refused
    return (spans.isEmpty ? Array(gaps.values) : spans).min { $0.start < $1.start } ?? Span(0, 0)
  }

  /// Whether nothing makes any menu unknown, as of most exports.
  public var isWhole: Bool {
    let refusals = refusals
    return gaps.isEmpty && shownPart == nil && refusals.menus.isEmpty && refusals.shortened.isEmpty
  }

  /// Why entries of a menu may be missing; nil when none is.
  private func incompleteness(ofMenu path: String) -> Cause? {
    gap(inMenu: path) ?? refusal(inMenu: path)
  }

  private func refusal(inMenu path: String) -> Cause? {
    if refusals.menus[path] != nil { return .refused(path) }
    return refusals.shortened[path] == nil ? nil : .shortened(path)
  }

  private func gap(inMenu path: String) -> Cause? {
    if gaps.isEmpty, shownPart == nil { return nil }
    if let part = shownPart, !part.holds(path) { return part.cause(path) }
    if gaps[path] != nil { return .gap(path) }
    return gaps["/"] == nil ? nil : .gap("/")
  }

  /// Why entries of a menu may be different from what was read; nil when they are not.
  public func alteration(ofMenu path: String) -> Cause? {
    gapThatAlters(menu: path) ?? refusal(inMenu: path)
  }

  private func gapThatAlters(menu path: String) -> Cause? {
    if gaps.isEmpty, shownPart == nil { return nil }
    if let part = shownPart, !part.holds(path),
      catalogue.menu(path, in: version).hasEntriesWithoutLine
    {
      return part.cause(path)
    }
    if alteredMenus.contains(path) { return .gap(path) }
    return alteredMenus.contains("/") ? .gap("/") : nil
  }
}

/// Finds out what an export means. Never fails; linear in the size of the script.
///
/// `version` is the release whose defaults hold, for a script whose header does not tell; nil takes
/// that of the header.
public func lower(
  _ script: Script, as version: RouterOSVersion? = nil, by catalogue: Catalogue = .shipped
) -> Configuration {
  var lowering = Lowering(script, version ?? script.header.version, catalogue)
  lowering.run()
  return Configuration(lowering)
}
