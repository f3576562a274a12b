import RouterOSModel
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// How far statements are supported, honestly counted.
@Suite struct SupportTests {
  private func support(_ text: String) -> Support {
    let header = "# 2025-01-02 03:04:05 by RouterOS 7.18\n"
    return lower(parse(SourceFile(name: "a.rsc", text: header + text + "\n"))).support
  }

  @Test(arguments: [
    ("/ip route\nadd gateway=192.0.2.1", Support.Degree.understood),
    ("/ip dns\nset servers=192.0.2.1", .understood),
    ("/system script\nadd name=a source=\":put \\$x\"", .understood),
    ("/interface ethernet\nset [ find default-name=ether1 ] comment=a", .understood),
    (":put hello", .immaterial), ("/ip route print", .immaterial),
    ("/system leds\nset 0 type=off", .immaterial),
    ("/user ssh-keys\nadd comment=a", .notModelled),
    ("/ip route\nadd brand-new-property=1 gateway=192.0.2.1", .unknown),
    ("/no such menu\nadd a=b", .unknown),
    ("/ip route\nadd distance=300 gateway=192.0.2.1", .unknown),
    ("/ip route\nadd gateway=$gateway", .unknown),
    (":foreach i in=[/ip route find] do={ /ip route remove $i }", .unknown),
    ("/ip route\nset [find where comment~\"x\"] disabled=yes", .unknown),
    ("/ip route\nadd gateway=\"192.0.2.1", .unknown), ("/system frobnicate a=b", .unknown),
  ])
  func degrees(text: String, degree: Support.Degree) {
    let support = support(text)
    #expect(support.statements == 1)
    #expect(support.count(degree) == 1, "\(support.exceptions.map(\.reason))")
    #expect(support.exceptions.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func degreesAddUp() {
    let support = support("/ip route\nadd gateway=192.0.2.1\nadd gateway=$a\n:put a\n/x y\nadd a=b")
    #expect(support.statements == 4)
    #expect(Support.Degree.allCases.map(support.count).reduce(0, +) == 4)
    #expect(support.exceptions.map(\.statement.index) == [1, 2, 3])
  }

  @Test func realExportsAreSupported() throws {
    var counts: [Support.Degree: Int] = [:]
    var reasons: [String: Int] = [:]
    for file in Corpus.shared.files where file.isExport {
      let support = lower(parse(SourceFile(name: "export", bytes: try file.bytes()))).support
      for degree in Support.Degree.allCases { counts[degree, default: 0] += support.count(degree) }
      for exception in support.exceptions {
        reasons["\(exception.degree) \(exception.reason)", default: 0] += 1
      }
    }
    let all = counts.values.reduce(0, +)
    guard all > 0 else { return }
    print("corpus: of \(all) statements \(counts.sorted { $0.value > $1.value })")
    for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("corpus:   \(count) \(reason)")
    }
    #expect(counts[.understood] ?? 0 > all * 9 / 10)
  }
}
