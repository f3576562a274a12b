public import Diagnostics
public import Policy
public import RouterOSModel
import SourceText

extension FleetFacts {
  /// What a project says of routers; `places` are those of its devices in the fleet, by their names in the
  /// project. Throws one sentence with a place for what is no address or network.
  public init(_ project: Project, places: [String: Int]) throws(SourceError) {
    self.init()
    for device in project.devices {
      guard let place = places[device.name.text] else { continue }
      names[place] = device.name.text
      if let words = device.untrusted { untrusted[place] = Set(words.map(\.text)) }
      if let words = device.knownAs { knownAs[place] = try project.addresses(words) }
    }
    for word in project.others {
      others.append(try project.prefix(word, "address or network"))
    }
    for site in project.sites {
      sites.append(
        Site(
          name: site.name.text, devices: Set(site.devices.compactMap { places[$0.text] }),
          paths: site.paths.map { Path($0, places) }, lans: try project.lans(of: site, places),
          absent: site.devices.map(\.text).filter { places[$0] == nil }))
    }
  }
}

extension FleetFacts.Path {
  fileprivate init(_ path: Project.Path, _ places: [String: Int]) {
    var interfaces: [Int: Set<String>] = [:]
    for (device, names) in path.interfaces {
      guard let place = places[device.text] else { continue }
      interfaces[place] = Set(names.map(\.text))
    }
    self.init(name: path.name.text, watch: path.watch?.text, interfaces: interfaces)
  }
}

extension Project {
  fileprivate func lans(of site: Site, _ places: [String: Int]) throws(SourceError)
    -> [FleetFacts.LAN]
  {
    var lans: [FleetFacts.LAN] = []
    for (device, words) in site.lans {
      for word in words {
        let prefix = try prefix(word, "network")
        guard let place = places[device.text] else { continue }
        lans.append(FleetFacts.LAN(device: place, prefix: prefix))
      }
    }
    return lans
  }

  fileprivate func prefix(_ word: Word, _ what: String) throws(SourceError) -> IPPrefix {
    guard let prefix = IPPrefix(word.text) else {
      throw SourceError("'\(word.text)' is no \(what)", at: word.span, in: file)
    }
    return prefix
  }

  fileprivate func addresses(_ words: [Word]) throws(SourceError) -> [String] {
    var addresses: [String] = []
    for word in words {
      // A name is dialled, too, and compared as it is written.
      if word.text.isEmpty {
        throw SourceError("'known-as' expects addresses or names", at: word.span, in: file)
      }
      addresses.append(IPAddress(word.text)?.description ?? word.text)
    }
    return addresses
  }
}
