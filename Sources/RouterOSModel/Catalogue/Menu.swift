public import RouterOSSyntax

/// What the catalogue knows of one menu of RouterOS.
public final class Menu: Sendable {
  /// How the entries of a menu belong together.
  public enum Kind: String, CaseIterable, Sendable {
    /// One entry that is always there, such as `/ip/dns`.
    case settings
    /// Entries in no order that means anything.
    case list
    /// Entries whose order means something, such as firewall rules.
    case orderedList = "ordered-list"
    /// Entries that are always there and can only be set, such as `/ip/service`.
    case fixedList = "fixed-list"
    /// A menu that is known to be there, but not how its entries belong together.
    case recognised
    /// A menu the catalogue does not know.
    case unmodelled
  }

  /// An entry that is there without any line of the export.
  public struct BuiltIn: Sendable {
    /// The value of `name`; for entries without a name, their place.
    public let name: String
    /// How the export may address it instead of by name, for example `*FFFFFFFE`; often nil.
    public let id: String?
    /// Whether `[ find default=yes ]` finds it.
    public let isDefault: Bool
    /// The releases that have it.
    public let releases: ReleaseRange
    /// The values it differs in from an entry that was just added.
    public let values: [String: String]
  }

  /// The path in slash form, for example `/ip/route`.
  public let path: String
  /// How its entries belong together.
  public let kind: Kind
  /// The releases that have it, as far as that is known.
  public let releases: ReleaseRange
  /// The properties that identify an entry; empty where RouterOS enforces none.
  public let key: [String]
  /// For an ordered list, the properties within whose values the order counts, such as `chain`.
  public let orderWithin: [String]
  /// The property that other entries call an entry by: `name`, but for lists and chains.
  public let namedBy: String
  /// Whether its entries are interfaces, so that their names are names of interfaces.
  public let holdsInterfaces: Bool
  /// Why nothing that Jalur tells of depends on what stands in it; nil when that is not known.
  public let immaterialBecause: String?
  /// The entries that are there without a line, in any release.
  public let builtIns: [BuiltIn]
  /// The properties by name.
  public let properties: [String: Property]
  /// The properties that a bare word sets.
  let flags: Set<String>
  /// The properties that hold scripts.
  let propertiesOfScripts: [String]
  /// The properties that may put addresses into lists.
  let propertiesOfAddressLists: [Property]
  /// The family of all its addresses; nil where both may stand.
  let family: IPAddress.Family?
  /// The property that lines call an entry by which needs no line to be there, beside its name.
  let addressedBy: String?
  private let names: NameByMajor
  /// What it was before its kind changed, and the first release of its present kind; nil when it never did.
  private let earlier: (menu: Menu, before: RouterOSVersion)?
  /// What its properties name, once that was asked for.
  let keptNames = KeptValue<NamesOfMenu>()

  /// Whether the catalogue knows the kind, the identity and the value types of the menu.
  public var isModelled: Bool { isRecognised && kind != .recognised }

  /// Whether the catalogue knows the menu at all.
  public var isRecognised: Bool { kind != .unmodelled }

  init(_ draft: Draft) {
    path = draft.path
    kind = draft.kind
    releases = draft.releases
    key = draft.key
    orderWithin = draft.orderWithin
    namedBy = draft.namedBy
    holdsInterfaces = draft.holdsInterfaces
    immaterialBecause = draft.immaterialBecause
    builtIns = draft.builtIns
    properties = draft.properties
    flags = Set(draft.properties.values.lazy.filter { $0.type == .flag }.map(\.name))
    propertiesOfScripts = draft.properties.values.filter { $0.type == .script }.map(\.name)
    propertiesOfAddressLists = draft.properties.values.filter {
      $0.name.hasPrefix("address-list")
    }
    family = familyOfAddresses(in: draft.path)
    addressedBy = draft.addressedBy
    names = draft.names
    earlier = draft.earlier.map { earlier in
      var draft = draft
      draft.earlier = nil
      draft.kind = earlier.kind
      if earlier.kind == .settings { draft.key = [] }
      return (Menu(draft), earlier.before)
    }
  }

  /// The menu as it is in `version`: its kind may have changed. Nil stands for the newest release.
  func form(in version: RouterOSVersion?) -> Menu {
    guard let earlier, let version, version < earlier.before else { return self }
    return earlier.menu
  }

  /// Whether it once had other settings than entries, so that a script that names no release may mean those.
  var wasSettings: Menu? { earlier?.menu.kind == .settings ? earlier?.menu : nil }

  /// A menu of which only the path is known.
  static func unmodelled(_ path: String) -> Menu {
    var draft = Draft()
    draft.path = path
    return Menu(draft)
  }

  /// Where RouterOS of the major version `major` keeps the same things; its own path where they did not move.
  public func path(inMajor major: Int) -> String { names.name(inMajor: major) ?? path }

  /// The entries that are there without a line in `version`; nil stands for the newest release.
  public func builtIns(in version: RouterOSVersion?) -> [BuiltIn] {
    builtIns.filter { $0.releases.contains(version) }
  }

  /// Whether the value of `property` must never be shown.
  ///
  /// What the catalogue does not list in the menu is one if it sounds like a secret, so that a menu or
  /// a release nobody has modelled yet does not print its passwords; so is a `key` or `pin` there.
  public func isSecret(_ property: String) -> Bool {
    if let known = properties[property] { return known.isSecret }
    return soundsSecret(property) || path != "/" && (property == "key" || property == "pin")
  }

  /// Whether `argument` gives a property a secret value, or searches for one as `[ find password=… ]`.
  public func isSecret(_ argument: Argument) -> Bool {
    switch argument.kind {
    case .pair: argument.name.map(isSecret) ?? false
    case .positional: searchesForSecret(argument.valueBytes)
    case .unset: false
    }
  }

  /// Whether an expression compares a property that holds a secret.
  func searchesForSecret(_ expression: [UInt8]) -> Bool {
    let isOfName = { (byte: UInt8) in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || 0x61...0x7A ~= byte
        || 0x30...0x39 ~= byte
    }
    let parts = expression.split(omittingEmptySubsequences: false) { byte in
      [UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "!")].contains(byte)
    }
    return parts.dropLast().contains { part in
      let words = part.reversed().drop { $0 == UInt8(ascii: " ") }.prefix(while: isOfName)
      return isSecret(String(decoding: words.reversed(), as: UTF8.self))
    }
  }

  /// The property of `version` that a name typed at a terminal means: itself, or the only one that begins so;
  /// what could mean several, or nothing, stays as it is. Linear in the properties.
  func fullName(_ typed: String, in version: RouterOSVersion?) -> String {
    if properties[typed] != nil || wordsOfCommands.contains(typed) { return typed }
    let begins = { (name: String) in name.utf8.starts(with: typed.utf8) }
    let words = wordsOfCommands.filter { properties[$0] == nil && begins($0) }
    let meant = properties.values.filter { begins($0.name) && $0.releases.contains(version) }
    return meant.count + words.count == 1 ? meant.first?.name ?? words.first ?? typed : typed
  }

  /// The type of `property`; text where the catalogue does not know it.
  public func type(of property: String) -> ValueType { properties[property]?.type ?? .text }

  /// What `property` of an entry that was just added is in `version`; nil when it has no value, or nobody
  /// documents it.
  public func defaultText(of property: String, in version: RouterOSVersion?) -> String? {
    guard case .value(let text)? = properties[property]?.fallback(in: version) else { return nil }
    return type(of: property).canonical(text)
  }

  /// Whether it is documented what `property` of an entry is that no line gives it.
  public func documentsDefault(of property: String, in version: RouterOSVersion?) -> Bool {
    switch properties[property]?.fallback(in: version) {
    case .value, .none?: true
    case .undocumented, nil: false
    }
  }

  /// The default of `property` as the catalogue spells it, for a line that goes back to it.
  public func spellingOfDefault(of property: String, in version: RouterOSVersion?) -> String? {
    guard case .value(let text)? = properties[property]?.fallback(in: version) else { return nil }
    return text
  }
}
