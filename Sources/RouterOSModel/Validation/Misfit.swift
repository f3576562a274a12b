import RouterOSSyntax

/// Why a text is no value of a property.
enum Misfit: Sendable, Hashable {
  /// It has not the form of the type.
  case form
  /// It is less or more than RouterOS takes.
  case bounds
  /// It is none of the words there are; the part of it that is not.
  case word(String)
}

extension Property {
  /// Why `text` can be no value of the property in `version`; nil when it can, as far as is known.
  ///
  /// What is empty, an internal number such as `*1A`, and, where the catalogue does not know all words or
  /// the release is later than it, any word, is none of Jalur's business. `searches` counts down how often a
  /// word may still be compared with all others.
  func misfit(of text: String, in version: RouterOSVersion?, _ searches: inout Int) -> Misfit? {
    switch type {
    case .interface, .limit, .list, .name, .pair, .rateLimit, .script, .text: return nil
    case .boolean where text == "yes" || text == "no": return nil
    case .address, .addresses, .asNumber, .boolean, .choice, .date, .duration, .durations, .flag,
      .grants, .integer, .interfaceAddress, .keepalive, .macAddress, .microseconds, .numbers,
      .ports, .prefix, .protocol, .rates, .set, .size, .timeWindow:
      break
    }
    let value = text.utf8.first == UInt8(ascii: "!") ? String(text.dropFirst()) : text
    if value.isEmpty || isInternalNumber(value) { return nil }
    let details = details
    let isOpen = details.takesOtherWords
    switch type {
    case .choice, .grants, .protocol, .set:
      if isOpen { return nil }
      return misfit(amongWords: value, details, in: version, &searches)
    case .address, .addresses, .asNumber, .boolean, .date, .duration, .durations, .flag, .integer,
      .interfaceAddress, .interface, .keepalive, .limit, .list, .macAddress, .microseconds, .name,
      .numbers, .pair, .ports, .prefix, .rateLimit, .rates, .script, .size, .text, .timeWindow:
      break
    }
    let number = details.unit.flatMap {
      value.hasSuffix($0) ? String(value.dropLast($0.count)) : nil
    }
    if type.canRead(number ?? value) {
      return details.bounds.flatMap { misfit(number ?? value, outside: $0) }
    }
    if !details.speaksOfWords { return .form }
    return isOpen || details.wordsKnown.contains(value) ? nil : .form
  }

  private func misfit(
    amongWords text: String, _ details: PropertyDetails, in version: RouterOSVersion?,
    _ searches: inout Int
  ) -> Misfit? {
    let known = details.wordsKnown
    // Nearly all values are one of the words.
    if known.contains(text) { return nil }
    let holdsSeveral = type == .set || type == .grants
    let parts = holdsSeveral ? type.elements(of: text) : [text]
    let stranger = parts.first { part in
      !known.contains(part) && !(part.hasPrefix("!") && known.contains(String(part.dropFirst())))
    }
    guard let stranger, !(details.bounds.map { isNumber(stranger, within: $0) } ?? false) else {
      return nil
    }
    switch ReleaseKnowledge(of: version) {
    case .none: return nil
    case .partial:
      searches -= 1
      return searches >= 0 && isTypo(stranger, details.words) ? .word(stranger) : nil
    case .whole: return .word(stranger)
    }
  }

  private func misfit(_ text: String, outside bounds: ClosedRange<Int>) -> Misfit? {
    if type == .ports {
      let isWithin = canonicalPorts(text).split { ",-".contains($0) }.allSatisfy {
        Int($0).map(bounds.contains) ?? true
      }
      return isWithin ? nil : .bounds
    }
    if type == .numbers {
      let isWithin = numberRanges(text[...])?.allSatisfy { range in
        bounds.contains(range.low) && bounds.contains(range.high)
      }
      return isWithin ?? true ? nil : .bounds
    }
    guard let number = type.order(of: text), !bounds.contains(number) else { return nil }
    return .bounds
  }

  private func isNumber(_ text: String, within bounds: ClosedRange<Int>) -> Bool {
    ValueType.integer.order(of: text).map(bounds.contains) ?? false
  }
}
