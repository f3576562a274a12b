import SourceText

/// One interface of a router, by the lines of its export or by what they imply.
struct KnownInterface {
  /// What other lines call it.
  let name: String
  /// Its kind, a word of the column `type`.
  let type: String
  /// The line that adds or sets it; nil for one that lines only speak of.
  let entry: Entry?
  /// The place that speaks of it first.
  let place: Span
  /// What it was called at the factory, if a line says that.
  let factoryName: String?
  /// Why it may not be there; nil when it is.
  var doubt: Cause?
  /// The interface it is made on, as its line says.
  let parent: Cell
  /// Whether it is switched off.
  let disabled: Cell
}

/// The interfaces of a router, by name.
///
/// A port that was renamed answers to its new name only. Ports that keep their factory settings have no
/// line in a compact export; those that other lines name are there all the same.
struct KnownInterfaces {
  private(set) var all: [KnownInterface] = []
  private var places: [String: Int] = [:]
  /// The factory names that interfaces had before lines gave them others.
  private var formerNames: Set<String> = []

  init(_ configuration: Configuration) {
    for kind in InterfaceKind.all {
      for entry in configuration.entries(kind.menu) { add(entry, kind) }
    }
    for mention in configuration.interfaceMentions() { add(mention, configuration) }
  }

  /// The interface of this name; the first where there are several.
  subscript(name: String) -> KnownInterface? { places[name].map { all[$0] } }

  /// The place of the interface of this name in ``all``.
  func place(of name: String) -> Int? { places[name] }

  private mutating func add(_ entry: Entry, _ kind: InterfaceKind) {
    let factoryName = entry.selector?.split(separator: "=").last.map(String.init)
    guard let name = entry.value("name").text ?? factoryName, !name.isEmpty else { return }
    if let factoryName, factoryName != name, entry.selector?.hasPrefix("name=") == false {
      formerNames.insert(factoryName)
    }
    add(
      KnownInterface(
        name: name, type: kind.type, entry: entry, place: entry.place, factoryName: factoryName,
        parent: kind.parent.map { Cell($0, of: entry).namingOne } ?? Cell(nil, .interface),
        disabled: Cell("disabled", of: entry)))
  }

  private mutating func add(_ mention: InterfaceMention, _ configuration: Configuration) {
    guard places[mention.name] == nil, !formerNames.contains(mention.name),
      let type = configuration.kindWithoutLine(mention.name)
    else { return }
    add(
      KnownInterface(
        name: mention.name, type: type, entry: nil, place: mention.place,
        factoryName: mention.name, parent: Cell(nil, .interface),
        disabled: configuration.factoryState(ofKind: type)))
  }

  private mutating func add(_ interface: KnownInterface) {
    if places[interface.name] == nil { places[interface.name] = all.count }
    all.append(interface)
  }
}

extension Configuration {
  /// Whether a port that no line speaks of is switched off.
  fileprivate func factoryState(ofKind type: String) -> Cell {
    let menu = InterfaceKind.all.first { $0.type == type }?.menu
    let property = menu.flatMap { catalogue.menu($0).properties["disabled"] }
    if type == "loopback" { return Cell(.known(["no"]), .boolean, isDefault: true) }
    guard case .value(let text)? = property?.fallback(in: version) else {
      return Cell(.unknown(.undocumented("disabled")), .boolean)
    }
    return Cell(.known([text]), .boolean, isDefault: true)
  }
}

extension Cell {
  /// The cell of an interface another is made on; `none` and what nobody wrote are none.
  fileprivate var namingOne: Cell {
    if writtenDoubt != nil { return self }
    return text == nil || text == "none" || text == "" ? Cell(nil, .interface) : self
  }
}
