public import RouterOSModel
public import RouterOSSyntax

/// Everything that was found by comparing two configurations.
public struct Differences: Sendable {
  /// What certainly differs, by menu and then by place.
  public internal(set) var changes: [Change] = []
  /// The number of properties that could not be compared, because one export hides them.
  public internal(set) var notComparable = 0
  /// Whether something was not compared because an export shows only a part of its router.
  public internal(set) var comparesParts = false
  /// What differs only because the exports are of two releases; nil when they are of one, or do not say.
  public internal(set) var upgrade: Upgrade?
  /// The menus of the router that a statement of intent does not mention, sorted; empty when two exports were
  /// compared.
  public internal(set) var unmanaged: [String] = []
}

/// One difference of meaning between two configurations.
public struct Change: Sendable {
  /// What happened to the entry.
  public enum Kind: String, CaseIterable, Sendable {
    case added
    case removed
    case changed
    case moved
    case renamed
  }

  /// What happened; an entry that changed and moved is `changed` with a move, one that was renamed and
  /// changed is `renamed`.
  public internal(set) var kind: Kind
  /// The menu in slash form.
  public let menu: String
  /// The entry before; nil when it was added.
  public let old: Entry?
  /// The entry after; nil when it was removed.
  public let new: Entry?
  /// The properties that differ, and of a changed entry those that cannot be compared, sorted by name; for added and removed entries those that are written.
  public internal(set) var properties: [PropertyChange]
  /// The place among the entries of its chain before and after, from zero; nil when it did not move.
  public let move: Move?
  /// The place of ``old`` among the entries of its menu, from zero.
  let oldPlace: Int?
  /// The place of ``new`` among the entries of its menu, from zero.
  let newPlace: Int?
  /// How many values of other entries name a renamed entry, and followed its name.
  public internal(set) var followers = 0
}

/// Where an entry of an ordered menu stood and stands.
public struct Move: Sendable, Equatable {
  /// The place before, from zero.
  public let from: Int
  /// The place after, from zero.
  public let to: Int
}

/// One property that differs.
public struct PropertyChange: Sendable {
  /// Its name in full.
  public let name: String
  /// What it was; nil when the entry was not there.
  public let old: Value?
  /// What it is; nil when the entry is not there.
  public let new: Value?
  /// Whether the value must not be shown.
  public let isSecret: Bool

  /// Whether both values can be compared: a secret that an export hides cannot.
  public var isComparable: Bool { old?.origin != .hidden && new?.origin != .hidden }
}

/// What the step from one release of RouterOS to another changes in an export by itself.
public struct Upgrade: Sendable {
  /// Something that only one of the releases has, calls so, or leaves out.
  public struct Effect: Hashable, Sendable {
    /// The menu in slash form.
    public let menu: String
    /// The property; nil for the whole menu, whose entries were not compared.
    public let property: String?
  }

  /// The release before.
  public let old: RouterOSVersion
  /// The release after.
  public let new: RouterOSVersion
  /// How often each effect was met.
  public internal(set) var effects: [Effect: Int] = [:]
}
