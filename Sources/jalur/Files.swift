import FoundationEssentials
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path leads to.
enum FileKind {
  case folder
  case link
  case pipe
  case regular
  /// A device or a socket.
  case other

  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    case S_IFLNK: self = .link
    case S_IFREG: self = .regular
    default: self = .other
    }
  }
}

/// What tells one file from all others, whatever its names.
struct FileIdentity: Hashable {
  let device: UInt64
  let number: UInt64
}

/// What a path leads to, and which file that is.
struct FoundFile {
  let kind: FileKind
  let identity: FileIdentity
  /// The bytes of a regular file.
  let size: Int
}

/// What `path` leads to; nil when there is nothing. Links are followed unless asked for.
func lookUp(_ path: String, followingLinks: Bool = true) -> FoundFile? {
  var information = stat()
  let isThere = unsafe followingLinks ? stat(path, &information) : lstat(path, &information)
  guard isThere == 0 else { return nil }
  let identity = FileIdentity(
    device: UInt64(truncatingIfNeeded: information.st_dev),
    number: UInt64(truncatingIfNeeded: information.st_ino))
  return FoundFile(
    kind: FileKind(mode: information.st_mode), identity: identity, size: Int(information.st_size))
}

/// The kind of what `path` leads to; see ``lookUp(_:followingLinks:)``.
func kind(of path: String, followingLinks: Bool = true) -> FileKind? {
  lookUp(path, followingLinks: followingLinks)?.kind
}

/// Reads a file whole: a regular one, or a pipe that a shell opened for this program.
///
/// Anything else may never end. A file with NUL bytes is no text and is refused as soon as one is
/// seen; `expected` says what should be there.
func readFile(_ path: String, expected: String) throws(Failure) -> [UInt8] {
  let file = lookUp(path)
  switch file?.kind {
  case .folder: throw Failure("'\(path)' is a directory; expected a file")
  case .regular: break
  case .pipe where isDescriptor(path): break
  case .link, .other, .pipe:
    throw Failure("'\(path)' is no regular file; expected \(expected)")
  case nil: throw Failure("'\(path)' \(reason(of: errno, path))")
  }
  let size = file?.kind == .regular ? file?.size ?? 0 : 0
  return try withDescriptor(path) { descriptor throws(Failure) in
    try readText(descriptor, size: size, named: "'\(path)'", expected: expected)
  }
}

/// Reads standard input to its end; see ``readFile(_:expected:)``.
func readStandardInput(expected: String) throws(Failure) -> [UInt8] {
  try readText(0, size: sizeIfRegular(0), named: "standard input", expected: expected)
}

/// Reads a list of names, which may be empty and hold NUL; `-` is standard input.
func readNames(_ path: String) throws(Failure) -> [UInt8] {
  if path == "-" { return try readAll(0, size: sizeIfRegular(0), named: "standard input") }
  if kind(of: path) == .folder {
    throw Failure("'\(path)' is a directory; expected a file that names exports")
  }
  return try withDescriptor(path) { descriptor throws(Failure) in
    try readAll(descriptor, size: sizeIfRegular(descriptor), named: "'\(path)'")
  }
}

/// The first bytes of a file, at most `count`; nil when it cannot be read.
func readStart(_ path: String, _ count: Int) -> [UInt8]? {
  try? withDescriptor(path) { descriptor throws(Failure) in
    var bytes: [UInt8] = []
    while bytes.count < count {
      let chunk = try readChunk(descriptor, count - bytes.count, named: path)
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }
}

/// The one path of a file that has no links, `.` or `..` in it; nil when there is no such file.
func realPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// The names in a folder, sorted.
func namesInFolder(_ path: String) throws(Failure) -> [String] {
  do { return try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
    throw Failure("folder '\(path)' cannot be read")
  }
}

/// The regular files below a folder, sorted by path; links and what begins with a dot are left out, so
/// that nothing outside is read and the walk ends.
func filesBelow(_ folder: String) throws(Failure) -> [String] {
  var files: [String] = []
  for name in try namesInFolder(folder) where !name.hasPrefix(".") {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    switch kind(of: path, followingLinks: false) {
    case .folder: files += try filesBelow(path)
    case .regular: files.append(path)
    case .link, .other, .pipe, nil: continue
    }
  }
  return files
}

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

/// Whether a shell made this path for an open pipe, as `<(…)` does.
private func isDescriptor(_ path: String) -> Bool {
  path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
}

private func withDescriptor<Result>(
  _ path: String, _ body: (Int32) throws(Failure) -> Result
) throws(Failure) -> Result {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Failure("'\(path)' \(reason(of: errno, path))") }
  defer { close(descriptor) }
  return try body(descriptor)
}

/// Reads a text to the end, which has at least a byte and no NUL; see ``readAll(_:size:named:)``.
private func readText(
  _ descriptor: Int32, size: Int, named name: String, expected: String
) throws(Failure) -> [UInt8] {
  let bytes = try readAll(descriptor, size: size, named: name) { chunk throws(Failure) in
    if holdsNUL(chunk) { throw Failure("\(name) is a binary file; expected \(expected)") }
  }
  if bytes.isEmpty { throw Failure("\(name) is empty; expected \(expected)") }
  return bytes
}

/// Reads to the end; `size` is what a regular file should have, zero when only its end will tell. `check`
/// sees each part as it comes in.
private func readAll(
  _ descriptor: Int32, size: Int, named name: String,
  _ check: ([UInt8]) throws(Failure) -> Void = { _ in }
) throws(Failure) -> [UInt8] {
  // One byte more than the file has tells its end without moving what was read.
  let room = max(min(size, SourceFile.maximumSize) + 1, 1 << 16)
  var bytes = try readChunk(descriptor, room, named: name)
  try check(bytes)
  var isAtEnd = bytes.isEmpty || bytes.count == size
  while !isAtEnd {
    let chunk = try readChunk(descriptor, 1 << 18, named: name)
    isAtEnd = chunk.isEmpty
    try check(chunk)
    guard bytes.count + chunk.count <= SourceFile.maximumSize else {
      throw Failure("\(name) is too large; expected less than 4 GiB")
    }
    bytes += chunk
  }
  return bytes
}

private func holdsNUL(_ bytes: [UInt8]) -> Bool {
  unsafe bytes.withUnsafeBytes { buffer in
    unsafe buffer.baseAddress.map { unsafe memchr($0, 0, buffer.count) != nil } ?? false
  }
}

/// The size a regular file has, so that its bytes need not be moved while they come in; zero for others.
private func sizeIfRegular(_ descriptor: Int32) -> Int {
  var information = stat()
  guard unsafe fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
    return 0
  }
  return Int(information.st_size)
}

/// What one call reads, at most `count` bytes; empty at the end.
private func readChunk(
  _ descriptor: Int32, _ count: Int, named name: String
) throws(Failure) -> [UInt8] {
  while true {
    var received = 0
    var number: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      received = unsafe read(descriptor, buffer.baseAddress, count)
      number = errno
      filled = max(received, 0)
    }
    if received >= 0 { return chunk }
    if number != EINTR { throw Failure("\(name) cannot be read") }
  }
}

/// Why a path leads nowhere, by the number the system gives.
private func reason(of number: Int32, _ path: String) -> String {
  switch number {
  case EACCES: "cannot be read: permission denied"
  case ELOOP: "cannot be read: its links lead in a circle"
  case ENAMETOOLONG: "cannot be read: its name is too long"
  case ENOENT where kind(of: path, followingLinks: false) == .link: "is a link to nothing"
  case ENOENT, ENOTDIR: "does not exist"
  default: "cannot be read"
  }
}
