import RouterOSSyntax
import Testing

@testable import RouterOSModel

/// The form of the catalogue's files, as its README describes it.
@Suite struct CatalogueReadingTests {
  @Test func aMenuIsReadWhole() throws {
    let menu = Menu(
      catalogueText: """
        /a/b ordered-list 7.1-7.5
          key: name
          order-within: chain
          v6: /a/c
          source: community
          built-in: x *0 default=yes -7.3 mode=q
          built-in: y #1
          chain name
          mode choice (p|q|...) = p =7.2 q @manual
          name name
          rate integer (auto) 1..10 unsettable -> /c/d 7.2- v6: speed unknown
          word text secret unset @tree
        """)
    #expect(menu.path == "/a/b" && menu.kind == .orderedList)
    #expect(menu.key == ["name"] && menu.orderWithin == ["chain"])
    #expect(menu.path(inMajor: 6) == "/a/c" && menu.path(inMajor: 7) == "/a/b")
    #expect(menu.builtIns.map(\.id) == ["*0", "1"])
    #expect(menu.builtIns.map(\.isDefault) == [true, false])
    #expect(menu.builtIns(in: RouterOSVersion("7.4")).map(\.name) == ["y"])
    #expect(menu.builtIns[0].values == ["mode": "q"])
    let mode = try #require(menu.properties["mode"])
    #expect(mode.allowedWords == ["p", "q"] && mode.takesOtherWords)
    #expect(mode.fallback(in: RouterOSVersion("7.1")) == .value("p"))
    #expect(mode.sourceOfDefault(in: RouterOSVersion("7.1")) == .community)
    #expect(mode.fallback(in: RouterOSVersion("7.2.1")) == .value("q"))
    #expect(mode.sourceOfDefault(in: nil) == .manual)
    let rate = try #require(menu.properties["rate"])
    #expect(rate.bounds == 1...10 && rate.isUnsettable && rate.reference == "/c/d")
    #expect(rate.allowedWords == ["auto"] && rate.name(inMajor: 6) == "speed")
    #expect(rate.fallback(in: nil) == .undocumented && rate.sourceOfDefault(in: nil) == nil)
    let word = try #require(menu.properties["word"])
    #expect(word.isSecret && word.fallback(in: nil) == .none)
  }

  @Test(arguments: [
    "name", "name nonsense", "name text garbage", "name text = ", "name text =seven x",
    "name text @manual", "name text = x @nobody", "name integer 9..1", "name text 1..2",
    "name choice (a|b", "name choice ()", "name text ->", "name text 7.3-7.1", "name text 7.x-",
    "key:", "order-within:", "source: hearsay", "colour: red", "v6:", "built-in:",
    "built-in: a nonsense", "/second list", "   ",
  ])
  func nonsenseIsReported(line: String) {
    #expect(Menu.unreadableLines(of: "/a list\n  b text\n  \(line)") == ["/a:   \(line)"])
  }

  @Test(arguments: ["/a", "/a nonsense", "/a list 7", "/a list 7.1- more", "/a unmodelled"])
  func nonsenseInTheHeadIsReported(head: String) {
    #expect(Menu.unreadableLines(of: head).count == 1)
  }

  @Test func aPropertyThatIsThereTwiceIsReported() {
    #expect(Menu.unreadableLines(of: "/a list\n  b text\n  b name").count == 1)
  }

  @Test(arguments: [
    ("7.13-", "7.13", true), ("7.13-", "7.12.2", false), ("-7.12", "7.12.2", true),
    ("-7.12", "7.13", false), ("-6", "6.49.18", true), ("-6", "7.0", false),
    ("-6,7.20-", "6.48", true), ("-6,7.20-", "7.19.4", false), ("-6,7.20-", "7.20", true),
    ("7.1-7.9.2", "7.9.2", true), ("7.1-7.9.2", "7.9.3", false), ("7-", "7.1", true),
  ])
  func releasesHoldTheirEnds(range: Substring, version: String, isIn: Bool) throws {
    let range = try #require(ReleaseRange(range))
    #expect(range.contains(RouterOSVersion(version)) == isIn)
  }

  @Test func withoutAVersionTheNewestIsMeant() throws {
    #expect(try #require(ReleaseRange("7.1-")).contains(nil))
    #expect(try !#require(ReleaseRange("-7.12")).contains(nil))
    #expect(try #require(ReleaseRange("-6,7.20-")).contains(nil))
  }
}
