#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives a file other bytes, whole or not at all: they are written beside it and then take its place.
///
/// Permissions are kept, and the owner where that is allowed; a link stays one, and what it leads to is
/// replaced.
func replaceFile(_ path: String, _ bytes: [UInt8]) throws(Failure) {
  guard let target = realPath(path), unsafe access(target, W_OK) == 0 else {
    throw Failure("'\(path)' cannot be written: permission denied")
  }
  let temporary = "\(target).\(getpid()).tmp"
  begin(temporary)
  defer { finish(temporary) }
  guard writeNewFile(temporary, bytes, like: target), unsafe rename(temporary, target) == 0 else {
    _ = unsafe unlink(temporary)
    throw Failure("'\(path)' cannot be written: its folder is full or may not be written to")
  }
}

/// Whether a file could be made that holds these bytes and has the permissions of another.
private func writeNewFile(_ path: String, _ bytes: [UInt8], like other: String) -> Bool {
  var information = stat()
  guard unsafe stat(other, &information) == 0 else { return false }
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { return false }
  // Only root may give a file away; that others cannot is no reason to leave it unformatted.
  _ = fchown(descriptor, information.st_uid, information.st_gid)
  let isWhole =
    fchmod(descriptor, information.st_mode & 0o7777) == 0 && write(bytes, to: descriptor)
    && fsync(descriptor) == 0
  return close(descriptor) == 0 && isWhole
}
