extension Configuration {
  /// One row for each interface of the old wireless package that a line speaks of.
  ///
  /// A virtual access point sends on the channel of its master (MikroTik's manual, "Wireless Interface").
  func wirelessRows() -> [Row] {
    let profiles = NamedEntries(of: "/interface/wireless/security-profiles", in: self)
    let radios = NamedEntries(of: "/interface/wireless", in: self)
    let manager = entries("/interface/wireless/cap").first
    return entries("/interface/wireless").map { radio in
      let master = radio.value("master-interface").text
      func ofRadio(_ property: String) -> Cell {
        guard let master else { return Cell(property, of: radio) }
        guard let entry = radios[master] else { return Cell(.unknown(.noRadio(master)), .text) }
        return Cell(property, of: entry).given(by: "interface '\(master)'")
      }
      let name = radio.value("name").text ?? radio.factoryName ?? "wireless"
      return Row(
        name, entry: radio, place: radio.place,
        cells: [
          "band": ofRadio("band"), "frequency": ofRadio("frequency"),
          "kind": Cell("wireless", .choice), "managed": Self.managed(radio, by: manager),
          "mode": Self.mode(of: radio), "wps": Cell("wps-mode", of: radio),
        ].merging(security(of: radio, profiles)) { $1 })
    }
  }

  /// What a radio does: a station unless a line says otherwise (MikroTik's manual, "Wireless Interface"), and
  /// an access point when it is a virtual one, of which exports leave the mode out.
  private static func mode(of radio: Entry) -> Cell {
    let mode = Cell("mode", of: radio)
    guard mode.evidence == nil, mode.writtenDoubt == nil else { return mode }
    let master = Cell("master-interface", of: radio)
    if let cause = master.writtenDoubt { return Cell(.unknown(cause), .text) }
    let isVirtual = master.text.map { $0 != "none" } ?? false
    return Cell(isVirtual ? "ap-bridge" : "station", .text)
  }

  /// Whether CAPsMAN configures a radio: it is on, and names the radio or its factory name.
  private static func managed(_ radio: Entry, by manager: Entry?) -> Cell {
    guard let manager else { return Cell(false) }
    let cells = ["enabled", "interfaces"].map { Cell($0, of: manager) }
    if cells[0].text == "no" { return Cell(false) }
    if let cause = cells.lazy.compactMap(\.writtenDoubt).first {
      return Cell(.unknown(cause), .boolean)
    }
    let names = [radio.value("name").text, radio.factoryName].compactMap { $0 }
    return Cell(names.contains(where: cells[1].texts.contains))
  }

  private func security(of radio: Entry, _ profiles: NamedEntries) -> [String: Cell] {
    let named = Cell("security-profile", of: radio)
    let name = named.text ?? "default"
    guard named.doubt == nil, let profile = profiles[name] else {
      let cell = Cell(.unknown(named.doubt ?? .noProfile(name)), .text)
      return Dictionary(uniqueKeysWithValues: columnsOfSecurity.map { ($0, cell) })
    }
    func ofProfile(_ property: String) -> Cell {
      Cell(property, of: profile).given(by: "security profile '\(name)'")
    }
    let mode = ofProfile("mode")
    // With static keys the types of authentication are there and not in force.
    let isOpen = mode.text.map { $0 == "none" || $0.hasPrefix("static-keys-") } ?? false
    let unicast = ofProfile("unicast-ciphers")
    return [
      "authentication": mode.doubt.map { Cell(.unknown($0), .set) }
        ?? (isOpen
          ? Cell(.known([]), .set, at: mode.evidence).given(by: "security profile '\(name)'")
          : ofProfile("authentication-types")),
      "ciphers": isOpen ? Cell(.unset, .set) : unicast,
      "disable-pmkid": ofProfile("disable-pmkid"),
      "passphrase": ofProfile("wpa2-pre-shared-key"),
    ]
  }
}

private let columnsOfSecurity = ["authentication", "ciphers", "disable-pmkid", "passphrase"]

extension Cause {
  fileprivate static func noRadio(_ name: String) -> Cause {
    Cause("interface '\(name)' is not in this export", remedy: "export /interface wireless whole")
  }

  fileprivate static func noProfile(_ name: String) -> Cause {
    Cause(
      "security profile '\(name)' is not in this export",
      remedy: "export /interface wireless security-profiles, too")
  }
}
