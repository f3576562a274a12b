@testable import RouterOSModel
import RouterOSSyntax
import TestSupport

/// A router that dice thought up: entries of menus of the catalogue with values of their types.
struct GeneratedRouter {
  /// The release it is of, as the header says it.
  let version: RouterOSVersion
  private var menus: [(menu: Menu, entries: [[String: String]])] = []

  init(_ dice: inout Dice) {
    let releases = [(6, 48), (7, 9), (7, 12), (7, 16), (7, 21)]
    let (major, minor) = releases.randomElement(using: &dice) ?? (7, 16)
    version = RouterOSVersion(major, minor)
    let paths = Catalogue.shipped.paths.shuffled(using: &dice)
    for menu in paths.lazy.map(Catalogue.shipped.menu) where menus.count < 6 {
      guard menu.kind == .list || menu.kind == .orderedList, menu.releases.contains(version),
        menu.builtIns.isEmpty
      else { continue }
      let entries = (0..<Int.random(in: 1...5, using: &dice)).map {
        Self.entry($0, of: menu, &dice)
      }
      menus.append((menu, entries))
    }
  }

  private static func entry(_ number: Int, of menu: Menu, _ dice: inout Dice) -> [String: String] {
    var values: [String: String] = [:]
    for property in menu.properties.values.sorted(by: { $0.name < $1.name })
    where !property.isSecret
      && (menu.key.contains(property.name) || Int.random(in: 0..<3, using: &dice) == 0)
    {
      values[property.name] = value(number, of: property, &dice)
    }
    return values
  }

  private static func value(_ number: Int, of property: Property, _ dice: inout Dice) -> String {
    let words = property.allowedWords
    if let word = words.randomElement(using: &dice), property.type != .integer { return word }
    let bounds = property.bounds ?? 1...60_000
    let count = Int.random(
      in: max(bounds.lowerBound, 0)...min(bounds.upperBound, max(bounds.lowerBound, 0) + 1000),
      using: &dice)
    switch property.type {
    case .address, .addresses: return "192.0.2.\(number + 1)"
    case .asNumber: return "\(64496 + number)"
    case .boolean, .flag: return Bool.random(using: &dice) ? "yes" : "no"
    case .duration, .microseconds: return DurationValue(nanoseconds: count).canonical
    case .integer, .size: return "\(count)"
    case .interfaceAddress: return "192.0.2.\(number + 1)/24"
    case .macAddress: return "00:00:5E:00:53:0\(number)"
    case .ports: return "\(80 + number)"
    case .prefix: return "198.51.100.0/2\(number)"
    case .rates: return "1M/\(number)M"
    case .timeWindow: return "8h-18h,mon"
    case .date: return "2025-07-2\(number)"
    case .durations: return "8s/\(number)s"
    case .keepalive: return "10s,\(number)"
    case .limit: return "\(number + 1)/1m,5"
    case .numbers: return "\(count)"
    case .pair: return "8/\(number)"
    case .rateLimit: return "10M/\(number)M"
    case .choice, .grants, .interface, .list, .name, .protocol, .script, .set, .text:
      return "\(property.type)\(number)"
    }
  }

  /// The export; `isVerbose` writes besides what the router would use anyway, `dice` mixes the entries of
  /// menus in which their order means nothing.
  func export(isVerbose: Bool = false, mixedBy dice: inout Dice, isMixed: Bool = false) -> [UInt8] {
    var text = "# 2025-01-02 03:04:05 by RouterOS \(version)\n"
    for (menu, entries) in menus {
      text += "/" + menu.path.split(separator: "/").joined(separator: " ") + "\n"
      let isFree = isMixed && menu.kind == .list
      for entry in isFree ? entries.shuffled(using: &dice) : entries {
        let words =
          isVerbose ? entry.merging(Self.defaults(of: menu, version)) { own, _ in own } : entry
        text += "add" + words.sorted { $0.key < $1.key }.map(Self.spelt).joined() + "\n"
      }
    }
    return Array(text.utf8)
  }

  /// What an entry is that nobody set: nil where it is known to have no value.
  private static func defaults(of menu: Menu, _ version: RouterOSVersion) -> [String: String] {
    menu.properties.values.reduce(into: [:]) { defaults, property in
      guard !property.isSecret, property.releases.contains(version) else { return }
      switch property.fallback(in: version) {
      case .value(let text): defaults[property.name] = text
      case .none: defaults[property.name] = "!"
      case .undocumented: return
      }
    }
  }

  private static func spelt(_ name: String, _ value: String) -> String {
    value == "!" ? " !\(name)" : " \(name)=\"\(value)\""
  }
}
