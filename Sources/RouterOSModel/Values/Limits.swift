/// One spelling for all spellings of how many packets may pass: a rate without a span is one a second, and
/// a burst without a unit counts packets (MikroTik's manual, "Filter", "limit").
func canonicalLimit(_ text: String) -> String {
  var parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  guard parts.count > 1, let rate = rate(parts[0]) else { return text }
  parts[0] = rate
  if parts[1].hasSuffix(":packet") { parts[1] = String(parts[1].dropLast(":packet".utf8.count)) }
  if let burst = SizeValue(parts[1]) { parts[1] = String(burst.count) }
  return parts.prefix(2).joined(separator: ",")
    + parts.dropFirst(2).map { "," + expiry($0) }.joined()
}

/// One spelling for all spellings of a time span and the number of tries.
func canonicalKeepalive(_ text: String) -> String { keepaliveInOneSpelling(text) ?? text }

/// A time span and a number of tries in one spelling; nil when `text` is something else.
func keepaliveInOneSpelling(_ text: String) -> String? {
  let parts = text.split(separator: ",", omittingEmptySubsequences: false)
  guard parts.count == 2, let span = DurationValue(String(parts[0])),
    let tries = wholeNumber(parts[1])
  else { return nil }
  return "\(span.canonical),\(tries)"
}

/// `10`, `10/1s` or `10/1m`.
private func rate(_ text: String) -> String? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count), let count = SizeValue(String(parts[0]))?.count else {
    return nil
  }
  guard parts.count == 2 else { return "\(count)/1s" }
  return DurationValue(String(parts[1])).map { "\(count)/\($0.canonical)" }
}

/// What a limit counts by, and after what time it forgets: `dst-address/1m40s`.
private func expiry(_ text: String) -> String {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2, let span = DurationValue(String(parts[1])) else { return text }
  return "\(parts[0])/\(span.canonical)"
}
