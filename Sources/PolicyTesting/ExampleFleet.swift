import Audit
import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText

extension Example {
  /// The rules as the project of the example wants them; nil when it has none. Errors are those of the page.
  func policies(_ rules: [Rule], in page: SourceFile) throws(SourceError) -> PolicySet? {
    guard let project else { return nil }
    do throws(SourceError) {
      let policies = try PolicySet(rules, for: project.project)
      guard policies.rules.count == rules.count else {
        throw SourceError(
          "this project turns the rule off, so that its example shows nothing", at: Span(0, 0),
          in: project.excerpt.file)
      }
      return policies
    } catch { throw project.excerpt.inPage(error, page) }
  }

  /// The routers, with what the project says of them.
  func fleet(in page: SourceFile) throws(SourceError) -> Fleet {
    let devices = blocks.map { block in
      Device(lower(parse(block.file), as: block.version), path: block.file.name)
    }
    guard let project else { return Fleet(devices) }
    do throws(SourceError) {
      return Fleet(devices, facts: try facts(of: devices, project.project))
    } catch { throw project.excerpt.inPage(error, page) }
  }

  private func facts(
    of devices: [Device], _ project: Project
  ) throws(SourceError) -> FleetFacts {
    var places: [String: Int] = [:]
    for (place, block) in blocks.enumerated() {
      if let name = block.device { places[name] = place }
    }
    for device in project.devices {
      if let export = device.export {
        places[device.name.text] = try place(of: export, project)
      } else if places[device.name.text] == nil {
        places[device.name.text] = devices.firstIndex { $0.name == device.name.text }
      }
    }
    var facts = try FleetFacts(project, places: places)
    for (place, block) in blocks.enumerated() where facts.names[place] == nil {
      facts.names[place] = block.device
    }
    return facts
  }

  private func place(of export: Word, _ project: Project) throws(SourceError) -> Int {
    if let place = blocks.firstIndex(where: { $0.file.name == export.text }) { return place }
    let names = blocks.map(\.file.name).sorted()
    throw SourceError(
      unknownWord(export.text, "export", among: names), at: export.span, in: project.file)
  }
}
