extension Entry {
  /// What `property` is for a comparison with another export.
  ///
  /// Like ``statedValue(_:)``, but a secret behind a mask is hidden, and what RouterOS works out of other
  /// properties counts as its default: the network of an address, the name of an interface that bears
  /// the one it was made with.
  public func comparedValue(_ property: String) -> Value {
    let value = statedValue(property)
    switch value.origin {
    case .written where property == "netmask" && addressWithMask != nil:
      return Value(text: nil, origin: .unset)
    case .written where property == "address" && addressWithMask != nil:
      return Value(text: addressWithMask, origin: value.origin)
    case .written where hasNoEffect(value, property): return fallback(property)
    case .unset where argument(of: property) != nil && !isOffWhenUnset(property):
      let fallback = fallback(property)
      return fallback.text == nil ? fallback : value
    case .written where value.text == "0s" && isEndlessWhenZero(property):
      return Value(text: "infinity", origin: value.origin)
    case .written:
      guard let text = value.text, menu.isSecret(property), isMask(Array(text.utf8)) else {
        return value
      }
      return Value(text: nil, origin: .hidden)
    case .unset, .unknown:
      return derived(property).map { Value(text: $0, origin: .defaulted(by: version)) } ?? value
    case .defaulted, .hidden: return value
    }
  }

  /// Whether all that lines say of it would hold without them, as `name=ether1` of the interface `ether1`.
  public var saysOnlyDefaults: Bool {
    writtenProperties.allSatisfy { property in
      isDefault(property) || derived(property).map { $0 == statedValue(property).text } ?? false
    }
  }

  /// The address whose length old exports of RouterOS 6 write apart, as `netmask`; nil for all others.
  private var addressWithMask: String? {
    guard menu.path == "/ip/address", let mask = statedValue("netmask").text,
      let address = spelling(of: "address"), !address.utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    return InterfaceAddress("\(address)/\(mask)")?.description
  }

  /// A hold time of zero is none (RFC 4271, 4.2).
  private func isEndlessWhenZero(_ property: String) -> Bool {
    property == "hold-time" && menu.properties[property]?.allowedWords.contains("infinity") ?? false
  }

  private func isOffWhenUnset(_ property: String) -> Bool {
    menu.properties[property]?.isOffWhenUnset ?? false
  }

  /// Whether a line gives `property` what is the same as nothing: an empty text where nothing else is the
  /// default, or any address of a packet.
  private func hasNoEffect(_ value: Value, _ property: String) -> Bool {
    guard let text = value.text, fallback(property).text == nil else { return false }
    if text.isEmpty {
      return menu.type(of: property).isNothingWhenEmpty && property != "supplicant-identity"
    }
    return (text == "0.0.0.0/0" || text == "::/0") && menu.orderWithin == ["chain"]
      && (property == "src-address" || property == "dst-address")
  }

  private func derived(_ property: String) -> String? {
    if property == "network", menu.path == "/ip/address", argument(of: property) == nil {
      return value("address").text.flatMap(InterfaceAddress.init)?.prefix.network.description
    }
    if property == "broadcast", menu.path == "/ip/address", argument(of: property) == nil {
      return value("address").text.flatMap(InterfaceAddress.init)?.prefix.last.description
    }
    guard property == "name", menu.kind == .fixedList, let selector else { return nil }
    let factory = "default-name="
    if selector.hasPrefix(factory) { return String(selector.dropFirst(factory.utf8.count)) }
    return selector.utf8.contains(UInt8(ascii: "=")) || Int(selector) != nil ? nil : selector
  }
}

extension ValueType {
  /// Whether an empty value is none at all.
  fileprivate var isNothingWhenEmpty: Bool {
    switch self {
    case .address, .addresses, .grants, .interface, .list, .name, .prefix, .rateLimit, .script,
      .set,
      .text:
      true
    case .asNumber, .boolean, .choice, .date, .duration, .durations, .flag, .integer,
      .interfaceAddress, .keepalive, .limit, .macAddress, .microseconds, .numbers, .pair, .ports,
      .protocol, .rates, .size, .timeWindow:
      false
    }
  }
}
