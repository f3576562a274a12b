/// One spelling for both spellings of a day: `jul/27/2025` of RouterOS before 7.10 is `2025-07-27`.
func canonicalDate(_ text: String) -> String { day(text) ?? text }

/// A day as RouterOS has written it since 7.10; nil when `text` is none.
func day(_ text: String) -> String? {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
  guard parts.count == 3 else { return nil }
  let isNew = text.utf8.contains(UInt8(ascii: "-"))
  let month =
    isNew ? Int(parts[1]) : months.firstIndex(of: parts[0].lowercased()).map { $0 + 1 }
  guard let year = Int(isNew ? parts[0] : parts[2]), (1970...9999).contains(year), let month,
    let day = Int(isNew ? parts[2] : parts[1]), 1...12 ~= month, 1...31 ~= day
  else { return nil }
  return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private let months = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]
