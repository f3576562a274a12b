extension ValueType {
  /// Whether `text` is a value of the type as far as its form goes; types without a form take any.
  ///
  /// Addresses and ports may be names there, too, which only a router can resolve: no name is refused,
  /// and nothing that is nearly an address taken for one. Linear.
  public func canRead(_ text: String) -> Bool {
    switch self {
    case .asNumber: text.split(separator: "/", maxSplits: 1).allSatisfy(isASNumber)
    case .boolean, .flag: text == "no" || text == "yes" || text == "false" || text == "true"
    case .date: day(text) != nil
    case .duration, .integer, .microseconds, .size: order(of: text) != nil
    case .durations: durationsEachWay(text) != nil
    case .keepalive: keepaliveInOneSpelling(text) != nil
    case .interfaceAddress: InterfaceAddress(text) != nil
    case .address, .addresses, .prefix: parts(of: text).allSatisfy(isAddressOrName)
    case .macAddress: isHardwareAddress(text)
    case .numbers: parts(of: text).allSatisfy { numberRanges($0) != nil }
    case .ports: parts(of: text).allSatisfy(isPortOrName)
    case .rates: ratesEachWay(text) != nil
    case .timeWindow: TimeWindow(text) != nil
    case .choice, .grants, .interface, .limit, .list, .name, .pair, .protocol, .rateLimit, .script,
      .set, .text:
      true
    }
  }

  /// Says of a text that it is no value of the type.
  var absence: String {
    switch self {
    case .address, .addresses, .interfaceAddress: "no address"
    case .asNumber: "no AS number"
    case .boolean, .flag: "neither yes nor no"
    case .date: "no day"
    case .duration, .durations, .keepalive, .microseconds: "no time span"
    case .integer, .numbers, .rates, .size: "no number"
    case .macAddress: "no hardware address"
    case .ports: "no port"
    case .prefix: "no network"
    case .timeWindow: "no time of the week"
    case .choice, .grants, .interface, .limit, .list, .name, .pair, .protocol, .rateLimit, .script,
      .set, .text:
      "no value"
    }
  }
}

private func isASNumber(_ text: Substring) -> Bool { ASNumber(String(text)) != nil }

/// The parts of a list that commas separate, without the exclamation mark before it.
private func parts(of text: String) -> [Substring] {
  let list = text.utf8.first == UInt8(ascii: "!") ? text.dropFirst() : text[...]
  return list.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0) }
}

/// An address, a network or a range; else anything that does not look as if it were meant for one.
private func isAddressOrName(_ text: Substring) -> Bool {
  if IPPrefix(text) != nil { return true }
  let ends = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  if ends.count == 2, let low = IPAddress(Substring(ends[0])),
    let high = IPAddress(Substring(ends[1]))
  {
    return low.family == high.family && low <= high
  }
  let place = text.utf8.prefix { $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "@") }
  if place.count < text.utf8.count, IPAddress(Substring(place)) != nil { return true }
  return !looksLikeAddress(text)
}

/// Whether a text consists of what addresses consist of, and of nothing else.
private func looksLikeAddress(_ text: Substring) -> Bool {
  let isIPv4 = text.utf8.allSatisfy {
    0x30...0x39 ~= $0 || ".-/".utf8.contains($0)
  }
  let isIPv6 = text.utf8.allSatisfy { byte in
    0x30...0x3A ~= byte || 0x61...0x66 ~= byte || 0x41...0x46 ~= byte || "./-".utf8.contains(byte)
  }
  return isIPv4 && text.utf8.contains { 0x30...0x39 ~= $0 }
    || isIPv6 && text.utf8.contains(UInt8(ascii: ":"))
}

/// `00:00:5E:00:53:01`, with a mask behind a slash where a matcher takes one.
private func isHardwareAddress(_ text: String) -> Bool {
  let list = text.utf8.first == UInt8(ascii: "!") ? text.dropFirst() : text[...]
  return list.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).allSatisfy {
    let groups = $0.split(separator: ":", omittingEmptySubsequences: false)
    return groups.count == 6
      && groups.allSatisfy { (1...2).contains($0.utf8.count) && UInt8($0, radix: 16) != nil }
  }
}

private func isPortOrName(_ text: Substring) -> Bool {
  let ends = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    .map { Substring($0) }
  guard (1...2).contains(ends.count), ends.allSatisfy(isNumber) else {
    return text.utf8.contains { 0x61...0x7A ~= $0 || 0x41...0x5A ~= $0 }
  }
  let numbers = ends.compactMap { UInt16($0) }
  return numbers.count == ends.count && numbers[0] <= numbers[numbers.count - 1]
}

private func isNumber(_ text: Substring) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
}
