import Diagnostics
import Policy
import Report
import RouterOSModel
import SourceText

/// A project with the folder it lies in.
struct OpenProject {
  let project: Project
  /// What leads from the working directory to its folder: empty, or with `/` at the end.
  let folder: String

  /// The project of a file.
  init(_ path: String) throws(Failure) {
    let file = SourceFile(name: path, bytes: try readFile(path, expected: "a project"))
    do throws(SourceError) { project = try readProject(file) } catch {
      throw Failure(renderErrorWithPlaces(error))
    }
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The project of the working directory: the nearest `jalur.yaml` there or above it, up to the root of
  /// the checkout; nil when there is none.
  static func nearest() throws(Failure) -> OpenProject? {
    var folder = ""
    for _ in 0..<64 {
      let path = folder + Project.fileName
      if kind(of: path) == .regular { return try OpenProject(path) }
      if kind(of: "\(folder).git") != nil { return nil }
      guard realPath(folder.isEmpty ? "." : folder) != "/" else { return nil }
      folder += "../"
    }
    return nil
  }

  /// The exports it names, each of which must be there.
  func exports() throws(Failure) -> [String] {
    var paths: [String] = []
    for word in project.exports + project.devices.compactMap(\.export) {
      // The folder itself, without the dot.
      let path =
        word.text == "." && !folder.isEmpty ? String(folder.dropLast()) : folder + word.text
      if kind(of: path) == nil { throw error("'\(word.text)' does not exist", word) }
      paths.append(path)
    }
    return paths
  }

  /// Whether a rule of Jalur belongs to the packs that are asked for.
  func wants(_ rule: Rule) -> Bool {
    guard let policies = project.policies else { return true }
    return policies.contains { $0.text == rule.pack }
  }

  /// The folders of rules that it names; `packs` are those of Jalur.
  func folders(besides packs: [String]) throws(Failure) -> [String] {
    var folders: [String] = []
    for word in project.policies ?? [] where !packs.contains(word.text) {
      guard word.text.contains("/"), !word.text.hasPrefix("/"), !word.text.contains("..") else {
        let near = nearestWord(to: word.text, among: packs).map { "; did you mean '\($0)'?" }
        let rest = "; expected one of \(packs.joined(separator: ", ")), or a folder as ./folder"
        throw error("no pack '\(word.text)'\(near ?? rest)", word)
      }
      folders.append(folder + (word.text.hasPrefix("./") ? word.text.dropFirst(2) : word.text[...]))
    }
    return folders
  }

  /// The files and folders that it consists of: itself, rules, and what is known; `shipped` are the rules of
  /// Jalur.
  func files(besides shipped: [Rule]) throws(Failure) -> [String] {
    let packs = Set(shipped.compactMap(\.pack)).sorted()
    let baseline = project.baseline.map { folder + $0.text }
    return [project.file.name] + (try folders(besides: packs)) + (baseline.map { [$0] } ?? [])
  }

  /// The file of known findings that it names; nil when it names none. It must be there.
  func baseline() throws(Failure) -> String? {
    guard let word = project.baseline else { return nil }
    let path = folder + word.text
    guard kind(of: path) != nil else {
      throw error(
        "'\(word.text)' does not exist; write it by 'jalur audit --write-baseline \(word.text)'",
        word)
    }
    return path
  }

  private func error(_ message: String, _ word: Word) -> Failure {
    Failure(renderError(SourceError(message, at: word.span, in: project.file)))
  }
}
