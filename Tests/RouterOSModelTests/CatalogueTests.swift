import RouterOSSyntax
import Testing

@testable import RouterOSModel

/// The catalogue against itself: it says nothing that cannot be read, nothing twice, and nothing that
/// contradicts what it says elsewhere.
@Suite struct CatalogueTests {
  static let menus = Catalogue.shipped.paths.map(Catalogue.shipped.menu)

  @Test func everyLineIsUnderstood() {
    #expect(Catalogue.shipped.unreadableLines == [])
    #expect(Self.menus.count >= 500)
  }

  @Test func everyMenuIsThereOnce() {
    let paths = Catalogue.shipped.paths
    #expect(Set(paths).count == paths.count)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(!Self.menus.contains { !$0.isRecognised })
    #expect(Self.menus.map(\.path) == paths)
  }

  @Test(arguments: [
    "/no/such/menu", "", "/", "/ip", "/ip/route/", "/zzz", "/IP/ROUTE", "ip/route",
  ])
  func whatItDoesNotKnowIsUnknown(path: String) {
    let menu = Catalogue.shipped.menu(path)
    #expect(menu.path == path)
    #expect(!menu.isRecognised && !menu.isModelled && menu.properties.isEmpty)
  }

  @Test func keysAndOrdersNameProperties() {
    for menu in Self.menus {
      for name in menu.key + menu.orderWithin {
        #expect(menu.properties[name] != nil, "\(menu.path) \(name)")
      }
      #expect(menu.orderWithin.isEmpty || menu.kind == .orderedList, "\(menu.path)")
      #expect(menu.key.isEmpty || menu.isModelled && menu.kind != .settings, "\(menu.path)")
    }
  }

  @Test func identityIsWrittenNotAssumed() {
    for menu in Self.menus {
      for property in menu.key.compactMap({ menu.properties[$0] }) {
        #expect(property.fallback(in: nil) == .undocumented, "\(menu.path) \(property.name)")
        #expect(!property.isSecret, "\(menu.path) \(property.name)")
      }
    }
  }

  @Test func builtInEntriesHaveValuesOfTheirMenu() {
    for menu in Self.menus where !menu.builtIns.isEmpty {
      #expect(menu.kind != .settings, "\(menu.path)")
      #expect(Set(menu.builtIns.map(\.name)).count == menu.builtIns.count, "\(menu.path)")
      for (name, text) in menu.builtIns.flatMap(\.values) {
        let property = menu.properties[name]
        #expect(property.map { $0.accepts(text) } ?? false, "\(menu.path) \(name)=\(text)")
      }
    }
  }

  @Test func referencesLeadToMenusWithNames() {
    for menu in Self.menus {
      for property in menu.properties.values {
        guard let reference = property.reference else { continue }
        let target = Catalogue.shipped.menu(reference)
        #expect(target.isRecognised, "\(menu.path) \(property.name) -> \(reference)")
      }
    }
  }

  @Test func otherMajorVersionsKeepThingsInKnownPlaces() {
    for menu in Self.menus {
      for major in [6, 7] {
        let other = Catalogue.shipped.menu(menu.path(inMajor: major))
        #expect(other.isRecognised, "\(menu.path) in \(major)")
        for property in menu.properties.values where property.name(inMajor: major) != property.name
        {
          let name = property.name(inMajor: major)
          #expect(other.properties[name] != nil, "\(other.path) \(name)")
        }
      }
    }
  }

  @Test func defaultsAreValuesInTheSpellingOfTheirType() {
    for menu in Self.menus {
      for property in menu.properties.values {
        for case .value(let text) in property.defaults.map(\.value) where !text.isEmpty {
          #expect(property.accepts(text), "\(menu.path) \(property.name) = \(text)")
        }
      }
    }
  }

  @Test func everyDefaultNamesWhoSaysIt() {
    for menu in Self.menus {
      for property in menu.properties.values {
        for documented in property.defaults where documented.value != .undocumented {
          #expect(documented.source != nil, "\(menu.path) \(property.name)")
        }
      }
    }
  }

  @Test func defaultsFollowOneAnother() {
    for menu in Self.menus {
      for property in menu.properties.values {
        let since = property.defaults.map { $0.since ?? RouterOSVersion(0, 0) }
        #expect(
          zip(since, since.dropFirst()).allSatisfy { $0 < $1 }, "\(menu.path) \(property.name)")
      }
    }
  }

  @Test func secretsHaveNoDefaultButNothing() {
    for menu in Self.menus {
      for property in menu.properties.values where property.isSecret {
        let isEmpty = property.defaults.allSatisfy {
          [.value(""), .none, .undocumented].contains($0.value)
        }
        #expect(isEmpty, "\(menu.path) \(property.name)")
      }
    }
  }
}

extension Property {
  /// Whether a default or the value of a built-in entry is one that the property takes.
  fileprivate func accepts(_ text: String) -> Bool {
    let words = [.set, .list, .grants].contains(type) ? type.elements(of: text) : [text]
    return words.allSatisfy { word in
      if allowedWords.contains(word) { return true }
      switch type {
      case .choice, .protocol: return takesOtherWords
      case .date, .durations, .keepalive, .numbers: return type.canRead(word)
      case .boolean, .flag: return ["no", "yes"].contains(word)
      case .integer, .duration, .microseconds, .size, .asNumber:
        guard let order = type.order(of: word) else { return false }
        return bounds?.contains(order) ?? true
      case .address: return IPAddress(word) != nil
      case .prefix: return IPPrefix(word) != nil
      case .macAddress: return word == type.canonical(word) && word.split(separator: ":").count == 6
      case .grants, .set, .list: return takesOtherWords
      case .addresses, .interface, .interfaceAddress, .limit, .name, .pair, .ports, .rateLimit,
        .rates, .script, .text, .timeWindow:
        return true
      }
    }
  }
}
