extension ViewDefinition {
  static let wifi = ViewDefinition(
    meaning: "wireless interfaces, and what a manager gives its access points",
    columns: [
      ViewColumn("name", .name, "the interface, or the configuration"),
      ViewColumn(
        "kind", .choice, "what the row is made from",
        words: ["capsman-configuration", "configuration", "wifi", "wireless"]),
      ViewColumn("mode", .text, "what it does: an access point, a station"),
      ViewColumn(
        "managed", .boolean, "whether a manager on a router configures it, not its own line"),
      ViewColumn("ssid", .text, "the name of the network"),
      ViewColumn("authentication", .set, "how stations prove themselves; none: anybody may join"),
      ViewColumn("ciphers", .set, "what traffic is encrypted with, where a line says so"),
      ViewColumn("passphrase", .text, "the shared secret"),
      ViewColumn("wps", .text, "whether a button or PIN lets stations in"),
      ViewColumn(
        "disable-pmkid", .boolean, "whether it keeps back what a passphrase can be guessed from"),
      ViewColumn("band", .text, "the band and standards"),
      ViewColumn("frequency", .text, "the channel"),
      ViewColumn("master-interface", .interface, "the radio that a virtual interface is on"),
      .disabled,
    ],
    menus: [
      "/caps-man/configuration", "/interface/wifi", "/interface/wifi/configuration",
      "/interface/wifiwave2", "/interface/wifiwave2/configuration", "/interface/wireless",
    ],
    sources: [
      "/caps-man/channel", "/caps-man/security", "/interface/wifi/channel",
      "/interface/wifi/security", "/interface/wifiwave2/channel", "/interface/wifiwave2/security",
      "/interface/wireless/cap", "/interface/wireless/security-profiles",
    ],
    rows: { views in
      views.configuration.wirelessRows() + WifiRows("/interface/wifi", views.configuration).rows
        + WifiRows("/interface/wifiwave2", views.configuration).rows
        + WifiRows(manager: views.configuration).rows
    })
}
