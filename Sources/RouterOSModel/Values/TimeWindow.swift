/// When a rule holds: a span of the day, days of the week, or both, as in `8h-18h,mon,tue`.
struct TimeWindow: Sendable {
  /// The least part of the day that is meant, in nanoseconds from midnight; nil for all of it.
  private(set) var hours: (start: DurationValue, end: DurationValue)?
  /// The days that are meant, by their place in ``days``.
  private(set) var weekdays: Set<Int> = []

  /// The days of the week as RouterOS spells and orders them.
  static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// Reads the parts in any order; nil when one is neither hours nor a day, or hours come twice.
  init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if let day = Self.days.firstIndex(of: String(part)) {
        weekdays.insert(day)
      } else if hours == nil, let hours = Self.hours(part) {
        self.hours = hours
      } else if !part.isEmpty || hours == nil {
        return nil
      }
    }
  }

  /// The window in one spelling: hours first, then the days in the order of the week.
  var canonical: String {
    let span = hours.map { ["\($0.start.canonical)-\($0.end.canonical)"] } ?? []
    return (span + weekdays.sorted().map { Self.days[$0] }).joined(separator: ",")
  }

  private static func hours(_ text: Substring) -> (start: DurationValue, end: DurationValue)? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = DurationValue(String(ends[0])),
      let end = DurationValue(String(ends[1])),
      max(start.nanoseconds, end.nanoseconds) <= DurationValue.day
    else { return nil }
    return (start, end)
  }
}
