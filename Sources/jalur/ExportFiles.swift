import FoundationEssentials
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The exports that were found, and whether one of them could not be read.
struct Exports {
  var scripts: [Script] = []
  var isIncomplete = false
}

/// Reads every input; folders are walked, and what is skipped there is counted on standard error.
///
/// One input of many that cannot be read is said there, too, and does not keep the others from being
/// audited. Throws when nothing at all could be read.
func findExports(_ paths: [String]) throws(Failure) -> Exports {
  var exports = Exports()
  var skipped = 0
  for path in paths {
    for file in try isFolder(path) ? walk(path) : [path] {
      if path != file, !looksLikeExport(file) {
        skipped += 1
        continue
      }
      do throws(Failure) { exports.scripts.append(try readScript(file)) } catch {
        if paths.count == 1, path == file { throw error }
        writeToStandardError("jalur: \(error.message)\n")
        exports.isIncomplete = true
      }
    }
  }
  if skipped > 0 {
    writeToStandardError(
      "jalur: skipped \(skipped) file\(skipped == 1 ? "" : "s") that are no exports\n")
  }
  if exports.scripts.isEmpty {
    throw Failure("no export found; expected *.rsc, *.export, *.cfg or text that names RouterOS")
  }
  return exports
}

/// The regular files below a folder, sorted by path; links and folders that begin with a dot are left
/// out, so that nothing outside is read and the walk ends.
func walk(_ folder: String) throws(Failure) -> [String] {
  var files: [String] = []
  for name in try namesInFolder(folder) where !name.hasPrefix(".") {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    switch attributes?[.type] as? FileAttributeType {
    case .typeDirectory: files += try walk(path)
    case .typeRegular: files.append(path)
    case .some, .none: continue
    }
  }
  return files
}

/// Whether a file of a folder is an export, by its name or by what its first 2 KB say.
func looksLikeExport(_ path: String) -> Bool {
  if hasNameOfExport(path) { return true }
  guard let bytes = try? readBytes(path) else { return false }
  return looksLikeExport(path, bytes)
}

/// The same for a file whose bytes are known.
func looksLikeExport(_ path: String, _ bytes: [UInt8]) -> Bool {
  if hasNameOfExport(path) { return true }
  let start = bytes.prefix(2048)
  return !start.contains(0)
    && String(decoding: start, as: UTF8.self).contains("by RouterOS")
}

private func hasNameOfExport(_ path: String) -> Bool {
  [".rsc", ".export", ".cfg"].contains(where: path.hasSuffix)
}

/// The routers of these exports.
func fleet(of scripts: [Script]) -> Fleet {
  Fleet(scripts.map { Device(lower($0), path: stablePath($0.file.name)) })
}

/// A path that stays the same wherever the checkout lies: relative to the root of its repository.
func stablePath(_ path: String) -> String {
  let parts = path.split(separator: "/").filter { $0 != "." }
  let current = FileManager.default.currentDirectoryPath
  let whole = path.hasPrefix("/") ? path : "\(current)/\(parts.joined(separator: "/"))"
  var folder = whole
  while let slash = folder.lastIndex(of: "/") {
    folder = String(folder[..<slash])
    if FileManager.default.fileExists(atPath: "\(folder)/.git") {
      return String(whole.dropFirst(folder.count + 1))
    }
  }
  return parts.joined(separator: "/")
}
