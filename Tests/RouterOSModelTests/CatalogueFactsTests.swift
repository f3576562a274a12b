import TestSupport
import Testing

@testable import RouterOSModel

/// The catalogue against tables of facts: the command trees of RouterOS 7.9 to 7.24, what routers were
/// seen to enforce, and what real exports use. Skipped where those tables are not.
@Suite struct CatalogueFactsTests {
  /// Menus that are no menus: an export that was edited by hand wrote commands below them.
  private static let noMenus: Set<String> = ["/system", "/system/package"]

  @Test(arguments: ["routeros-menus.tsv", "menus-in-the-wild.tsv"])
  func everyMenuIsRecognised(table: String) {
    for path in Facts.rows(of: table).compactMap({ $0["menu"] })
    where path.hasPrefix("/") && !Self.noMenus.contains(path) {
      #expect(Catalogue.shipped.menu(path).isRecognised, "\(path)")
    }
  }

  @Test func everyPropertyThatCanBeSetIsCatalogued() {
    for row in Facts.rows(of: "routeros-properties.tsv") where row["read-only"] != "yes" {
      guard let path = row["menu"], let name = row["property"], !path.isEmpty, !name.isEmpty else {
        continue
      }
      #expect(Catalogue.shipped.menu(path).properties[name] != nil, "\(path) \(name)")
    }
  }

  @Test func whatCanBeUnsetIsUnsettable() {
    for row in Facts.rows(of: "routeros-properties.tsv")
    where row["unsettable"] == "yes" && row["read-only"] != "yes" {
      guard let path = row["menu"], let name = row["property"] else { continue }
      #expect(
        Catalogue.shipped.menu(path).properties[name]?.isUnsettable == true, "\(path) \(name)")
    }
  }

  /// Menus whose entries the tables take for a list that grows, or do not class.
  private static let otherKinds: Set<String> = [
    "/interface/ethernet/poe", "/interface/ethernet/switch", "/interface/ethernet/switch/port",
  ]

  @Test func kindsAreThoseOfTheCommandTree() {
    for row in Facts.rows(of: "routeros-menus.tsv") {
      guard let path = row["menu"], let kind = row["kind"], !Self.otherKinds.contains(path) else {
        continue
      }
      let menu = Catalogue.shipped.menu(path)
      switch kind {
      case "singleton" where menu.isModelled: #expect(menu.kind == .settings, "\(path)")
      case "list" where menu.isModelled && row["fixed-items"] != "yes":
        #expect([.list, .orderedList].contains(menu.kind), "\(path)")
      case "fixed-list" where menu.isModelled: #expect(menu.kind == .fixedList, "\(path)")
      default: #expect(menu.isRecognised, "\(path)")
      }
    }
  }

  @Test func settingsThatRoutersHaveAreSettings() {
    for path in Facts.probed("settings_menus").compactMap(\.first) {
      #expect(Catalogue.shipped.menu(path).kind == .settings, "\(path)")
    }
  }

  /// Orders that change nothing a router does, so that a changed order is no difference.
  private static let cosmeticOrders: Set<String> = [
    "/interface/bridge/port", "/interface/wireguard/peers", "/ip/vrf", "/routing/bgp/evpn",
    "/routing/filter/community-ext-list", "/routing/filter/community-large-list",
    "/routing/filter/community-list", "/routing/filter/num-list",
  ]

  @Test func menusWithMoveAreOrderedUnlessTheOrderIsCosmetic() {
    for path in Facts.probed("ordered_menus_with_move_and_add").compactMap(\.first) {
      let wanted: Menu.Kind = Self.cosmeticOrders.contains(path) ? .list : .orderedList
      #expect(Catalogue.shipped.menu(path).kind == wanted, "\(path)")
    }
  }

  @Test func identitiesAreThoseThatRoutersEnforce() {
    for pair in Facts.probed("unique_keys") where pair != ["/interface/vrrp", "interface"] {
      #expect(Catalogue.shipped.menu(pair[0]).key == [pair[1]], "\(pair)")
    }
    for pair in Facts.probed("proven_not_unique") {
      #expect(Catalogue.shipped.menu(pair[0]).key != [pair[1]], "\(pair)")
    }
  }

  @Test func itIsPrintedHowMuchIsModelled() {
    let menus = Catalogue.shipped.paths.map(Catalogue.shipped.menu)
    let modelled = menus.filter(\.isModelled)
    let properties = menus.reduce(0) { $0 + $1.properties.count }
    let documented = menus.reduce(0) { count, menu in
      count + menu.properties.values.count { $0.sourceOfDefault(in: nil) != nil }
    }
    print(
      "catalogue: \(menus.count) menus, \(modelled.count) modelled and",
      "\(menus.count - modelled.count) recognised, \(properties) properties,",
      "\(documented) with a documented default")
    #expect(modelled.count * 100 >= menus.count * 75)
  }
}
