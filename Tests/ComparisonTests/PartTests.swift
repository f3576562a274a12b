import Comparison
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Exports that show a part of their router say nothing of the rest.
@Suite struct PartTests {
  private static let header = "# 2024-11-20 09:14:07 by RouterOS 7.18.2\n"
  private static let whole =
    header + "/interface bridge\nadd name=b\n/ip dns\nset servers=192.0.2.53\n/ip route\n"
    + "add dst-address=192.0.2.0/24 gateway=198.51.100.1\n"
    + "add distance=2 dst-address=203.0.113.0/24 gateway=198.51.100.2\n"

  private static func differences(_ old: String, _ new: String) -> Differences {
    func read(_ text: String, _ name: String) -> Configuration {
      lower(parse(SourceFile(name: name, text: text)))
    }
    return compare(read(old, "old.rsc"), read(new, "new.rsc"))
  }

  /// What `/ip route export where …` printed.
  private static let some =
    "[admin@r] > /ip/route/export where distance=1\n" + header
    + "/ip route\nadd dst-address=192.0.2.0/24 gateway=198.51.100.9\n[admin@r] > \n"

  @Test func whatAnExportOfSomeEntriesLeavesOutDidNotCome() {
    let found = Self.differences(Self.some, Self.whole)
    #expect(!found.changes.contains { $0.kind == .added })
    #expect(found.comparesParts && found.notComparable > 0)
  }

  @Test func whatAnExportOfSomeEntriesLeavesOutDidNotGo() {
    let found = Self.differences(Self.whole, Self.some)
    #expect(!found.changes.contains { $0.kind == .removed })
    #expect(found.comparesParts)
  }

  @Test func menusThatNoCommandExportedDidNotChange() {
    let route =
      "[admin@r] > /ip/route/export\n" + Self.header
      + "/ip route\nadd dst-address=192.0.2.0/24 gateway=198.51.100.1\n[admin@r] > \n"
    let found = Self.differences(route, Self.whole)
    #expect(found.changes.map(\.kind) == [.added] && found.changes.map(\.menu) == ["/ip/route"])
    #expect(found.comparesParts)
  }

  @Test func twoExportsOfOneMenuAreComparedInFull() {
    let other = Self.some.replacing("export where distance=1", with: "export")
    let found = Self.differences(other, other.replacing("198.51.100.9", with: "198.51.100.7"))
    #expect(found.changes.count == 1 && !found.comparesParts)
    #expect(!Self.differences(other, other).comparesParts)
  }
}
