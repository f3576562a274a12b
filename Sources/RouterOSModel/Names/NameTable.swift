import RouterOSSyntax
import SourceText

/// Every name of an export: who defines it and who uses it. Linear in the entries.
struct NameTable {
  /// The entries that bear each name, the first of each.
  private(set) var defining: [Name: Entry] = [:]
  /// The values that name each entry, in the order of their menus.
  private(set) var uses: [Name: [NameUse]] = [:]
  /// The names that RouterOS fills or makes while it runs.
  private var filled: Set<Name> = []
  /// Factory names of interfaces that bear another name now.
  private var renamed: Set<String> = []
  private let configuration: Configuration
  /// Values that may name entries of several menus; which, is known when all names are.
  private var undecided: [(use: NameUse, text: String, menus: [String])] = []
  /// The menus whose entries can be named at all.
  private let named: Set<String>

  init(_ configuration: Configuration) {
    self.configuration = configuration
    named = configuration.catalogue.namedMenus
    for path in configuration.menus { read(path) }
    let targets = Set(uses.keys.map(\.menu)).union(undecided.flatMap(\.menus))
    for target in targets.subtracting(configuration.menus) {
      for entry in configuration.entries(target) { define(entry) }
    }
    for (use, text, menus) in undecided {
      uses[name(text, under: menus), default: []].append(use)
    }
    undecided = []
  }

  /// The name that a value means which may name entries of several menus: the first that there is.
  func name(_ text: String, under menus: [String]) -> Name {
    let names = menus.map { Name(menu: $0, text: text) }
    return names.first { defining[$0] != nil || isImplied($0) } ?? names[0]
  }

  /// All names, sorted by menu and name.
  var names: [Name] {
    Set(defining.keys).union(uses.keys).sorted { ($0.menu, $0.text) < ($1.menu, $1.text) }
  }

  private mutating func read(_ path: String) {
    let menu = configuration.catalogue.menu(path)
    guard menu.isModelled else { return }
    let references = configuration.catalogue.names(of: menu).references
    for entry in configuration.entries(path) {
      let own = define(entry)
      if references.isEmpty { continue }
      for property in entry.writtenProperties {
        guard let reference = references[property] else { continue }
        use(reference, property, of: entry, own)
      }
    }
  }

  /// Takes in the names an entry bears.
  @discardableResult
  private mutating func define(_ entry: Entry) -> [Name] {
    let menu = entry.menu
    let factoryName = entry.factoryName
    guard let text = entry.value(menu.namedBy).text ?? factoryName ?? entry.builtIn?.name else {
      return []
    }
    if let factoryName, factoryName != text { renamed.insert(factoryName) }
    if menu.properties[menu.namedBy]?.allowedWords.contains(text) ?? false { return [] }
    var names: [Name] = []
    if named.contains(menu.path) { names.append(Name(menu: menu.path, text: text)) }
    // Where an interface is asked for, many menus take a list of them, too.
    if menu.holdsInterfaces || menu.path == "/interface/list" {
      names.append(Name(menu: allInterfaces, text: text))
    }
    if menu.path == "/ip/vrf" { names.append(Name(menu: "/routing/table", text: text)) }
    for name in names where defining[name] == nil { defining[name] = entry }
    return names
  }

  private mutating func use(
    _ reference: NamesOfMenu.Reference, _ property: String, of entry: Entry, _ own: [Name]
  ) {
    let cell = Cell(property, of: entry)
    guard let span = cell.evidence else { return }
    let user = own.first { $0.menu == reference.target }
    for text in reference.names(in: cell.texts) {
      let name = Name(menu: reference.target, text: text)
      if Self.fills(property, reference.target) {
        filled.insert(name)
      } else {
        let use = NameUse(menu: entry.menu.path, property: property, span: span, user: user)
        if reference.alternatives.isEmpty {
          uses[name, default: []].append(use)
        } else {
          undecided.append((use, text, [reference.target] + reference.alternatives))
        }
      }
    }
    for table in reference.tables(in: cell.texts) {
      uses[Name(menu: "/routing/table", text: table), default: []].append(
        NameUse(menu: entry.menu.path, property: property, span: span, user: nil))
    }
  }

  /// Whether a property puts addresses into the list it names, instead of looking into it.
  private static func fills(_ property: String, _ target: String) -> Bool {
    target.hasSuffix("/firewall/address-list") && property.hasPrefix("address-list")
  }
}

extension NameTable {
  /// Whether there is an entry of a name.
  func definition(of name: Name, _ scripts: ScriptWords) -> NameDefinition {
    if let entry = defining[name] {
      return entry.builtIn == nil && entry.selector == nil ? .written(entry) : .builtIn(entry)
    }
    if isInternalNumber(name.text) { return .deleted }
    if filled.contains(name) || isImplied(name) { return .implied }
    if let cause = configuration.incompleteness(of: name.definingMenus) { return .unknown(cause) }
    if scripts.mention(name.text) { return .unknown(.madeByScript(name.text)) }
    return name.menu == "/routing/table" && configuration.version == nil
      ? .unknown(.noVersion) : .missing
  }

  private func isImplied(_ name: Name) -> Bool {
    switch name.menu {
    case allInterfaces: name.text.hasPrefix("<") || isPhysical(name.text)
    // RouterOS 6 makes a table when a mark names it (MikroTik's manual, "Moving from RouterOS 6 to 7").
    case "/routing/table": name.text == "main" || configuration.version?.major == 6
    case "/ip/vrf": name.text == "main"
    // The hotspot and PPP make chains of their own (MikroTik's manual, "HotSpot", "PPP AAA").
    case _ where name.menu.hasPrefix("/ip/firewall/") || name.menu.hasPrefix("/ipv6/firewall/"):
      name.text == "ppp" || ["hotspot", "hs-", "pre-hs-"].contains { name.text.hasPrefix($0) }
    case _: false
    }
  }

  /// Whether a name is one that an interface leaves the factory with, and keeps: a compact export mentions
  /// such an interface only when something about it was changed.
  private func isPhysical(_ text: String) -> Bool {
    !renamed.contains(text) && configuration.kindWithoutLine(text) != nil
  }
}

extension Name {
  /// The menus whose entries may bear it.
  fileprivate var definingMenus: [String] {
    switch menu {
    case allInterfaces: [menu, "/interface/list"] + InterfaceKind.all.map(\.menu)
    case "/routing/table": [menu, "/ip/vrf"]
    case _: [menu]
    }
  }
}

extension Cause {
  fileprivate static func madeByScript(_ name: String) -> Cause {
    Cause("a script may make '\(name)' while the router runs", remedy: "read the script")
  }

  fileprivate static let noVersion = Cause(
    "the export does not say its release, and RouterOS 6 needs no line for a routing table",
    remedy: "export with the header")
}
