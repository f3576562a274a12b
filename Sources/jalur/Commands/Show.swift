import ArgumentParser
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur show`: the router as an engineer sees it.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a typed view of routers, the same for RouterOS 6 and 7.",
    discussion: """
      jalur show                                   the views
      jalur show bgp-sessions                      the columns of one, with what they mean
      jalur show default-routes routers/           a table for each router
      jalur show --origins tunnels router.rsc      where each cell comes from
      jalur show --columns name,mtu interfaces router.rsc
      jalur show --format json addresses routers/  one object a router
      jalur show links routers/                    sessions and tunnels with both their ends

      duplicates, far-ends, links and neighbours look at all routers together: one table, or
      one object, for all of them.

      Rows also answer to every property of the entry they are made from; --columns shows those, too.
      What an export cannot tell is marked ? and explained; secrets are never shown. With a jalur.yaml \
      the views say what an audit by it sees: sites, paths and ranks, addresses a router is known by, \
      promised networks, interfaces that are not trusted, and peers that are not ours.

      Exit status: 0 shown, 2 could not do the job.
      """)

  @Option(help: "text: a table; json: one object a router, with the origin of every cell.")
  var format = Format.text

  @Flag(help: "Say where each cell comes from: a line, a default, a template.")
  var origins = false

  @Option(help: "The columns to show, separated by commas; without it those that say something.")
  var columns: String?

  @Option(help: "The most characters in a line; without it the width of the terminal, else 100.")
  var width: Int?

  @OptionGroup var project: ProjectOption

  @OptionGroup var colour: Colour

  @OptionGroup var named: NamedPaths

  @ArgumentParser.Argument(help: "The view; its first word will do.")
  var view: String?

  @ArgumentParser.Argument(help: "Exports, or folders of them; - is standard input.")
  var paths: [String] = []

  /// Whether a view was named and no exports to show it of.
  var asksForColumns: Bool { paths.isEmpty && named.filesFrom == nil }

  func run() async throws {
    guard let word = view else { return writeToStandardOutput(renderViews()) }
    if let table = FleetTable(rawValue: word) { return try await showFleet(table) }
    let view = try view(named: word)
    if asksForColumns { return writeToStandardOutput(renderColumns(of: view)) }
    let width = try checkedWidth()
    let columns = try wantedColumns(of: view)
    let render = {
      @Sendable [format, origins, palette = colour.palette] (router: ShownRouter) -> String in
      switch format {
      case .json: renderViewJSON(view, of: router, columns: columns)
      case .text where origins: renderOrigins(view, of: router, columns: columns, in: palette)
      case .text: renderView(view, of: router, columns: columns, width: width, in: palette)
      }
    }
    if let project = try project.open() { return try await showFleet(by: project, render) }
    let exports = try findExports(try named.all(paths), including: [])
    exports.report()
    var status: Int32 = exports.problems.isEmpty ? 0 : 2
    await workInParallel(on: exports.paths, grab: 1, with: {}) { path, _ in
      show(path) { render(ShownRouter($0)) }
    } inOrder: { shown in
      if let notice = shown.notice {
        complain(notice)
        status = 2
      }
      writeToStandardOutput(shown.output)
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// Shows each router with what a project says of it, and of the others.
  private func showFleet(
    by project: OpenProject, _ render: @escaping @Sendable (ShownRouter) -> String
  ) async throws {
    let exports = try await readExports(try named.all(paths), including: [])
    let devices = exports.scripts.map { Device(lower($0), path: stablePath($0.file.name)) }
    let fleet = Fleet(devices, facts: try project.facts(of: devices.map(NamedRouter.init)))
    await workInParallel(on: Array(devices.indices), grab: 1, with: {}) { place, _ in
      let shown = render(ShownRouter(of: place, in: fleet))
      fleet.forgetRows(of: place)
      return shown
    } inOrder: {
      writeToStandardOutput($0)
    }
    if !exports.problems.isEmpty { throw ExitCode(2) }
  }

  func checkedWidth() throws(Failure) -> Int {
    if let width, width < 20 { throw Failure("--width is \(width); it must be 20 or more") }
    return width ?? terminalWidth()
  }

  private func view(named word: String) throws(Failure) -> View {
    if let view = View(rawValue: word) { return view }
    let views = (View.allCases.map(\.rawValue) + FleetTable.allCases.map(\.rawValue)).sorted()
    let begun = views.filter { $0.hasPrefix(word + "-") }
    if begun.count == 1, let view = View(rawValue: begun[0]) { return view }
    let near = nearestWord(to: word, among: views).map { "; did you mean '\($0)'?" }
    throw Failure(
      "no view '\(word)'" + (near ?? "; the views are \(views.joined(separator: ", "))"))
  }

  private func wantedColumns(of view: View) throws(Failure) -> [String] {
    let wanted = (columns ?? "").split(separator: ",").map(String.init)
    let known = view.namesOfColumns.union(ViewColumn.ofProject.map(\.name))
    for name in wanted where !known.contains(name) {
      let near = nearestWord(to: name, among: known.sorted()).map { "; did you mean '\($0)'?" }
      throw Failure("'\(view.rawValue)' has no column '\(name)'\(near ?? "")")
    }
    return wanted
  }
}

/// What one file comes to.
private struct Shown: Sendable {
  var output = ""
  /// Why the file could not be read.
  var notice: String?
}

private func show(_ path: String, _ render: (Device) -> String) -> Shown {
  do throws(Failure) {
    let script = try readScript(path)
    return Shown(output: render(Device(lower(script), path: stablePath(path))))
  } catch {
    return Shown(notice: error.message)
  }
}
