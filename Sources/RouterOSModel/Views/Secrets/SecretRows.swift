import RouterOSSyntax
import SourceText

extension RouterViews {
  /// One row for each secret: those that lines write, those that scripts, comments and addresses spell out,
  /// and those that certain entries must have and the export hides.
  ///
  /// What counts as a secret: MikroTik's manual, "List of menus with sensitive parameters", names that
  /// sound like one, and tokens of known forms.
  func secretRows() -> [Row] {
    let found = foundSecrets
    let entries = EntriesWithSecrets(configuration)
    let ssids = NamesOfNetworks(self)
    let reuse = reusedSecrets([found], [ssids], [{ $0 }])[0]
    let identity = configuration.entries("/system/identity").first?.value("name").text
    return found.enumerated().map { index, secret in
      var names = secret.names
      if let identity { names.append(("identity", identity)) }
      if secret.kind == .passphrase { names += ssids.of(secret).map { ("ssid", $0) } }
      return row(secret, names, reuse[index], entries)
    }
  }

  private func row(
    _ secret: FoundSecret, _ names: [(property: String, text: String)], _ reuse: [String],
    _ entries: EntriesWithSecrets
  ) -> Row {
    let place = secret.place
    let judged = JudgedSecret(secret, names)
    let menu = "/" + place.menu.dropFirst().split(separator: "/").joined(separator: " ")
    return Row(
      "\(place.menu) \(place.item) \(place.property)", entry: nil, place: place.span,
      cells: [
        "common": judged.common, "enabled": entries.enabled(secret),
        "entropy": judged.entropy, "found-in": Cell(secret.holder.rawValue, .choice),
        "item": Cell(place.item, .text), "kind": Cell(secret.kind.rawValue, .choice),
        "kinds-of-character": judged.kindsOfCharacter, "length": judged.length,
        "menu": Cell(menu), "property": Cell(place.property), "repeats": judged.repeats,
        "reused-by": judged.reused(by: reuse),
        "visible": Cell(secret.value != nil, at: place.span),
        "written": Cell(!secret.isLeftOut),
      ])
  }
}

extension FoundSecret {
  /// Whether no line writes it.
  var isLeftOut: Bool {
    if case .unknown(let cause) = content { cause == .hiddenSecrets } else { false }
  }
}

/// The entries that secrets belong to, to tell which are switched on.
private struct EntriesWithSecrets {
  private let configuration: Configuration
  private let known = KeptValue<[String: [UInt32: Entry]]>()

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// Whether the entry of a secret is switched on; where nobody documents it, it is unless a line says otherwise.
  func enabled(_ secret: FoundSecret) -> Cell {
    let entries = known.value { byStatement }
    guard let entry = entries[secret.place.menu]?[secret.place.statement] else { return Cell(true) }
    let isSwitchedOn = entry.menu.properties["enabled"] != nil
    let cell = Cell(isSwitchedOn ? "enabled" : "disabled", of: entry)
    if cell.text == nil, cell.evidence == nil { return Cell(true) }
    return isSwitchedOn ? cell : cell.saying { $0 == "yes" ? "no" : "yes" }
  }

  /// The entries of all menus that can be switched off, by where their statement begins.
  private var byStatement: [String: [UInt32: Entry]] {
    var entries: [String: [UInt32: Entry]] = [:]
    for menu in configuration.menus where configuration.catalogue.menu(menu).mayHoldSecret {
      for entry in configuration.entries(menu) {
        guard let statement = entry.statement else { continue }
        entries[menu, default: [:]][statement.span.start] = entry
      }
    }
    return entries
  }
}

extension Menu {
  /// Whether its entries can be switched off and may have something to hide.
  fileprivate var mayHoldSecret: Bool {
    (properties["disabled"] != nil || properties["enabled"] != nil)
      && properties.values.contains { $0.isSecret || $0.type == .script }
  }
}
