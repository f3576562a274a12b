import RouterOSSyntax
import SourceText
import TestSupport
import Testing

@testable import RouterOSModel

@Suite struct CoverageTests {
  @Test func everyStatementAndPropertyIsCounted() {
    let text = """
      /ip dns
      set servers=192.0.2.1 no-such-property=1
      /no such menu
      add a=1
      /user ssh-keys
      add comment=a
      :put a
      """
    let script = parse(SourceFile(name: "a.rsc", text: text))
    let coverage = Catalogue.shipped.coverage(of: script)
    #expect((coverage.modelled, coverage.recognised, coverage.unknown) == (1, 1, 1))
    #expect((coverage.cataloguedProperties, coverage.properties) == (2, 4))
    #expect(coverage.strangers == ["/no/such/menu": 1, "/ip/dns no-such-property": 1])
  }

  @Test func realExportsAreKnown() throws {
    var coverage = Coverage()
    let exports = Corpus.shared.files.filter(\.isExport)
    for file in exports {
      let source = SourceFile(name: "export", bytes: try file.bytes())
      coverage += Catalogue.shipped.coverage(of: parse(source))
    }
    guard coverage.statements > 0 else { return }
    let known = coverage.modelled + coverage.recognised
    print(
      "corpus: of \(coverage.statements) statements \(percent(known, coverage.statements)) fall on",
      "menus of the catalogue, \(percent(coverage.modelled, coverage.statements)) on modelled ones;",
      "of \(coverage.properties) properties",
      "\(percent(coverage.cataloguedProperties, coverage.properties)) are catalogued")
    #expect(known * 100 >= coverage.statements * 99, "\(coverage.strangers)")
    #expect(coverage.modelled * 100 >= coverage.statements * 95)
    #expect(coverage.cataloguedProperties * 100 >= coverage.properties * 98)
  }
}

private func percent(_ part: Int, _ whole: Int) -> String {
  let tenths = part * 1000 / whole
  return "\(tenths / 10).\(tenths % 10) %"
}
