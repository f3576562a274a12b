import Report
import RouterOSSyntax
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the job could not be done: one sentence for standard error, then status 2.
struct Failure: Error {
  /// Lower case, no full stop, without control characters.
  let message: String

  init(_ message: String) {
    self.message = printable(message)
  }
}

/// Reads one input whole; `-` is standard input.
func readInput(_ path: String) throws(Failure) -> SourceFile {
  let expected = "a RouterOS export"
  let bytes =
    path == "-"
    ? try readStandardInput(expected: expected) : try readFile(path, expected: expected)
  return SourceFile(name: path, bytes: bytes)
}

/// Reads and parses one input; see ``readInput(_:)``.
func readScript(_ path: String) throws(Failure) -> Script { parse(try readInput(path)) }

/// Refuses to read standard input twice: the second time nothing would be left of it.
func refuseDoubledInput(_ paths: [String]) throws(Failure) {
  if paths.count(where: { $0 == "-" }) > 1 {
    throw Failure("standard input can be read only once; give '-' once")
  }
}

/// Writes the result; ends the program with status 2 when it cannot be written whole.
func writeToStandardOutput(_ text: String) { writeToStandardOutput(Array(text.utf8)) }

/// The same for bytes, which need not be text.
func writeToStandardOutput(_ bytes: [UInt8]) {
  clearProgress()
  guard !write(bytes, to: 1) else { return }
  complain("standard output was closed before everything was written")
  endProgram(2)
}

/// Writes everything that is not the result.
func writeToStandardError(_ text: String) {
  clearProgress()
  _ = write(Array(text.utf8), to: 2)
}

/// Says one sentence on standard error; whatever it quotes cannot end the line or drive a terminal.
func complain(_ sentence: String) { writeToStandardError("jalur: \(printable(sentence))\n") }

/// Whether all bytes were written.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var done = 0
  while done < bytes.count {
    let count = unsafe bytes[done...].withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    done += count
  }
  return true
}

/// Makes reading and writing closed streams an error that is reported, instead of the end of the
/// program or, where a file takes the place of a stream, of that file.
func prepareStreams() {
  _ = signal(SIGPIPE, SIG_IGN)
  for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_WRONLY)]
  where fcntl(descriptor, F_GETFD) < 0 {
    _ = unsafe open("/dev/null", mode)
  }
}

/// Ends the program.
func endProgram(_ status: Int32) -> Never { exit(status) }
