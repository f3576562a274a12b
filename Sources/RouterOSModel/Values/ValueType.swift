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
  /// A time span, such as `1d`, `24:00:00` or `86400`.
  case duration
  /// A word that is there or not, such as `blackhole`; `yes` and `no` when written as a pair.
  case flag
  /// A whole number, decimal or with `0x`.
  case integer
  /// The name of an interface.
  case interface
  /// An address with a prefix length whose host part counts, as in `/ip/address`.
  case interfaceAddress = "interface-address"
  /// Several values whose order counts, separated by commas.
  case list
  /// A hardware address.
  case macAddress = "mac-address"
  /// A time span, of which a number without a unit counts microseconds.
  case microseconds
  /// The name of an entry of another menu.
  case name
  /// Ports and ranges of ports in no order, separated by commas, `!` before them inverts.
  case ports
  /// A network; the host part does not count, and an address alone is a network of one.
  case prefix
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
    case .duration: DurationValue(text)?.canonical ?? text
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
    case .address, .addresses, .asNumber, .boolean, .duration, .flag, .integer, .interfaceAddress,
      .list, .macAddress, .microseconds, .ports, .prefix, .rates, .set, .size, .timeWindow:
      false
    }
  }

  /// The elements of a value that holds several; a single one for all other types.
  public func elements(of text: String) -> [String] {
    switch self {
    case .addresses, .list, .ports, .set: elements(ofList: text)
    case .address, .asNumber, .boolean, .choice, .duration, .flag, .integer, .interface,
      .interfaceAddress, .macAddress, .microseconds, .name, .prefix, .rates, .script, .size, .text,
      .timeWindow:
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
    case .address, .addresses, .boolean, .choice, .flag, .interface, .interfaceAddress, .list,
      .macAddress, .name, .ports, .prefix, .rates, .script, .set, .text, .timeWindow:
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
    case .integer: integer(text)
    case .size: SizeValue(text)?.count
    case .address, .addresses, .boolean, .choice, .flag, .interface, .interfaceAddress, .list,
      .macAddress, .name, .ports, .prefix, .rates, .script, .set, .text, .timeWindow:
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
    integer(text).map { String($0) } ?? text
  }

  private func integer(_ text: String) -> Int? {
    text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
  }

  /// Degrees and hundredths are written with their sign or without; text that is no such number stays.
  private func withoutUnit(_ text: String) -> String {
    guard let last = text.utf8.last, "C%".utf8.contains(last), Int(text.dropLast()) != nil else {
      return text
    }
    return String(text.dropLast())
  }
}
