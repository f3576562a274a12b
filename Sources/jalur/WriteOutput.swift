#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes an output that the user named, whole or not at all; never over one of the inputs.
///
/// A regular file is written beside its place and then takes it; a device or a pipe is written as it is.
func writeOutput(_ path: String, _ bytes: [UInt8], beside inputs: [String]) throws(Failure) {
  let file = lookUp(path)
  if let file, inputs.contains(where: { $0 != "-" && lookUp($0)?.identity == file.identity }) {
    throw Failure("'\(path)' is one of the exports; name another file for the output")
  }
  switch file?.kind {
  case .folder: throw Failure("'\(path)' is a directory; expected a file to write")
  case .regular: try replaceFile(path, bytes)
  case .other, .pipe: try writeThrough(path, bytes)
  case .link, nil: try createFile(path, bytes)
  }
}

/// Writes to what is no regular file.
private func writeThrough(_ path: String, _ bytes: [UInt8]) throws(Failure) {
  let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Failure("'\(path)' cannot be written") }
  defer { close(descriptor) }
  guard write(bytes, to: descriptor) else {
    throw Failure("'\(path)' cannot be written whole: it is full or was closed")
  }
}

/// Makes a file that is not there yet.
private func createFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
  let temporary = "\(path).\(getpid()).tmp"
  begin(temporary)
  defer { finish(temporary) }
  let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let isThere = kind(of: folder.isEmpty ? "/" : folder) == .folder
    let reason = isThere ? "its folder may not be written to" : "there is no folder '\(folder)'"
    throw Failure("'\(path)' cannot be written: \(reason)")
  }
  let isWhole = write(bytes, to: descriptor)
  guard close(descriptor) == 0, isWhole, unsafe rename(temporary, path) == 0 else {
    _ = unsafe unlink(temporary)
    throw Failure("'\(path)' cannot be written: its folder is full or may not be written to")
  }
}
