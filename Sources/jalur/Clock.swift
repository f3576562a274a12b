import ArgumentParser
import Policy

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The day of today in UTC.
func currentDay() -> Day { Day(daysSince1970: time(nil) / 86_400) }

/// A day as an argument.
struct GivenDay: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(argument) else { return nil }
    self.day = day
  }
}
