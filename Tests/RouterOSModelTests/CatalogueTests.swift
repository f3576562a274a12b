import RouterOSModel
import Testing

@Suite struct CatalogueTests {
  @Test func everyLineIsUnderstood() {
    #expect(Catalogue.shipped.unreadableLines.isEmpty)
    #expect(Catalogue.shipped.paths.count >= 30)
  }

  @Test func keysAndOrdersNameProperties() {
    for path in Catalogue.shipped.paths {
      let menu = Catalogue.shipped.menu(path)
      #expect(menu.isModelled, "\(path)")
      for name in menu.key + menu.orderWithin {
        #expect(menu.properties[name] != nil, "\(path) \(name)")
      }
    }
  }

  @Test(arguments: ["/ppp/secret", "/no/such/menu"])
  func secretsAreKnownInEveryMenu(path: String) {
    #expect(Catalogue.shipped.menu(path).isSecret("password"))
    #expect(!Catalogue.shipped.menu(path).isSecret("name"))
    for name in ["cak", "key-val", "ppk-secret"] {
      #expect(Catalogue.shipped.menu(path).isSecret(name))
    }
  }
}
