import RouterOSModel

/// Why things that are shown are not known, each cause once.
struct Causes {
  private var places: [Cause: [String]] = [:]
  private var causes: [Cause] = []

  /// Notes that something at a place is not known.
  mutating func add(_ cause: Cause, _ place: String) {
    if places[cause] == nil { causes.append(cause) }
    places[cause, default: []].append(place)
  }

  /// Each cause with the first places it concerns, and with what would settle it.
  func explanations(_ palette: Palette) -> [String] {
    causes.flatMap { cause in
      let all = places[cause] ?? []
      let named = all.prefix(3).joined(separator: ", ")
      let rest = all.count > 3 ? " and \(all.count - 3) more" : ""
      return [
        palette.paint("?", .unknown) + " " + printable("\(named)\(rest): \(cause.reason)"),
        "  " + printable("to know: \(cause.remedy)"),
      ]
    }
  }
}
