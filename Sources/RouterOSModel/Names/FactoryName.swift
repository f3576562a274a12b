extension Entry {
  /// The name that a physical interface left the factory with, where the export addresses it by that:
  /// `wlan1` of `[ find default-name=wlan1 ]`.
  var factoryName: String? {
    guard let parts = selector?.split(separator: "=", maxSplits: 1), parts.count == 2,
      parts[0].hasSuffix("default-name")
    else { return nil }
    return String(parts[1].filter { $0 != "\"" })
  }
}
