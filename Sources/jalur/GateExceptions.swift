import Audit
import Policy
import Report
import RouterOSSyntax
import SourceText

/// The exceptions that are new or gone since the merge base: those of the project, then those that comments
/// in exports write.
func changedExceptions(
  _ git: Git, _ commit: String, head: String?, _ sides: GateSides
) async throws(Failure) -> [ChangedException] {
  let projects = (
    try await project(git, at: commit), try await project(git, at: head)
  )
  var found = changes(
    of: Project.fileName, projects.0.map(WrittenException.all) ?? [],
    projects.1.map(WrittenException.all) ?? [])
  var before: [String: [WrittenException]] = [:]
  for script in sides.before {
    let name = sides.renames[script.file.name] ?? script.file.name
    before[name, default: []] += WrittenException.all(of: script)
  }
  let now = Dictionary(
    sides.now.map { ($0.file.name, WrittenException.all(of: $0)) }, uniquingKeysWith: +)
  for name in Set(before.keys).union(now.keys).sorted() where !sides.lost.contains(name) {
    found += changes(of: name, before[name] ?? [], now[name] ?? [])
  }
  return found
}

/// What the project file at the root of the checkout says in a commit, or for nil in the tree; nil when there
/// is none that can be read.
private func project(_ git: Git, at commit: String?) async throws(Failure) -> Project? {
  let bytes: [UInt8]
  if let commit {
    let answer = try await git.run(["cat-file", "blob", "\(commit):\(Project.fileName)"])
    guard answer.isSuccess else { return nil }
    bytes = answer.output
  } else {
    let root = try await git.run(["rev-parse", "--show-toplevel"]).line
    let path = "\(root)/\(Project.fileName)"
    guard !root.isEmpty, kind(of: path) == .regular else { return nil }
    bytes = try readFile(path, expected: "a project")
  }
  return try? readProject(SourceFile(name: Project.fileName, bytes: bytes))
}

/// What is gone, then what is new; one that is there twice counts twice.
private func changes(
  of file: String, _ before: [WrittenException], _ now: [WrittenException]
) -> [ChangedException] {
  var counts: [WrittenException: Int] = [:]
  for exception in before { counts[exception, default: 0] -= 1 }
  for exception in now { counts[exception, default: 0] += 1 }
  func take(_ exceptions: [WrittenException], _ step: Int) -> [ChangedException] {
    exceptions.compactMap { exception in
      guard let left = counts[exception], left * step > 0 else { return nil }
      counts[exception] = left - step
      return ChangedException(
        file: file, isNew: step > 0, rule: exception.rule, scope: exception.scope,
        until: exception.until, reason: exception.reason)
    }
  }
  return take(before, -1) + take(now, 1)
}
