/// How the values of a property are read and compared.
public enum ValueType: String, CaseIterable, Sendable {
  /// An IP address without a prefix length.
  case address
  /// What a matcher takes: networks, ranges and addresses in no order, `!` before them inverts.
  case addresses
  /// An autonomous system number, plain or with a dot (RFC 5396).
  case asNumber = "as-number"
  /// `yes` or `no`.
  case boolean
  /// One of a few words.
  case choice
  /// A day, such as `2025-07-27` or, as RouterOS wrote it before 7.10, `jul/27/2025`.
  case date
  /// A time span, such as `1d`, `24:00:00` or `86400`.
  case duration
  /// Two time spans, one for each direction, such as `8s/8s`; one stands for both.
  case durations
  /// A word that is there or not, such as `blackhole`; `yes` and `no` when written as a pair.
  case flag
  /// Several words in no order that are granted; what stands behind `!`, or is left out, is not.
  case grants
  /// A whole number, decimal or with `0x`.
  case integer
  /// The name of an interface.
  case interface
  /// An address with a prefix length whose host part counts, as in `/ip/address`.
  case interfaceAddress = "interface-address"
  /// A time span and the number of tries, such as `10s,10`.
  case keepalive
  /// How many packets may pass, such as `10/1m,5:packet`, with what a matcher says behind that.
  case limit
  /// Several values whose order counts, separated by commas.
  case list
  /// A hardware address.
  case macAddress = "mac-address"
  /// A time span, of which a number without a unit counts microseconds.
  case microseconds
  /// The name of an entry of another menu.
  case name
  /// Numbers and ranges of numbers in no order, separated by commas, `!` before them inverts.
  case numbers
  /// Two values, one for each direction, such as `default-small/default-small`; one stands for both.
  case pair
  /// Ports and ranges of ports in no order, separated by commas, `!` before them inverts.
  case ports
  /// A network; the host part does not count, and an address alone is a network of one.
  case prefix
  /// A protocol of IP or of Ethernet, by name or number, `!` before it inverts.
  case `protocol`
  /// Rates, bursts and their spans for both directions, such as `10M/2M 20M/4M 8M/1M 10s`.
  case rateLimit = "rate-limit"
  /// Two rates in bits a second, one for each direction, such as `10M/2M`; one stands for both.
  case rates
  /// Commands that the router runs later.
  case script
  /// Several values whose order does not count, separated by commas.
  case set
  /// A number of bytes or bits a second, with `k`, `M`, `G`, or `KiB`, `MiB`.
  case size
  /// Anything else, compared letter by letter.
  case text
  /// A span of the day and days of the week in no order, such as `8h-18h,mon,tue`.
  case timeWindow = "time-window"

  /// One spelling for all spellings of the same value; what cannot be read stays as it is.
  ///
  /// Two values of the type are equal exactly when their canonical texts are.
  public func canonical(_ text: String) -> String {
    switch self {
    case .address: IPAddress(text)?.description ?? text
    case .addresses: canonicalAddresses(text)
    case .asNumber: canonicalASNumbers(text)
    case .boolean, .flag: canonicalBoolean(text)
    case .date: canonicalDate(text)
    case .duration: DurationValue(text)?.canonical ?? text
    case .durations: canonicalDurations(text)
    case .grants: canonicalGrants(text)
    case .keepalive: canonicalKeepalive(text)
    case .limit: canonicalLimit(text)
    case .numbers: canonicalNumbers(text)
    case .pair: canonicalPair(text)
    case .protocol: canonicalProtocol(text)
    case .rateLimit: canonicalRateLimit(text)
    case .microseconds: DurationValue(withMicroseconds(text))?.canonical ?? text
    case .integer: canonicalInteger(withoutUnit(text))
    case .interfaceAddress: InterfaceAddress(text)?.description ?? text
    case .macAddress: text.uppercased()
    case .ports: canonicalPorts(text)
    case .prefix: IPPrefix(text)?.description ?? text
    case .rates: canonicalRates(text)
    case .list: canonicalList(text)
    case .set: canonicalSet(text)
    case .size: SizeValue(text).map { String($0.count) } ?? text
    case .timeWindow: TimeWindow(text)?.canonical ?? text
    case .choice, .interface, .name, .script, .text: text
    }
  }

  /// Whether every text is the one spelling of its value.
  var isComparedAsWritten: Bool {
    switch self {
    case .choice, .interface, .name, .script, .text: true
    case .address, .addresses, .asNumber, .boolean, .date, .duration, .durations, .flag, .grants,
      .integer, .interfaceAddress, .keepalive, .limit, .list, .macAddress, .microseconds, .numbers,
      .pair, .ports, .prefix, .protocol, .rateLimit, .rates, .set, .size, .timeWindow:
      false
    }
  }

  /// The elements of a value that holds several; a single one for all other types.
  public func elements(of text: String) -> [String] {
    switch self {
    case .addresses, .grants, .list, .numbers, .ports, .set:
      elements(ofList: text)
    case .address, .asNumber, .boolean, .choice, .date, .duration, .durations, .flag, .integer,
      .interface, .interfaceAddress, .keepalive, .limit, .macAddress, .microseconds, .name, .pair,
      .prefix, .protocol, .rateLimit, .rates, .script, .size, .text, .timeWindow:
      [text]
    }
  }

  private func elements(ofList text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return text.isEmpty ? [] : [text] }
    return text.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
  }

  /// Whether its values have an order.
  public var isOrdered: Bool {
    switch self {
    case .asNumber, .duration, .integer, .microseconds, .size: true
    case .address, .addresses, .boolean, .choice, .date, .durations, .flag, .grants, .interface,
      .interfaceAddress, .keepalive, .limit, .list, .macAddress, .name, .numbers, .pair, .ports,
      .prefix, .protocol, .rateLimit, .rates, .script, .set, .text, .timeWindow:
      false
    }
  }

  /// A number that orders the values of the type; nil when it has no order, or `text` no number.
  ///
  /// Durations count in nanoseconds, sizes in bytes or bits.
  public func order(of text: String) -> Int? {
    switch self {
    case .asNumber: ASNumber(text).map { Int($0.number) }
    case .duration: DurationValue(text)?.nanoseconds
    case .microseconds: DurationValue(withMicroseconds(text))?.nanoseconds
    case .integer: wholeNumber(text)
    case .size: SizeValue(text)?.count
    case .address, .addresses, .boolean, .choice, .date, .durations, .flag, .grants, .interface,
      .interfaceAddress, .keepalive, .limit, .list, .macAddress, .name, .numbers, .pair, .ports,
      .prefix, .protocol, .rateLimit, .rates, .script, .set, .text, .timeWindow:
      nil
    }
  }

  private func canonicalBoolean(_ text: String) -> String {
    switch text {
    case "true": "yes"
    case "false": "no"
    default: text
    }
  }

  private func canonicalInteger(_ text: String) -> String {
    if text.utf8.first == UInt8(ascii: "!") {
      return "!" + canonicalInteger(String(text.dropFirst()))
    }
    return wholeNumber(text).map { String($0) } ?? text
  }

  /// Degrees and hundredths are written with their sign or without; text that is no such number stays.
  private func withoutUnit(_ text: String) -> String {
    guard let last = text.utf8.last, "C%".utf8.contains(last), Int(text.dropLast()) != nil else {
      return text
    }
    return String(text.dropLast())
  }
}
