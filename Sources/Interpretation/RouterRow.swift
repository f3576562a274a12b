import RouterOSModel
import RouterOSSyntax

/// One entry of a router that runs a script: as an export left it, or as the script added it, with what the
/// script changed since.
struct RouterRow: Sendable {
  /// What a statement gave a property.
  enum Given: Sendable {
    case argument(Argument)
    case text(String)
    case unset
  }

  let menu: Menu
  /// The entry as the export has it; nil when the script added it.
  let entry: Entry?
  let version: RouterOSVersion?
  /// What the script gave, by property.
  var given: [String: Given] = [:]
  /// How a script addressed an entry that no line of the export mentions; nil for all others.
  var selector: String?
  var isRemoved = false

  /// The value of a property in the one spelling of its type; nil when it has none, or it is not known.
  func text(_ property: String) -> String? {
    switch given[property] {
    case .argument(let argument):
      argument.kind == .positional ? "yes" : menu.type(of: property).canonical(argument.value)
    case .text(let text): menu.type(of: property).canonical(text)
    case .unset: fallback(property)
    case nil:
      if let entry {
        entry.comparedValue(property).text
      } else {
        (property == "name" ? factoryName : nil) ?? fallback(property)
      }
    }
  }

  /// Whether it is certain what ``text(_:)`` says.
  func isKnown(_ property: String) -> Bool {
    switch given[property] {
    case .argument, .text: true
    case .unset: menu.documentsDefault(of: property, in: version)
    case nil:
      entry.map { $0.comparedValue(property).isKnown }
        ?? (property == "name" && factoryName != nil)
        || menu.documentsDefault(of: property, in: version)
    }
  }

  /// The name that an entry bears which no line of the export mentions.
  private var factoryName: String? {
    guard let selector else { return nil }
    let factory = "default-name="
    if selector.hasPrefix(factory) { return String(selector.dropFirst(factory.count)) }
    return selector.contains("=") ? nil : selector
  }

  private func fallback(_ property: String) -> String? {
    menu.defaultText(of: property, in: version)
  }

  /// The properties that a line gives, sorted.
  var writtenProperties: [String] {
    Set(entry?.writtenProperties ?? []).union(given.keys).sorted()
  }

  /// The value of a property as a line spells it, for another line; nil for one that no line gives.
  func spelling(_ property: String) -> String? {
    switch given[property] {
    case .argument(let argument): Self.spelling(argument)
    case .text(let text): RouterOSSyntax.spelled(text)
    case .unset: nil
    case nil: spellingOfEntry(property)
    }
  }

  private func spellingOfEntry(_ property: String) -> String? {
    guard let entry, entry.writtenProperties.contains(property) else { return nil }
    let value = entry.statedValue(property)
    // A command such as `disable` gives a value that no argument spells.
    guard let argument = entry.argument(of: property) else { return value.text }
    return Self.spelling(argument)
  }

  private static func spelling(_ argument: Argument) -> String? {
    switch argument.kind {
    case .positional: "yes"
    case .unset: nil
    case .pair: argument.isCode ? argument.value : RouterOSSyntax.spelled(argument.value)
    }
  }

  /// Whether a line says that a property has no value.
  func isUnset(_ property: String) -> Bool {
    switch given[property] {
    case .unset: true
    case .argument(let argument): argument.kind == .unset
    case .text: false
    case nil: entry?.argument(of: property)?.kind == .unset
    }
  }

  /// What other entries call it.
  var name: String? { text(menu.namedBy) ?? entry?.builtIn?.name }

  /// Whether it can be removed: neither a router's own nor a physical thing.
  var isAdded: Bool { entry.map { $0.builtIn == nil && $0.selector == nil } ?? true }
}
