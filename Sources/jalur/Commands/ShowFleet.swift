import ArgumentParser
import Diagnostics
import Report
import RouterOSModel

extension Show {
  /// Shows what all routers together tell.
  func showFleet(_ table: FleetTable) async throws {
    if asksForColumns { return writeToStandardOutput(renderColumns(of: table)) }
    if origins || columns != nil {
      let option = origins ? "--origins" : "--columns"
      throw Failure("'\(table.rawValue)' is one table of all routers, without \(option)")
    }
    let width = try checkedWidth()
    let exports = try findExports(try named.all(paths), including: [])
    exports.report()
    var status: Int32 = exports.problems.isEmpty ? 0 : 2
    var members: [FleetMember] = []
    var names: [NamedRouter] = []
    await workInParallel(on: exports.paths, grab: 8, with: {}) { path, _ in
      member(at: path)
    } inOrder: { result in
      switch result {
      case .success(let (member, name)):
        members.append(member)
        names.append(name)
      case .failure(let failure):
        complain(failure.message)
        status = 2
      }
    }
    let facts = try project.open()?.facts(of: names) ?? FleetFacts()
    switch format {
    case .json: writeToStandardOutput(renderFleetJSON(table, of: members, facts: facts))
    case .text:
      writeToStandardOutput(
        renderFleet(table, of: members, facts: facts, width: width, in: colour.palette))
    }
    if status != 0 { throw ExitCode(status) }
  }
}

/// What others must know of one router; its export is let go.
private func member(at path: String) -> Result<(FleetMember, NamedRouter), Failure> {
  do throws(Failure) {
    let script = try readScript(path)
    let device = Device(lower(script), path: stablePath(path))
    return .success((FleetMember(device), NamedRouter(device)))
  } catch {
    return .failure(error)
  }
}
