import RouterOSModel

/// Values that an entry takes from a template that it names, so that to write them out changes nothing.
extension Comparing {
  /// Takes out the properties that one side writes and the other takes from its templates.
  mutating func withoutWhatTemplatesGive(
    _ properties: [PropertyChange], _ before: Entry, _ after: Entry
  ) -> [PropertyChange] {
    guard before.menu.path == "/routing/bgp/connection" else { return properties }
    return properties.filter { property in
      guard let old = property.old, let new = property.new, old.isWritten != new.isWritten else {
        return true
      }
      let given =
        old.isWritten
        ? newTemplates.value(property.name, for: after)
        : oldTemplates.value(property.name, for: before)
      return given == nil || given != (old.isWritten ? old : new).text
    }
  }
}

/// The BGP templates of one export by name.
struct Templates {
  private let entries: [String: Entry]

  init(_ configuration: Configuration) {
    let named = configuration.entries("/routing/bgp/template").map {
      ($0.comparedValue("name").text ?? "", $0)
    }
    entries = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// What the templates that a connection names say of a property, themselves or by default; nil when they
  /// differ, or take it from others in turn.
  func value(_ property: String, for connection: Entry) -> String? {
    let names = connection.menu.type(of: "templates").elements(
      of: connection.comparedValue("templates").text ?? "")
    let values = names.map { name -> String? in
      guard let template = entries[name], template.comparedValue("templates").text == nil else {
        return nil
      }
      return template.comparedValue(property).text
    }
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
