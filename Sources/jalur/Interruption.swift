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

/// The pipe that tells which signal came: its end for reading, and that for writing. Set before the handler.
private nonisolated(unsafe) var interruptionPipe: (input: Int32, output: Int32) = (-1, -1)

/// Makes an interruption end the program at once: one word on standard error, and no file half written.
///
/// The handler only writes to a pipe, which it may; a thread of its own reads it and does the rest in
/// ordinary code. Blocking the signals and awaiting them would not do: while work goes on elsewhere, the
/// first thread sleeps with nothing blocked. A signal that the program was started to ignore, as `nohup`
/// does, stays ignored.
func endOnInterruption() {
  var ends: [Int32] = [-1, -1]
  guard unsafe pipe(&ends) == 0 else { return }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  unsafe interruptionPipe = (ends[0], ends[1])
  var thread = pthread_t()
  let isStarted =
    unsafe pthread_create(&thread, nil, { _ in unsafe awaitInterruption() }, nil) == 0
  guard isStarted else { return }
  for number in interruptions where !isIgnored(number) { _ = signal(number, noteInterruption) }
}

/// Whether the program was started with a signal that does nothing.
private func isIgnored(_ number: Int32) -> Bool {
  let former = signal(number, SIG_IGN)
  defer { _ = signal(number, former) }
  return unsafe unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// The handler: nothing here may allocate or lock.
private func noteInterruption(_ number: Int32) {
  var byte = UInt8(truncatingIfNeeded: number)
  _ = unsafe write(interruptionPipe.output, &byte, 1)
}

/// Waits for a signal, tidies up, and lets the signal end the program, so that a shell sees what ended it.
private func awaitInterruption() -> UnsafeMutableRawPointer? {
  var byte: UInt8 = 0
  while unsafe read(interruptionPipe.input, &byte, 1) != 1 { if errno != EINTR { return nil } }
  for path in unfinished.withLock({ $0 }) { _ = unsafe unlink(path) }
  complain("interrupted")
  let number = Int32(byte)
  _ = signal(number, SIG_DFL)
  // Whoever started the program may have blocked it.
  var passing = sigset_t()
  unsafe sigemptyset(&passing)
  unsafe sigaddset(&passing, number)
  _ = unsafe pthread_sigmask(SIG_UNBLOCK, &passing, nil)
  _ = raise(number)
  _exit(128 + number)
}
