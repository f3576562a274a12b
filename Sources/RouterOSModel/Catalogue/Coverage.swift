public import RouterOSSyntax

/// How much of an export the catalogue knows.
public struct Coverage: Sendable, Equatable {
  /// Statements in menus whose kind, identity and value types are known.
  public var modelled = 0
  /// Statements in menus that are known only to be there.
  public var recognised = 0
  /// Statements in menus the catalogue does not know.
  public var unknown = 0
  /// Properties that statements write and the catalogue knows in their menu.
  public var cataloguedProperties = 0
  /// All properties that statements write.
  public var properties = 0
  /// The statements in each unknown menu, and the uses of each unknown property, by path and name.
  public var strangers: [String: Int] = [:]

  /// All statements that were counted.
  public var statements: Int { modelled + recognised + unknown }

  /// Nothing counted yet.
  public init() {}

  /// Adds what was counted elsewhere.
  public static func += (left: inout Coverage, right: Coverage) {
    left.modelled += right.modelled
    left.recognised += right.recognised
    left.unknown += right.unknown
    left.cataloguedProperties += right.cataloguedProperties
    left.properties += right.properties
    left.strangers.merge(right.strangers, uniquingKeysWith: +)
  }
}

extension Catalogue {
  /// How much of `script` the catalogue knows: commands that add or set, with what they write.
  public func coverage(of script: Script) -> Coverage {
    var coverage = Coverage()
    for statement in script.statements
    where !statement.isDamaged && ["add", "set"].contains(statement.verb) {
      count(statement, in: menu(statement.menu), &coverage)
    }
    return coverage
  }

  private func count(_ statement: Statement, in menu: Menu, _ coverage: inout Coverage) {
    if menu.isModelled {
      coverage.modelled += 1
    } else if menu.isRecognised {
      coverage.recognised += 1
    } else {
      coverage.unknown += 1
      coverage.strangers[menu.path, default: 0] += 1
    }
    for argument in statement.arguments {
      guard let name = argument.name, argument.kind != .positional else { continue }
      coverage.properties += 1
      if menu.properties[name] != nil {
        coverage.cataloguedProperties += 1
      } else if menu.isRecognised {
        coverage.strangers["\(menu.path) \(name)", default: 0] += 1
      }
    }
  }
}
