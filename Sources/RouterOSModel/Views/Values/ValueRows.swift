import RouterOSSyntax
import SourceText

/// One row for each value that a line gives a property; of a list of names one for each name.
struct ValueRows {
  private let configuration: Configuration
  private let names: NameTable
  private let scripts: ScriptWords
  /// What a router would refuse, by the place of the value.
  private let problems: [UInt32: MeaningProblem]

  init(_ configuration: Configuration) {
    self.configuration = configuration
    names = NameTable(configuration)
    scripts = ScriptWords(configuration)
    problems = Dictionary(configuration.problems.map { ($0.span.start, $0) }) { first, _ in first }
  }

  var rows: [Row] {
    configuration.menus.flatMap { path -> [Row] in
      let menu = configuration.catalogue.menu(path)
      let references = NamesOfMenu(menu, configuration.catalogue).references
      return configuration.entries(path).flatMap { entry -> [Row] in
        let title = entry.title
        return entry.writtenProperties.flatMap { property in
          rows(of: property, entry, title, references[property])
        }
      }
    }
  }

  private func rows(
    of property: String, _ entry: Entry, _ title: String, _ reference: NamesOfMenu.Reference?
  ) -> [Row] {
    let cell = Cell(property, of: entry)
    let place = cell.evidence ?? entry.place
    var cells: [String: Cell] = [
      "defined": Cell(.unset, .choice), "item": Cell(title.isEmpty ? "settings" : title),
      "menu": Cell(entry.menu.path), "problem": problem(of: property, entry),
      "property": Cell(property), "refers-to": .none, "written": Cell(true),
    ]
    func row(_ value: Cell) -> Row {
      cells["value"] = value
      return Row(
        "\(entry.menu.path) \(title) \(property)", entry: entry, place: place, cells: cells)
    }
    let found = reference?.names(in: cell.texts) ?? []
    guard let reference, !found.isEmpty else { return [row(whole(cell))] }
    cells["refers-to"] = Cell(reference.target)
    return found.map { text in
      let name = names.name(text, under: [reference.target] + reference.alternatives)
      cells["refers-to"] = Cell(name.menu)
      let definition = names.definition(of: name, scripts)
      cells["defined"] = definition.cell(at: place)
      return row(Cell(text, .text, at: cell.evidence))
    }
  }

  private func whole(_ cell: Cell) -> Cell {
    guard cell.doubt == nil else { return cell }
    return Cell(cell.texts.joined(separator: ","), .text, at: cell.evidence)
  }

  private func problem(of property: String, _ entry: Entry) -> Cell {
    guard let argument = entry.argument(of: property),
      let problem = problems[argument.valueSpan.start] ?? problems[argument.span.start]
    else { return .none }
    return Cell(problem.message(by: configuration.concealment), .text, at: problem.span)
  }
}
