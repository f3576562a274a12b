import Foundation
import Testing

/// Rules and projects with bytes changed, taken out and put in at random, the same in each run.
@Suite struct PolicyPropertyTests {
  private static let project = """
    language: 1
    devices: { client: { export: exports/client.rsc, untrusted: [lte1] } }
    sites: { s: { devices: [client], paths: [{ name: p, watch: gateway, interfaces: { client: a } }] } }
    rules: { a: { parameters: { longest: 30s }, severity: off, reason: r } }
    exceptions: [{ rule: a, where: { a: { matches: "^a(b|c)*$" } }, reason: r, owner: o, until: 2027-01-31 }]
    """
  private static let rule = """
    id: a
    severity: { routeros-6: info, routeros-7: error }
    message: "{é} over {$longest}"
    why: w
    fix: f
    parameters: { longest: { default: [30s], about: a } }
    when: { menu: /a, where: { b: { not: [c, $longest] } }, how-many: { at-least: 2 } }
    select: { view: v, where: { any: [{ a: b }, { c: { inside: 192.0.2.0/24 } }], d: { matches: "[a-z]{2,3}" } } }
    per: [link, a]
    expect: { how-many: { column: a, where: { b: c }, at-most: $longest } }
    """

  @Test func bytesMayBeAnything() {
    var state: UInt64 = 11
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let alphabet = Array("ab: -[]{},\n\t\"'#&*!|>%@$é\u{0}".utf8) + [0xFF]
    for turn in 0..<4_000 {
      var bytes = Array((turn % 2 == 0 ? Self.rule : Self.project).utf8)
      for _ in 0...next(6) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes[place] = alphabet[next(alphabet.count)]
        case 1: bytes.remove(at: place)
        default: bytes.insert(alphabet[next(alphabet.count)], at: place)
        }
      }
      #expect(complaintAboutPolicies(bytes) == nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(complaintAboutPolicies(Array(Self.rule.utf8)) == nil)
  }
}
