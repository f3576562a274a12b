import FoundationEssentials
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
    self.message = message.unicodeScalars.map { $0.value < 0x20 ? "?" : String($0) }.joined()
  }
}

/// Reads one input whole; `-` is standard input.
///
/// Refuses what cannot be an export: an empty file, and one with NUL bytes.
func readInput(_ path: String) throws(Failure) -> SourceFile {
  let bytes = path == "-" ? try readStandardInput() : try readFile(path)
  if bytes.isEmpty { throw Failure("'\(path)' is empty; expected a RouterOS export") }
  if bytes.contains(0) { throw Failure("'\(path)' is a binary file; expected a RouterOS export") }
  guard bytes.count <= SourceFile.maximumSize else {
    throw Failure("'\(path)' is too large; expected less than 4 GiB")
  }
  return SourceFile(name: path, bytes: bytes)
}

/// Reads and parses one input; see ``readInput(_:)``.
func readScript(_ path: String) throws(Failure) -> Script { parse(try readInput(path)) }

/// Parses an export whose bytes are known.
func script(named name: String, _ bytes: [UInt8]) -> Script {
  parse(SourceFile(name: name, bytes: bytes))
}

/// The bytes of a file.
func readBytes(_ path: String) throws(Failure) -> [UInt8] { try readFile(path) }

/// Replaces a file by these bytes, whole or not at all.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
  do { try Data(bytes).write(to: URL(filePath: path), options: .atomic) } catch {
    throw Failure("'\(path)' cannot be written")
  }
}

/// The name of a folder, however its path is given.
func nameOfFolder(_ path: String) -> String {
  URL(filePath: path.isEmpty ? "." : path).standardizedFileURL.lastPathComponent
}

/// Whether a path is a folder.
func isFolder(_ path: String) -> Bool {
  let attributes = try? FileManager.default.attributesOfItem(atPath: path)
  return attributes?[.type] as? FileAttributeType == .typeDirectory
}

/// The names in a folder, sorted.
func namesInFolder(_ path: String) throws(Failure) -> [String] {
  do { return try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
    throw Failure("folder '\(path)' cannot be read")
  }
}

private func readFile(_ path: String) throws(Failure) -> [UInt8] {
  do {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let type = attributes[.type] as? FileAttributeType
    if type == .typeDirectory { throw Failure("'\(path)' is a directory; expected a file") }
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  } catch let failure as Failure {
    throw failure
  } catch {
    let reason = FileManager.default.fileExists(atPath: path) ? "cannot be read" : "does not exist"
    throw Failure("'\(path)' \(reason)")
  }
}

private func readStandardInput() throws(Failure) -> [UInt8] {
  do {
    return [UInt8](try FileHandleBytes.readAll(0))
  } catch {
    throw Failure("standard input cannot be read")
  }
}

/// Reads a descriptor to its end.
private enum FileHandleBytes {
  struct ReadError: Error {}

  static func readAll(_ descriptor: Int32) throws(ReadError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 { throw ReadError() }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

/// Writes the result.
func writeToStandardOutput(_ text: String) { write(text, to: 1) }

/// Writes everything that is not the result.
func writeToStandardError(_ text: String) { write(text, to: 2) }

private func write(_ text: String, to descriptor: Int32) {
  let bytes = Array(text.utf8)
  var done = 0
  while done < bytes.count {
    let count = unsafe bytes[done...].withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return }
    done += count
  }
}

/// Ends the program.
func endProgram(_ status: Int32) -> Never { exit(status) }
