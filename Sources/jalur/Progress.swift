import Diagnostics
import FoundationEssentials
import Report
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether a line of progress stands on the terminal, where the next output would be written.
private let isProgressShown = Mutex(false)

/// Says on a terminal how far long work has come; logs and pipes never see it.
struct Progress {
  private let verb: String
  private let count: Int
  private let isWanted: Bool
  private var done = 0
  private var due: ContinuousClock.Instant

  /// Work on `count` exports, which `verb` says, as in `read`. Nothing is shown of what takes less than a
  /// second.
  init(_ verb: String, of count: Int) {
    self.verb = verb
    self.count = count
    isWanted =
      count > 1 && isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    due = .now + .seconds(1)
  }

  /// Notes that one more is done.
  mutating func advance() {
    done += 1
    guard isWanted, done < count else { return clearProgress() }
    let now = ContinuousClock.now
    guard now >= due else { return }
    due = now + .milliseconds(200)
    clearProgress()
    isProgressShown.withLock { $0 = true }
    _ = write(Array("jalur: \(verb) \(done) of \(counted(count, "export"))".utf8), to: 2)
  }
}

/// Takes a line of progress away, so that something else can be written there.
func clearProgress() {
  let wasShown = isProgressShown.withLock { isShown in
    defer { isShown = false }
    return isShown
  }
  if wasShown { _ = write(Array(Palette.clearLine.utf8), to: 2) }
}
