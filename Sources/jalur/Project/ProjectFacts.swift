import Diagnostics
import Policy
import Report
import RouterOSModel
import SourceText

extension OpenProject {
  /// What it says of these routers.
  func facts(of devices: [Device]) throws(Failure) -> FleetFacts {
    var facts = FleetFacts()
    let places = try places(of: devices)
    for device in project.devices {
      guard let place = places[device.name.text] else { continue }
      facts.names[place] = device.name.text
      if let untrusted = device.untrusted { facts.untrusted[place] = Set(untrusted.map(\.text)) }
      if let addresses = try knownAs(device) { facts.knownAs[place] = addresses }
    }
    for word in project.others {
      guard let prefix = IPPrefix(word.text) else {
        throw failure("'\(word.text)' is no address or network", word)
      }
      facts.others.append(prefix)
    }
    for site in project.sites {
      facts.sites.append(
        FleetFacts.Site(
          name: site.name.text, devices: Set(site.devices.compactMap { places[$0.text] }),
          paths: site.paths.map { path(of: $0, places) }, lans: try lans(of: site, places),
          absent: site.devices.map(\.text).filter { places[$0] == nil }))
    }
    return facts
  }

  private func lans(of site: Project.Site, _ places: [String: Int]) throws(Failure)
    -> [FleetFacts.LAN]
  {
    var lans: [FleetFacts.LAN] = []
    for (device, words) in site.lans {
      for word in words {
        guard let prefix = IPPrefix(word.text) else {
          throw failure("'\(word.text)' is no network", word)
        }
        guard let place = places[device.text] else { continue }
        lans.append(FleetFacts.LAN(device: place, prefix: prefix))
      }
    }
    return lans
  }

  private func knownAs(_ device: Project.Device) throws(Failure) -> [String]? {
    guard let words = device.knownAs else { return nil }
    var addresses: [String] = []
    for word in words {
      // A name is dialled, too, and compared as it is written.
      if word.text.isEmpty { throw failure("'known-as' expects addresses or names", word) }
      addresses.append(IPAddress(word.text)?.description ?? word.text)
    }
    return addresses
  }

  private func path(of path: Project.Path, _ places: [String: Int]) -> FleetFacts.Path {
    var interfaces: [Int: Set<String>] = [:]
    for (device, names) in path.interfaces {
      guard let place = places[device.text] else { continue }
      interfaces[place] = Set(names.map(\.text))
    }
    return FleetFacts.Path(
      name: path.name.text, watch: path.watch?.text, interfaces: interfaces)
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
