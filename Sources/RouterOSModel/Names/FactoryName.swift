extension Entry {
  /// The name that a physical interface left the factory with, where the export addresses it by that, as `wlan1`
  /// of `[ find default-name=wlan1 ]`; or that by which it speaks of what no line adds, as `admin` of `disable
  /// admin`.
  var factoryName: String? {
    guard let selector else { return nil }
    if menu.isNamedWithoutLine, !selector.utf8.contains(UInt8(ascii: "=")) { return selector }
    let parts = selector.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, parts[0].hasSuffix("default-name") else { return nil }
    return String(parts[1].filter { $0 != "\"" })
  }
}

extension Menu {
  /// Whether entries go by names that no line gives, as users do, which exports leave out.
  public var isNamedWithoutLine: Bool { addressedBy == "name" }

  /// Whether an entry of this name may be there that no line adds.
  func mayHoldWithoutLine(_ name: String) -> Bool {
    if isNamedWithoutLine { return Int(name) == nil && name.utf8.first != UInt8(ascii: "*") }
    return holdsInterfaces && InterfaceKind.menus(ofFactoryName: name).contains(path)
  }
}
