/// The interfaces and configurations of the wifi packages, or the configurations of the old manager.
///
/// What an interface does not say itself, its profile says, then its configuration, then the profile of
/// that (MikroTik's manual, "WiFi").
struct WifiRows {
  private let configuration: Configuration
  /// The menu of interfaces; nil for the old manager, which has only configurations here.
  private let interfaces: String?
  private let base: String
  private let configurations: NamedEntries
  private let securities: NamedEntries
  private let channels: NamedEntries

  /// Those of `/interface/wifi` or `/interface/wifiwave2`.
  init(_ menu: String, _ configuration: Configuration) {
    self.init(configuration, base: menu, interfaces: menu)
  }

  /// Those of `/caps-man`.
  init(manager configuration: Configuration) {
    self.init(configuration, base: "/caps-man", interfaces: nil)
  }

  private init(_ configuration: Configuration, base: String, interfaces: String?) {
    self.configuration = configuration
    self.base = base
    self.interfaces = interfaces
    configurations = NamedEntries(of: "\(base)/configuration", in: configuration)
    securities = NamedEntries(of: "\(base)/security", in: configuration)
    channels = NamedEntries(of: "\(base)/channel", in: configuration)
  }

  var rows: [Row] {
    let own = interfaces.map(configuration.entries) ?? []
    return own.map { row($0, kind: "wifi") }
      + configuration.entries("\(base)/configuration").map {
        row($0, kind: interfaces == nil ? "capsman-configuration" : "configuration")
      }
  }

  private func row(_ entry: Entry, kind: String) -> Row {
    let isInterface = kind == "wifi"
    let givers = Givers(entry, isInterface: isInterface, configurations, securities, channels)
    let authentication =
      interfaces == nil
      ? givers.cell("security", "authentication-types", .set) : authentication(by: givers)
    return Row(
      entry.value("name").text ?? entry.factoryName ?? kind, entry: entry, place: entry.place,
      cells: [
        "authentication": authentication,
        "band": givers.cell("channel", "band", .text),
        "ciphers": givers.cell("security", "encryption", .set),
        "disable-pmkid": givers.cell("security", "disable-pmkid", .boolean),
        "frequency": givers.cell("channel", "frequency", .text), "kind": Cell(kind, .choice),
        "managed": managed(givers.cell("configuration", "manager", .text)),
        "mode": givers.cell("configuration", "mode", .text),
        "passphrase": authentication.isWrittenEmpty
          ? Cell(.unset, .text) : givers.cell("security", "passphrase", .text),
        "ssid": givers.cell("configuration", "ssid", .text),
        "wps": givers.cell("security", "wps", .text),
      ])
  }
}

/// How stations prove themselves. Unless a line says so, it goes by what there is to prove it with: nothing, a
/// passphrase, or an account (MikroTik's manual, "WiFi", `authentication-types`).
private func authentication(by givers: Givers) -> Cell {
  let stated = givers.cell("security", "authentication-types", .set)
  if stated.evidence != nil || stated.doubt != nil { return stated }
  let passphrase = givers.cell("security", "passphrase", .text)
  let account = givers.cell("security", "eap-username", .text)
  if let doubt = passphrase.doubt ?? account.doubt { return Cell(.unknown(doubt), .set) }
  let isStation = givers.cell("configuration", "mode", .text).text?.hasPrefix("station") ?? false
  var types: [String] = []
  if !(passphrase.text ?? "").isEmpty {
    types += isStation ? ["wpa-psk", "wpa2-psk"] : ["wpa2-psk"]
  }
  if !(account.text ?? "").isEmpty { types += ["wpa-eap", "wpa2-eap"] }
  if types.isEmpty { return stated }
  return Cell(.known(types), .set, at: passphrase.evidence ?? account.evidence)
}

/// Whether the property that says who configures a radio says that a manager does; unless a line does, none.
private func managed(_ manager: Cell) -> Cell {
  guard manager.evidence != nil else { return Cell(false) }
  return manager.saying { $0.hasPrefix("capsman") ? "yes" : "no" }
}

/// The entries that may give a wireless interface a value, the first that does wins.
private struct Givers {
  private let entry: Entry
  private let isInterface: Bool
  private let configuration: Entry?
  private let doubt: Cause?
  private let profiles: [String: NamedEntries]

  init(
    _ entry: Entry, isInterface: Bool, _ configurations: NamedEntries, _ securities: NamedEntries,
    _ channels: NamedEntries
  ) {
    self.entry = entry
    self.isInterface = isInterface
    profiles = ["channel": channels, "security": securities]
    let named = isInterface ? Cell("configuration", of: entry) : .none
    configuration = named.text.flatMap { configurations[$0] }
    doubt =
      named.writtenDoubt
      ?? (named.text != nil && configuration == nil
        ? .notHere("configuration", named.text ?? "") : nil)
  }

  /// The value of a property of a group, `security.wps` on the interface, `wps` in a profile.
  func cell(_ group: String, _ property: String, _ type: ValueType) -> Cell {
    let dotted = "\(group).\(property)"
    if group == "configuration" {
      guard isInterface else { return Cell(property, of: entry) }
      return first([(entry, dotted, nil), (configuration, property, "configuration")], type)
    }
    var sources: [(Entry?, String, String?)] = [(entry, dotted, nil)]
    for holder in [entry, configuration].compactMap({ $0 }) {
      if holder.menu.path != entry.menu.path { sources.append((holder, dotted, "configuration")) }
      let named = Cell(group, of: holder)
      if let cause = named.writtenDoubt { return Cell(.unknown(cause), type) }
      guard let name = named.text else { continue }
      guard let profile = profiles[group]?[name] else {
        return Cell(.unknown(.notHere("\(group) profile", name)), type)
      }
      sources.append((profile, property, "\(group) profile"))
    }
    return first(sources, type)
  }

  private func first(_ sources: [(Entry?, String, String?)], _ type: ValueType) -> Cell {
    var last: Cell?
    for case (let source?, let property, let kind) in sources {
      let cell = Cell(property, of: source)
      let given = kind.map { cell.given(by: "\($0) '\(source.title)'") } ?? cell
      if cell.evidence != nil { return given }
      if cell.doubt != nil { last = last ?? given }
    }
    if let doubt { return Cell(.unknown(doubt), type) }
    return last ?? Cell(.unset, type)
  }
}

extension Cause {
  fileprivate static func notHere(_ what: String, _ name: String) -> Cause {
    Cause("\(what) '\(name)' is not in this export", remedy: "export its menu, too")
  }
}

extension Cell {
  /// Whether a line says that there is none of these: a network that asks for no authentication asks for no
  /// passphrase either, though one may be written.
  fileprivate var isWrittenEmpty: Bool { evidence != nil && doubt == nil && texts.isEmpty }
}
