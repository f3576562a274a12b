import RouterOSSyntax
import SourceText

/// One row for each value that a line gives a property; of a list of names one for each name.
func valueRows(_ views: RouterViews) -> [Row] {
  let values = views.configuration.writtenValues()
  let cells = ValueCells(values, views)
  return values.enumerated().map { index, value in
    Row(value.entry, place: value.place, askingFor: cells, at: index)
  }
}

/// A value that a line gives, or one of the names it holds.
private struct WrittenValue {
  let entry: Entry
  let property: String
  let place: Span
  /// What it names; nil when it names nothing.
  let name: Name?
  /// The menus whose entries it may name instead.
  var alternatives: [String] = []
}

extension Configuration {
  fileprivate func writtenValues() -> [WrittenValue] {
    var values: [WrittenValue] = []
    for path in menus {
      let references = catalogue.names(of: catalogue.menu(path)).references
      for entry in entries(path) {
        for property in entry.writtenProperties {
          guard let reference = references[property] else {
            let place = entry.placeOfValue(property)
            values.append(
              WrittenValue(entry: entry, property: property, place: place, name: nil))
            continue
          }
          let cell = Cell(property, of: entry)
          let place = cell.evidence ?? entry.place
          let names = reference.names(in: cell.texts)
          if names.isEmpty {
            values.append(
              WrittenValue(entry: entry, property: property, place: place, name: nil))
          }
          values += names.map { text in
            WrittenValue(
              entry: entry, property: property, place: place,
              name: Name(menu: reference.target, text: text),
              alternatives: reference.alternatives)
          }
        }
      }
    }
    return values
  }
}

extension Entry {
  /// The place of the value of a property, without reading it where one argument simply gives it.
  fileprivate func placeOfValue(_ property: String) -> Span {
    if property != "disabled", let argument = argument(of: property), argument.kind == .pair {
      return argument.span
    }
    return Cell(property, of: self).evidence ?? place
  }
}

/// What values are, told when somebody asks: nearly all of them are only looked at to find a few.
private final class ValueCells: FurtherCells {
  let columns: Set<String> = [
    "defined", "disabled", "item", "menu", "problem", "property", "refers-to", "value", "written",
  ]
  private let values: [WrittenValue]
  private let configuration: Configuration
  private let names: NamesOfExport
  /// What a router would refuse, by the place of the value.
  private let problems = KeptValue<[UInt32: MeaningProblem]>()

  init(_ values: [WrittenValue], _ views: RouterViews) {
    self.values = values
    configuration = views.configuration
    names = views.names
  }

  func title(at place: Int) -> String {
    let value = values[place]
    return "\(value.entry.menu.path) \(value.entry.title) \(value.property)"
  }

  func cell(_ column: String, at place: Int) -> Cell? {
    let value = values[place]
    switch column {
    case "defined": return defined(value)
    case "disabled":
      let isSwitched = value.entry.menu.properties[column] != nil
      return isSwitched ? Cell(column, of: value.entry) : Cell(false)
    case "item":
      let title = value.entry.title
      return Cell(title.isEmpty ? "settings" : title)
    case "menu": return Cell(value.entry.menu.path)
    case "problem": return problem(of: value)
    case "property": return Cell(value.property)
    case "refers-to": return meant(by: value).map { Cell($0.menu) } ?? Cell.none
    case "value": return text(of: value)
    case "written": return Cell(true)
    default: return nil
    }
  }

  private func defined(_ value: WrittenValue) -> Cell {
    guard let name = meant(by: value) else { return Cell(.unset, .choice) }
    return names.table.definition(of: name, names.scripts).cell(at: value.place)
  }

  /// The name that a value means, of several menus that of the first which has it.
  private func meant(by value: WrittenValue) -> Name? {
    guard let name = value.name, !value.alternatives.isEmpty else { return value.name }
    return names.table.name(name.text, under: [name.menu] + value.alternatives)
  }

  private func text(of value: WrittenValue) -> Cell {
    let cell = Cell(value.property, of: value.entry)
    if let name = value.name { return Cell(name.text, .text, at: cell.evidence) }
    guard cell.doubt == nil else { return cell }
    return Cell(cell.texts.joined(separator: ","), .text, at: cell.evidence)
  }

  private func problem(of value: WrittenValue) -> Cell {
    let problems = problems.value {
      Dictionary(configuration.problems.map { ($0.span.start, $0) }) { first, _ in first }
    }
    guard !problems.isEmpty, let argument = value.entry.argument(of: value.property),
      let problem = problems[argument.valueSpan.start] ?? problems[argument.span.start]
    else { return .none }
    return Cell(problem.message(by: configuration.concealment), .text, at: problem.span)
  }
}
