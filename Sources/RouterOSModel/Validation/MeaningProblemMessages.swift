import RouterOSSyntax

extension MeaningProblem {
  /// One sentence for a person: lower case, no full stop, says what would be right. What of the export must
  /// not be shown is left out, as `concealment` says.
  public func message(by concealment: Concealment) -> String {
    let isHidden = concealment.hides(span)
    switch kind {
    case .invalidValue(let value):
      let shown = isHidden ? "this" : "'\(shortened(concealment.text(value.text)))'"
      return "\(shown) is no value of '\(property ?? "")'; \(value.expectation)"
    case .menuOfOtherRelease(let releases, let instead):
      return "\(typed(menu)) is \(origin(of: releases))" + (instead.map(moved) ?? "")
    case .propertyOfOtherRelease(let releases, let instead):
      return "'\(property ?? "")' is \(origin(of: releases))" + (instead.map(moved) ?? "")
    case .unknownMenu(let near):
      let name = isHidden ? "this" : shortened(concealment.text(typed(menu)))
      return "\(name) is no known menu" + (near.map { "; did you mean \(typed($0))?" } ?? "")
    case .unknownProperty(let near):
      let name = isHidden ? "this" : "'\(shortened(concealment.text(property ?? "")))'"
      return "\(name) is no known property of \(typed(menu))"
        + (near.map { "; did you mean '\($0)'?" } ?? "")
    }
  }

  /// `RouterOS 6` where that is all, else `only in RouterOS since 7.15; this export is of 7.12`.
  private func origin(of releases: ReleaseRange) -> String {
    if releases.words == "until 6" { return "RouterOS 6" }
    if releases.words == "since 7.0" { return "RouterOS 7" }
    let words = releases.words.map { " \($0)" } ?? ""
    return "there\(words)" + (version.map { "; this export is of \($0)" } ?? "")
  }

  private func moved(to counterpart: Counterpart) -> String {
    let place = counterpart.menu == menu ? "" : " in \(typed(counterpart.menu))"
    return "; in \(majorInWords) it is '\(counterpart.name)'\(place)"
  }

  private func moved(to menu: String) -> String { "; in \(majorInWords) it is \(typed(menu))" }

  private var majorInWords: String { version.map { "\($0.major)" } ?? "this release" }
}

extension MeaningProblem.InvalidValue {
  /// What is allowed.
  fileprivate var expectation: String {
    switch misfit {
    case .bounds, .form:
      return "expected \(type.noun)\(bounds.map(type.words) ?? "")\(orWords)"
    case .word:
      let hint = near.map { "did you mean '\($0)'? " } ?? ""
      return hint
        + "expected \(type == .set || type == .grants ? "some" : "one") of \(words.joined(separator: ", "))"
    }
  }

  private var orWords: String {
    words.isEmpty ? "" : ", or \(words.joined(separator: ", "))"
  }
}

extension ValueType {
  /// What a value of the type is, with an example where the form is not plain.
  fileprivate var noun: String {
    switch self {
    case .address: "an address such as 192.0.2.1"
    case .addresses: "addresses, networks or ranges such as 192.0.2.1-192.0.2.9"
    case .asNumber: "an AS number from 0 to 4294967295"
    case .boolean, .flag: "yes or no"
    case .choice, .grants, .interface, .limit, .list, .name, .pair, .protocol, .rateLimit, .script,
      .set, .text:
      "another value"
    case .date: "a day such as 2025-07-27"
    case .duration, .microseconds: "a time span such as 10s or 1d02:00:00"
    case .durations: "one or two time spans such as 8s/8s"
    case .integer: "a whole number"
    case .keepalive: "a time span and a number of tries such as 10s,10"
    case .numbers: "numbers or ranges of them such as 0-1000"
    case .interfaceAddress: "an address with the length of its network such as 192.0.2.1/24"
    case .macAddress: "a hardware address such as 00:00:5E:00:53:01"
    case .ports: "ports from 0 to 65535 such as 80,8080-8081"
    case .prefix: "a network such as 192.0.2.0/24"
    case .rates: "one or two rates such as 10M/2M"
    case .size: "a number such as 64KiB or 10M"
    case .timeWindow: "hours and days such as 8h-18h,mon,tue"
    }
  }

  /// The bounds of a value as a person reads them.
  fileprivate func words(of bounds: ClosedRange<Int>) -> String {
    let low = bounds.lowerBound == .min ? "" : " from \(printed(bounds.lowerBound))"
    return low + (bounds.upperBound == .max ? " up" : " to \(printed(bounds.upperBound))")
  }

  private func printed(_ number: Int) -> String {
    self == .duration || self == .microseconds
      ? DurationValue(nanoseconds: number).canonical : String(number)
  }
}

/// A menu as one types it: `/ip address`.
private func typed(_ menu: String) -> String {
  "/" + menu.split(separator: "/").joined(separator: " ")
}

/// A word that may be as long as an export, cut to what a line holds.
private func shortened(_ text: String) -> String {
  text.utf8.count <= 80 ? text : "\(text.prefix(60))…"
}
