/// `text` with everything spelt out that shows nothing or moves what is shown, so that an export cannot drive
/// a terminal, hide what it says, or forge a line of a report.
public func printable(_ text: String) -> String {
  if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isUnprintable(scalar) {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Control characters, line and paragraph separators, those that turn the direction of text around,
/// those that take no room: joiners, tags, selectors, fillers; and what is no character at all.
func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
  if 0x20...0x7E ~= scalar.value { return false }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return true
  default:
    return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
  }
}
