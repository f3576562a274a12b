public import RouterOSModel
import RouterOSSyntax
import SourceText

/// One router of several that are shown together: what the others must know of it, and where it says so.
///
/// It does not hold the export, so that thousands of them fit into memory.
public struct FleetMember: Sendable {
  let ends: RouterEnds
  /// The name of the file.
  let file: String
  /// The lines of all places, by their start.
  private let lines: [UInt32: Int]

  /// What is shown of one router. Linear in its export.
  public init(_ device: Device) {
    ends = RouterEnds(device, conceals: true)
    file = device.file.name
    let table = LineTable(device.file)
    lines = Dictionary(ends.places.map { ($0.start, table.line(at: $0.start)) }) { first, _ in
      first
    }
  }

  /// The line at a place, from 1.
  func line(at offset: UInt32) -> Int { lines[offset] ?? 1 }
}

/// The names of routers; where several have one, their files instead.
func namesApart(_ members: [FleetMember]) -> [String] {
  var counts: [String: Int] = [:]
  for member in members { counts[member.ends.name, default: 0] += 1 }
  return members.map { counts[$0.ends.name] == 1 ? $0.ends.name : $0.file }
}
