import RouterOSModel
import Testing

/// What a router answers on, also when no line speaks of it.
@Suite struct ServiceViewTests {
  @Test(arguments: ["6.48.6", "7.16"]) func whatNobodyWroteIsThere(version: String) {
    let services = rows(.services, of: "/ip route\nadd gateway=192.0.2.1", version)
    #expect(
      services.named("telnet")?.words("enabled", "port", "encrypted", "written") == [
        "yes", "23", "no", "no",
      ])
    #expect(services.named("www-ssl")?.words("enabled", "certificate") == ["no", "none"])
    #expect(services.named("dns")?.words("enabled", "port") == ["no", "53"])
    #expect(services.named("bandwidth-server")?.words("enabled", "address") == ["yes", "-"])
    #expect(services.named("ssh")?.words("management", "tls-version") == ["yes", "-"])
    #expect((services.named("nat-pmp") == nil) == (version == "6.48.6"))
  }

  @Test func linesSwitchServices() {
    let services = rows(
      .services,
      of: """
        /ip service
        set telnet disabled=yes
        set ssh address=192.0.2.0/24 port=2222
        set www-ssl certificate=web disabled=no
        /ip dns
        set allow-remote-requests=yes
        /tool mac-server
        set allowed-interface-list=none
        /tool mac-server mac-winbox
        set allowed-interface-list=LAN
        /snmp
        set enabled=yes
        """)
    #expect(services.named("telnet")?.words("enabled", "written") == ["no", "yes"])
    #expect(
      services.named("ssh")?.words("enabled", "port", "address") == ["yes", "2222", "192.0.2.0/24"])
    #expect(services.named("www-ssl")?.words("enabled", "certificate") == ["yes", "web"])
    #expect(services.named("dns")?.words("enabled") == ["yes"])
    #expect(services.named("mac-telnet")?.words("enabled", "interfaces") == ["no", "none"])
    #expect(services.named("mac-winbox")?.words("enabled", "interfaces") == ["yes", "LAN"])
    #expect(services.named("snmp")?.words("enabled") == ["yes"])
  }

  @Test func aVariableIsNoAnswer() {
    let services = rows(.services, of: "/ip service\nset telnet disabled=$x")
    #expect(services.named("telnet")?.words("enabled") == ["?"])
  }
}
