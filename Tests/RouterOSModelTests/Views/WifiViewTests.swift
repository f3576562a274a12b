import RouterOSModel
import Testing

/// Wireless interfaces, whatever package drives them.
@Suite struct WifiViewTests {
  @Test func oldInterfacesHaveTheSecurityOfTheirProfile() throws {
    let radios = rows(
      .wifi,
      of: """
        /interface wireless security-profiles
        add authentication-types=wpa2-psk mode=dynamic-keys name=staff unicast-ciphers=aes-ccm \
        wpa2-pre-shared-key=not-for-you
        /interface wireless
        set [ find default-name=wlan1 ] band=2ghz-b/g/n disabled=no frequency=2412 mode=ap-bridge \
        security-profile=staff ssid=campus
        add master-interface=wlan1 name=guests ssid=guests
        add master-interface=wlan9 name=lost security-profile=gone ssid=lost
        """, "6.48.6")
    let radio = try #require(radios.first)
    #expect(radio.words("ssid", "mode", "band") == ["campus", "ap-bridge", "2ghz-b/g/n"])
    #expect(
      radio.words("authentication", "ciphers", "wps") == ["wpa2-psk", "aes-ccm", "push-button"])
    #expect(radio.cell("authentication")?.giver == "security profile 'staff'")
    let guests = try #require(radios.named("guests"))
    #expect(guests.words("authentication", "frequency", "disabled") == ["", "2412", "yes"])
    #expect(radios.named("lost")?.words("authentication", "frequency") == ["?", "?"])
  }

  @Test func staticKeysAreNoAuthentication() {
    let radios = rows(
      .wifi,
      of: """
        /interface wireless security-profiles
        add authentication-types=wpa2-psk mode=static-keys-required name=old
        /interface wireless
        set [ find default-name=wlan1 ] disabled=no mode=ap-bridge security-profile=old ssid=campus
        """, "6.48.6")
    #expect(radios.map { $0.words("authentication", "ciphers") } == [["", "-"]])
  }

  @Test func aRadioIsAStationUnlessItIsVirtual() {
    let radios = rows(
      .wifi,
      of: """
        /interface wireless
        set [ find default-name=wlan1 ] disabled=no ssid=provider
        add master-interface=wlan1 name=guests ssid=guests
        add master-interface=wlan1 mode=station name=second ssid=provider
        add master-interface=$radio name=third ssid=lobby
        add master-interface=none mode=$mode name=fourth ssid=lobby
        """, "6.48.6")
    #expect(
      radios.map { $0.word("mode") } == ["station", "ap-bridge", "station", "?", "?"])
  }

  private static let new = """
    /interface wifi channel
    add band=5ghz-ax frequency=5180 name=upper
    /interface wifi security
    add authentication-types=wpa2-psk,wpa3-psk name=staff passphrase=not-for-you wps=disable
    /interface wifi configuration
    add channel=upper mode=ap name=campus security=staff ssid=campus
    add name=open ssid=guests
    /interface wifi
    set [ find default-name=wifi1 ] configuration=campus disabled=no security.wps=push-button
    set [ find default-name=wifi2 ] configuration=open configuration.ssid=lobby
    set [ find default-name=wifi3 ] configuration=gone
    """

  @Test func newInterfacesInherit() throws {
    let radios = rows(.wifi, of: Self.new).filter { $0.cell("kind")?.text == "wifi" }
    #expect(
      radios[0].words("ssid", "mode", "band", "frequency") == ["campus", "ap", "5ghz-ax", "5180"])
    #expect(radios[0].words("authentication", "wps") == ["wpa2-psk,wpa3-psk", "push-button"])
    #expect(radios[0].cell("authentication")?.giver == "security profile 'staff'")
    #expect(radios[0].cell("ssid")?.giver == "configuration 'campus'")
    #expect(radios[0].cell("wps")?.giver == nil)
    #expect(radios[1].words("ssid", "authentication", "passphrase") == ["lobby", "-", "-"])
    #expect(radios[2].words("ssid", "authentication") == ["?", "?"])
  }

  @Test func whoAsksForNothingAsksForNoPassphrase() {
    let radios = rows(
      .wifi,
      of: """
        /interface wifi security
        add name=none authentication-types=""
        /interface wifi
        set [ find default-name=wifi1 ] disabled=no security.authentication-types=""
        set [ find default-name=wifi2 ] disabled=no security=none
        set [ find default-name=wifi3 ] disabled=no
        """)
    #expect(radios.map { $0.word("passphrase") } == ["-", "-", "?"])
  }

  @Test func configurationsAreRows() {
    let configurations = rows(.wifi, of: Self.new).filter {
      $0.cell("kind")?.text == "configuration"
    }
    #expect(configurations.named("campus")?.words("ssid", "wps") == ["campus", "disable"])
  }

  @Test(arguments: [
    ("security.passphrase=long-enough-1", "wpa2-psk"),
    ("configuration.mode=station security.passphrase=long-enough-1", "wpa-psk,wpa2-psk"),
    ("security.eap-username=a .eap-password=long-enough-1", "wpa-eap,wpa2-eap"),
    ("security.authentication-types=owe .passphrase=long-enough-1", "owe"),
    ("security.authentication-types=\"\" .passphrase=long-enough-1", ""),
    ("configuration.ssid=lobby", "?"),
  ])
  func aPassphraseAloneSaysHowStationsProveThemselves(words: String, types: String) {
    let text = "/interface wifi\nset [ find default-name=wifi1 ] disabled=no " + words
    let cell = rows(.wifi, of: text).first?.cell("authentication")
    let isKnown = if case .unknown? = cell?.content { false } else { true }
    #expect((isKnown ? cell?.texts.joined(separator: ",") : "?") == types)
  }
}
