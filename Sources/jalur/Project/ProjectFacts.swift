import Audit
import Diagnostics
import Policy
import Report
import RouterOSModel
import SourceText

/// What a project knows a router by.
struct NamedRouter: Sendable {
  /// The name that it gives itself.
  let name: String
  /// The path of its export.
  let file: String

  init(_ device: Device) {
    name = device.name
    file = device.file.name
  }
}

extension OpenProject {
  /// What it says of these routers.
  func facts(of routers: [NamedRouter]) throws(Failure) -> FleetFacts {
    let places = try places(of: routers)
    do throws(SourceError) { return try FleetFacts(project, places: places) } catch {
      throw Failure(renderError(error))
    }
  }

  /// The routers by their names in the file, found by their exports.
  private func places(of routers: [NamedRouter]) throws(Failure) -> [String: Int] {
    let byFile = Dictionary(
      routers.enumerated().compactMap { place, router in
        realPath(router.file).map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    for device in project.devices {
      guard let export = device.export else {
        places[device.name.text] = routers.firstIndex { $0.name == device.name.text }
        continue
      }
      guard let path = realPath(folder + export.text) else {
        throw failure("export '\(export.text)' does not exist", export)
      }
      places[device.name.text] = byFile[path]
    }
    return places
  }

  private func failure(_ message: String, _ word: Word) -> Failure {
    Failure(renderError(SourceError(message, at: word.span, in: project.file)))
  }
}
