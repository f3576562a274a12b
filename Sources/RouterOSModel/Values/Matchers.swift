/// One spelling for all spellings of what an address matcher matches: networks, ranges and addresses,
/// separated by commas in no order, after an exclamation mark everything else.
///
/// Names and other elements that are no addresses stay as they are.
func canonicalAddresses(_ text: String) -> String {
  let (mark, list) = inversion(of: text)
  guard list.utf8.contains(UInt8(ascii: ",")) else { return mark + element(list) }
  let elements = list.utf8.split(separator: UInt8(ascii: ",")).map { element(Substring($0)) }
  return mark + Set(elements).sorted().joined(separator: ",")
}

/// The exclamation mark that a matcher begins with, if any, and the rest.
private func inversion(of text: String) -> (mark: Substring, list: Substring) {
  let isInverted = text.utf8.first == UInt8(ascii: "!")
  return isInverted ? (text.prefix(1), text.dropFirst()) : ("", text[...])
}

private func element(_ text: Substring) -> String {
  if let prefix = IPPrefix(text) { return shortest(prefix) }
  let ends = text.utf8.split(separator: UInt8(ascii: "-")).map { IPAddress(Substring($0)) }
  guard ends.count == 2, let low = ends[0], let high = ends[1], low.family == high.family else {
    return String(text)
  }
  return low == high ? low.description : "\(low)-\(high)"
}

private func shortest(_ prefix: IPPrefix) -> String {
  prefix.isHost ? prefix.network.description : prefix.description
}

/// One spelling for all spellings of a set of ports: `80,443,444-445` and `443-445,80-80` are the same.
func canonicalPorts(_ text: String) -> String {
  if isPlainPort(text) { return text }
  let (mark, list) = inversion(of: text)
  var ranges: [ClosedRange<Int>] = []
  for part in list.utf8.split(separator: UInt8(ascii: ",")) {
    guard let range = ports(Substring(part)) else { return text }
    ranges.append(range)
  }
  ranges.sort { $0.lowerBound < $1.lowerBound }
  var merged: [ClosedRange<Int>] = []
  for range in ranges {
    if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
      merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    } else {
      merged.append(range)
    }
  }
  let printed = merged.map {
    $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
  }
  return mark + printed.joined(separator: ",")
}

/// Whether `text` is a number in the one spelling it has, as most are.
private func isPlainPort(_ text: String) -> Bool {
  (1...4).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "0")
    && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
}

private func ports(_ text: Substring) -> ClosedRange<Int>? {
  let ends = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    .map { UInt16(Substring($0)).map { Int($0) } }
  guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
    low <= high
  else { return nil }
  return low...high
}

/// One spelling for all spellings of two rates, one for each direction; a single one stands for both.
func canonicalRates(_ text: String) -> String {
  guard let rates = ratesEachWay(text) else { return text }
  return "\(rates.first)/\(rates.last)"
}

/// The first and the last of one or two rates, each a number or `unlimited`; nil when `text` is something else.
func ratesEachWay(_ text: String) -> (first: String, last: String)? {
  let rates = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    .map { rate($0) }
  guard (1...2).contains(rates.count), let first = rates[0], let last = rates[rates.count - 1]
  else { return nil }
  return (first, last)
}

private func rate(_ part: String.UTF8View.SubSequence) -> String? {
  let text = String(Substring(part))
  return text == "unlimited" ? text : SizeValue(text).map { String($0.count) }
}
