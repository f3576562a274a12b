import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are being written beside their place, so that an interruption can remove them.
private let unfinished = Mutex<Set<String>>([])

/// Notes a file that must not outlive an interruption, until ``finish(_:)``.
func begin(_ temporary: String) { unfinished.withLock { _ = $0.insert(temporary) } }

/// Forgets a file that took its place or was removed.
func finish(_ temporary: String) { unfinished.withLock { _ = $0.remove(temporary) } }

/// The signals by which a user, a terminal that goes away, or a supervisor ends a program.
private let interruptions = [SIGHUP, SIGINT, SIGTERM]

/// Makes an interruption end the program at once: one word on standard error, and no file half written.
///
/// The signals are blocked and awaited by a thread of their own, so that what ends the program is ordinary
/// code and not bound by what a signal handler may do. To be called before any other thread starts. A
/// signal that the program was started to ignore, as `nohup` does, stays ignored.
func endOnInterruption() {
  var awaited = sigset_t()
  unsafe sigemptyset(&awaited)
  for number in interruptions where !isIgnored(number) { unsafe sigaddset(&awaited, number) }
  guard unsafe pthread_sigmask(SIG_BLOCK, &awaited, nil) == 0 else { return }
  var thread = pthread_t()
  let isStarted = unsafe pthread_create(&thread, nil, { _ in unsafe awaitInterruption() }, nil) == 0
  if !isStarted { _ = unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil) }
}

/// Whether the program was started with a signal that does nothing.
private func isIgnored(_ number: Int32) -> Bool {
  let former = signal(number, SIG_IGN)
  defer { _ = signal(number, former) }
  return unsafe unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// Waits for one of the blocked signals, tidies up, and lets the signal end the program, so that a shell
/// sees what ended it.
private func awaitInterruption() -> UnsafeMutableRawPointer? {
  var blocked = sigset_t()
  guard unsafe pthread_sigmask(SIG_BLOCK, nil, &blocked) == 0 else { return nil }
  // Whoever started the program may have blocked others, such as the one that tells of the end of a child.
  var awaited = sigset_t()
  unsafe sigemptyset(&awaited)
  for number in interruptions where unsafe sigismember(&blocked, number) == 1 {
    unsafe sigaddset(&awaited, number)
  }
  var number: Int32 = 0
  guard unsafe sigwait(&awaited, &number) == 0 else { return nil }
  for path in unfinished.withLock({ $0 }) { _ = unsafe unlink(path) }
  complain("interrupted")
  _ = signal(number, SIG_DFL)
  unsafe sigemptyset(&awaited)
  unsafe sigaddset(&awaited, number)
  _ = unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, nil)
  _ = raise(number)
  return nil
}
