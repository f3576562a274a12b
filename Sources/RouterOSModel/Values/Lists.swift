/// One spelling for all spellings of values that commas separate, in the order they have.
func canonicalList(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
  return text.split(separator: ",", omittingEmptySubsequences: false).map(withPlainAddress)
    .joined(separator: ",")
}

/// The same for values in no order; one that stands there twice counts twice, as the gateways of a route do.
/// An exclamation mark before the first turns all of them round, unless others have their own.
func canonicalSet(_ text: String) -> String {
  let isInverted =
    text.utf8.first == UInt8(ascii: "!") && text.utf8.count { $0 == UInt8(ascii: "!") } == 1
  let list = isInverted ? text.dropFirst() : text[...]
  // Most sets are one word.
  if !isInverted, !list.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") })
  {
    return text
  }
  let parts = list.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0) }
  return (isInverted ? "!" : "") + parts.map(withPlainAddress).sorted().joined(separator: ",")
}

/// The words that are granted, in one order; what stands behind `!` is not.
func canonicalGrants(_ text: String) -> String {
  let words = text.split(separator: ",").filter { $0.utf8.first != UInt8(ascii: "!") }
  return Set(words).sorted().joined(separator: ",")
}

/// An IPv6 address in the form of RFC 5952, with what stands behind `%`, `@` or `/`; all else as it is.
private func withPlainAddress(_ text: Substring) -> String {
  let end = text.utf8.firstIndex { "%@/".utf8.contains($0) } ?? text.endIndex
  guard text.utf8.contains(UInt8(ascii: ":")), let address = IPAddress(text[..<end]) else {
    return String(text)
  }
  return address.description + text[end...]
}
