import SourceText

/// What connections of RouterOS 7 take from the templates they name (MikroTik's manual, "BGP").
///
/// Which of several templates goes first is not documented, so that they give a value only if all that
/// state it agree. What a template states is looked up once, so that the work grows with the export.
struct SessionTemplates {
  /// The templates by name.
  let entries: NamedEntries
  private var known: [String: [String: Cell]] = [:]

  init(_ configuration: Configuration) {
    entries = NamedEntries(of: "/routing/bgp/template", in: configuration)
  }

  /// The value of the first of `properties` that a connection states, else that its templates state;
  /// `fallback` when none does. Releases differ in the names of some, hence several.
  mutating func cell(
    _ properties: String..., of connection: Entry, else fallback: Cell
  ) -> Cell {
    for property in properties {
      let own = Cell(property, of: connection)
      if own.isStated { return own }
    }
    let listed = Cell("templates", of: connection)
    if let doubt = listed.writtenDoubt { return Cell(.unknown(doubt), fallback.type) }
    var cells: [Cell] = []
    for property in properties {
      cells += listed.texts.map { stated(property, by: $0) }.filter(\.isStated)
    }
    if listed.texts.isEmpty { return unnamed(properties, fallback) }
    return agreed(cells, properties[0]) ?? fallback
  }

  /// A connection that names no template: nobody documents whether it takes what `default` states.
  private mutating func unnamed(_ properties: [String], _ fallback: Cell) -> Cell {
    for property in properties where entries["default"] != nil {
      let cell = stated(property, by: "default")
      if cell.isStated, cell.writtenDoubt != nil || cell.texts != fallback.texts {
        return Cell(.unknown(.withoutTemplate(property)), fallback.type, at: cell.evidence)
      }
    }
    return fallback
  }

  /// What a template states of a property, itself or by the templates it names.
  private mutating func stated(_ property: String, by name: String) -> Cell {
    if let cell = known[name]?[property] { return cell }
    let cell = lookUp(property, in: name)
    known[name, default: [:]][property] = cell
    return cell
  }

  private func lookUp(_ property: String, in name: String) -> Cell {
    guard let template = entries[name] else {
      return Cell(.unknown(.missingTemplate(name)), .text, at: Span(0, 0))
    }
    let own = Cell(property, of: template).given(by: "template '\(name)'")
    if own.isStated { return own }
    let further = Cell("templates", of: template)
    if let doubt = further.writtenDoubt {
      return Cell(.unknown(doubt), own.type, at: further.evidence)
    }
    let cells = further.texts.map { inner -> Cell in
      guard let entry = entries[inner] else {
        return Cell(.unknown(.missingTemplate(inner)), own.type, at: further.evidence)
      }
      let cell = Cell(property, of: entry).given(by: "template '\(inner)'")
      if cell.isStated || Cell("templates", of: entry).texts.isEmpty { return cell }
      return Cell(.unknown(.deepTemplates(inner)), own.type, at: further.evidence)
    }
    return agreed(cells.filter(\.isStated), property) ?? Cell(.unset, own.type)
  }

  /// What several templates say together; nil when none says anything.
  private func agreed(_ cells: [Cell], _ property: String) -> Cell? {
    guard let first = cells.first else { return nil }
    if let unknown = cells.first(where: { $0.writtenDoubt != nil }) { return unknown }
    guard cells.allSatisfy({ $0.texts == first.texts }) else {
      return Cell(.unknown(.disagreement(property)), first.type, at: first.evidence)
    }
    return first
  }
}

extension Cell {
  /// Whether a line says something of it, be it something that is not known.
  var isStated: Bool { evidence != nil }
}

extension Cause {
  fileprivate static func missingTemplate(_ name: String) -> Cause {
    Cause("BGP template '\(name)' is not in this export", remedy: "export /routing bgp whole")
  }

  fileprivate static func deepTemplates(_ name: String) -> Cause {
    Cause(
      "BGP template '\(name)' takes its values from templates of templates",
      remedy: "name the templates in the connection")
  }

  fileprivate static func disagreement(_ property: String) -> Cause {
    Cause(
      "the templates of the connection differ in '\(property)', and nobody documents which goes first",
      remedy: "write '\(property)' into the connection")
  }

  fileprivate static func withoutTemplate(_ property: String) -> Cause {
    Cause(
      "the connection names no template, and nobody documents whether it takes '\(property)' of the template 'default'",
      remedy: "write the templates of the connection, or '\(property)' itself")
  }
}
