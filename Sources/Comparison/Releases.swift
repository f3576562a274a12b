import RouterOSModel
import RouterOSSyntax

/// What two releases of RouterOS print differently although nobody changed anything: it is counted, and said
/// once.
extension Comparing {
  /// Whether one of the releases does not have a menu, so that its entries cannot be compared.
  mutating func leaveOut(_ menu: Menu, ofRelease entries: Int) -> Bool {
    guard let upgrade = differences.upgrade, menu.isRecognised,
      !menu.releases.contains(upgrade.old) || !menu.releases.contains(upgrade.new)
    else { return false }
    note(menu, nil, entries)
    differences.notComparable += entries
    return true
  }

  /// Takes out the properties that differ only because of the releases: those that one does not have, or
  /// calls otherwise, and those that are the default of each.
  mutating func withoutEffectsOfRelease(
    _ properties: [PropertyChange], _ old: Entry, _ new: Entry
  ) -> [PropertyChange] {
    let counterparts = counterparts(among: properties, new)
    return properties.filter { property in
      let name = property.name
      let isEffect =
        counterparts.contains(name) || isMissingInOneRelease(property, new.menu)
        || old.isDefault(name) && new.isDefault(name)
      if isEffect { note(new.menu, name, 1) }
      return !isEffect
    }
  }

  private func isMissingInOneRelease(_ property: PropertyChange, _ menu: Menu) -> Bool {
    guard let upgrade = differences.upgrade, let known = menu.properties[property.name] else {
      return false
    }
    let hasBefore = known.releases.contains(upgrade.old)
    let hasAfter = known.releases.contains(upgrade.new)
    return !hasBefore && property.old?.isWritten != true
      || !hasAfter && property.new?.isWritten != true
  }

  /// The properties that say the same under two names, as `routing-mark` of RouterOS 6 and `routing-table`.
  private func counterparts(among properties: [PropertyChange], _ entry: Entry) -> Set<String> {
    guard let upgrade = differences.upgrade, upgrade.old.major != upgrade.new.major else {
      return []
    }
    var found: Set<String> = []
    for property in properties {
      guard let known = entry.menu.properties[property.name] else { continue }
      let other = known.name(inMajor: upgrade.new.major)
      guard other != property.name, let partner = properties.first(where: { $0.name == other }),
        property.old?.text == partner.new?.text
      else { continue }
      found.formUnion([property.name, other])
    }
    return found
  }

  private mutating func note(_ menu: Menu, _ property: String?, _ count: Int) {
    let effect = Upgrade.Effect(menu: menu.path, property: property)
    differences.upgrade?.effects[effect, default: 0] += count
  }
}

extension Value {
  /// Whether a line of the export gives the value.
  var isWritten: Bool {
    switch origin {
    case .written: true
    case .defaulted, .hidden, .unknown, .unset: false
    }
  }
}
