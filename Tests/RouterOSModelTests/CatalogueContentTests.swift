import RouterOSSyntax
import Testing

@testable import RouterOSModel

/// What the catalogue says of menus that much depends on.
@Suite struct CatalogueContentTests {
  @Test(arguments: ["/ppp/secret", "/no/such/menu", "/ip/dns"])
  func secretsAreKnownInEveryMenu(path: String) {
    #expect(Catalogue.shipped.menu(path).isSecret("password"))
    #expect(!Catalogue.shipped.menu(path).isSecret("name"))
    for name in ["cak", "key-val", "ppk-secret", "security.passphrase"] {
      #expect(Catalogue.shipped.menu(path).isSecret(name))
    }
  }

  @Test(arguments: [
    ("/interface/ppp-client", "pin"), ("/interface/lte", "pin"), ("/ip/ipsec/key/psk", "key"),
    ("/routing/ospf/interface", "authentication-key"),
    ("/routing/rip/interface", "authentication-key"), ("/routing/rip/keys", "key"),
    ("/zerotier", "identity"), ("/interface/macsec", "cak"), ("/system/ntp/key", "key-val"),
    ("/interface/wireguard/peers", "preshared-key"), ("/interface/vrrp", "password"),
    ("/tool/romon", "secrets"), ("/tool/sms", "sim-pin"), ("/disk", "encryption-key"),
    ("/container/config", "password"), ("/ip/ipsec/peer", "ppk-secret"),
    ("/interface/wifi", "security.passphrase"), ("/tool/user-manager/router", "shared-secret"),
    ("/routing/bgp/peer", "tcp-md5-key"), ("/ip/socksify", "socks5-password"),
  ])
  func namesThatAreSecretsOnlySomewhereAreKnownThere(path: String, property: String) {
    #expect(Catalogue.shipped.menu(path).properties[property]?.isSecret == true)
  }

  @Test(arguments: [
    ("/container/envs", "key"), ("/interface/lte", "sms-read"),
    ("/ip/ipsec/identity", "remote-key"),
    ("/interface/dot1x/client", "identity"), ("/ip/ssh", "host-key-type"),
  ])
  func harmlessPropertiesOfSuchNamesAreShown(path: String, property: String) {
    #expect(Catalogue.shipped.menu(path).properties[property]?.isSecret != true)
  }

  @Test(arguments: [
    "/interface/bridge/filter", "/interface/bridge/nat", "/ip/firewall/filter", "/ip/firewall/nat",
    "/ip/firewall/mangle", "/ip/firewall/raw", "/ipv6/firewall/filter", "/ipv6/firewall/raw",
    "/routing/filter", "/routing/filter/rule",
  ])
  func rulesAreOrderedWithinTheirChain(path: String) {
    let menu = Catalogue.shipped.menu(path)
    #expect(menu.kind == .orderedList)
    #expect(menu.orderWithin == ["chain"])
    #expect(menu.key.isEmpty)
  }

  @Test(arguments: [
    "/caps-man/access-list", "/interface/wifi/access-list", "/interface/wifi/provisioning",
    "/interface/wireless/access-list", "/ip/dns/static", "/ip/hotspot/walled-garden",
    "/ip/ipsec/policy", "/ip/proxy/access", "/ip/route/rule", "/ip/socks/access", "/queue/simple",
    "/radius", "/routing/bfd/configuration", "/routing/ospf/interface-template", "/routing/rule",
  ])
  func firstMatchWinsInTheseMenus(path: String) {
    #expect(Catalogue.shipped.menu(path).kind == .orderedList)
  }

  @Test(arguments: [
    "/interface/bridge/port", "/interface/wireguard/peers", "/ip/vrf", "/routing/filter/num-list",
    "/routing/filter/community-list", "/ip/route", "/ip/address", "/ip/firewall/address-list",
  ])
  func orderThatChangesNothingIsNoOrder(path: String) {
    #expect(Catalogue.shipped.menu(path).kind == .list)
  }

  @Test(arguments: [
    "/ip/dns", "/ip/cloud", "/ip/settings", "/snmp", "/system/clock", "/system/ntp/client",
    "/tool/mac-server", "/tool/mac-server/ping", "/user/aaa", "/interface/l2tp-server/server",
  ])
  func settingsHaveOneEntry(path: String) {
    #expect(Catalogue.shipped.menu(path).kind == .settings)
  }

  @Test(arguments: ["/routing/table", "/ppp/secret", "/routing/bgp/template", "/ip/hotspot/user"])
  func namesThatRoutersDoNotKeepUniqueAreNoIdentity(path: String) {
    #expect(Catalogue.shipped.menu(path).key.isEmpty)
  }

  @Test(arguments: [
    ("/interface/bridge", "ingress-filtering", "6.48", "no"),
    ("/interface/bridge", "ingress-filtering", "7.16", "yes"),
    ("/ip/dhcp-client", "disabled", "6.49.10", "yes"), ("/ip/dhcp-client", "disabled", "7.1", "no"),
    ("/ip/cloud", "ddns-enabled", "7.16.2", "no"), ("/ip/cloud", "ddns-enabled", "7.17", "auto"),
    ("/interface/bridge/port", "path-cost", "7.12", "10"), ("/ip/route", "distance", "7.20", "1"),
  ])
  func defaultsDependOnTheRelease(path: String, property: String, version: String, value: String)
    throws
  {
    let property = try #require(Catalogue.shipped.menu(path).properties[property])
    #expect(property.fallback(in: RouterOSVersion(version)) == .value(value))
    #expect(property.sourceOfDefault(in: RouterOSVersion(version)) != nil)
  }

  @Test func whatNobodyDocumentsIsUnknown() throws {
    let property = try #require(Catalogue.shipped.menu("/tool/netwatch").properties["interval"])
    #expect(property.fallback(in: RouterOSVersion("6.48.3")) == .undocumented)
    #expect(property.sourceOfDefault(in: RouterOSVersion("6.48.3")) == nil)
  }

  @Test func bgpSessionsMovedBetweenTheMajorVersions() throws {
    let connection = Catalogue.shipped.menu("/routing/bgp/connection")
    #expect(connection.path(inMajor: 6) == "/routing/bgp/peer")
    #expect(connection.path(inMajor: 7) == "/routing/bgp/connection")
    let remote = try #require(connection.properties["remote.as"])
    #expect(remote.name(inMajor: 6) == "remote-as")
    #expect(remote.name(inMajor: 7) == "remote.as")
  }

  @Test func propertiesTellTheirReleasesWordsAndBounds() throws {
    let bridge = Catalogue.shipped.menu("/interface/bridge").properties
    #expect(bridge["protocol-mode"]?.allowedWords.sorted() == ["mstp", "none", "rstp", "stp"])
    #expect(bridge["protocol-mode"]?.takesOtherWords == false)
    let mode = try #require(bridge["port-cost-mode"]?.releases)
    #expect(!mode.contains(RouterOSVersion("7.12.2")) && mode.contains(RouterOSVersion("7.13")))
    #expect(bridge["no-such-property"] == nil)
    let delay = try #require(bridge["forward-delay"]?.bounds)
    #expect(delay == 4_000_000_000...30_000_000_000)
    #expect(
      Catalogue.shipped.menu("/interface/list/member").properties["list"]?.reference
        == "/interface/list")
  }

  @Test func builtInEntriesBelongToReleases() {
    let areas = Catalogue.shipped.menu("/routing/ospf/area")
    #expect(areas.builtIns(in: RouterOSVersion("6.48")).map(\.name) == ["backbone"])
    #expect(areas.builtIns(in: RouterOSVersion("7.16")).isEmpty)
    #expect(areas.builtIns(in: nil).isEmpty)
  }
}
