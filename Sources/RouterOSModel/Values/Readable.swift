extension ValueType {
  /// Whether `text` is a value of the type as far as its form goes; types without a form take any.
  func canRead(_ text: String) -> Bool {
    switch self {
    case .asNumber:
      text.split(separator: "/", maxSplits: 1).allSatisfy { ASNumber(String($0)) != nil }
    case .boolean: ["false", "no", "true", "yes"].contains(text)
    case .integer: order(of: text) != nil
    case .interfaceAddress: InterfaceAddress(text) != nil
    case .address, .addresses, .choice, .duration, .flag, .interface, .list, .macAddress, .name,
      .ports, .prefix, .rates, .script, .set, .size, .text:
      true
    }
  }

  /// Says of a text that it is no value of the type.
  var absence: String {
    switch self {
    case .address, .addresses, .interfaceAddress: "no address"
    case .asNumber: "no AS number"
    case .boolean, .flag: "neither yes nor no"
    case .duration: "no time span"
    case .integer, .rates, .size: "no number"
    case .macAddress: "no hardware address"
    case .ports: "no port"
    case .prefix: "no network"
    case .choice, .interface, .list, .name, .script, .set, .text: "no value"
    }
  }
}
