import Audit
import Diagnostics
import Policy
import Report
import RouterOSModel
import SourceText

extension OpenProject {
  /// What it says of these routers.
  func facts(of devices: [Device]) throws(Failure) -> FleetFacts {
    let places = try places(of: devices)
    do throws(SourceError) { return try FleetFacts(project, places: places) } catch {
      throw Failure(renderError(error))
    }
  }

  /// The routers by their names in the file, found by their exports.
  private func places(of devices: [Device]) throws(Failure) -> [String: Int] {
    let byFile = Dictionary(
      devices.enumerated().compactMap { place, device in
        realPath(device.file.name).map { ($0, place) }
      }, uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    for device in project.devices {
      guard let export = device.export else {
        places[device.name.text] = devices.firstIndex { $0.name == device.name.text }
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
