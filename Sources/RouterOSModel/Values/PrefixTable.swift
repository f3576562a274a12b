/// Values by network, found by any address in it at the cost of one look for each length of prefix.
struct PrefixTable<Value> {
  private var values: [IPPrefix: Value] = [:]
  private var lengths: [IPAddress.Family: Set<Int>] = [:]

  /// Changes the value of a network in place; `value` is what it has at first.
  mutating func update(_ prefix: IPPrefix, from value: Value, _ body: (inout Value) -> Void) {
    lengths[prefix.network.family, default: []].insert(prefix.length)
    body(&values[prefix, default: value])
  }

  /// Changes every value in place.
  mutating func updateAll(_ body: (inout Value) -> Void) {
    for prefix in values.keys {
      guard let index = values.index(forKey: prefix) else { continue }
      body(&values.values[index])
    }
  }

  /// The value of exactly this network.
  subscript(prefix: IPPrefix) -> Value? { values[prefix] }

  /// The networks in the table that hold an address.
  func prefixes(holding address: IPAddress) -> [IPPrefix] {
    (lengths[address.family] ?? []).compactMap { length in
      let prefix = IPPrefix(address, length: length)
      return values[prefix] == nil ? nil : prefix
    }
  }

  /// The values of the networks that hold an address.
  func values(holding address: IPAddress) -> [Value] {
    prefixes(holding: address).compactMap { values[$0] }
  }

  /// The value of the smallest of the networks that hold an address.
  func narrowest(holding address: IPAddress) -> Value? {
    prefixes(holding: address).max { $0.length < $1.length }.flatMap { values[$0] }
  }
}

extension PrefixTable: Sendable where Value: Sendable {}
