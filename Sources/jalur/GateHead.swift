import RouterOSSyntax
import SourceText

/// The side of a gate that is judged: a commit, or the tree as it is now.
struct GateHead {
  let exports: Exports
  let foreign: ForeignFolders
  /// Tracked files that a sparse checkout leaves out.
  private(set) var leftOut: Set<String> = []
  /// The files of the commit, whatever they hold; nil for the tree, which is looked up.
  private var files: Set<String>?

  /// Reads the exports; says on standard error what cannot be read.
  init(
    _ git: Git, _ base: String, _ head: String?, _ globs: [Glob]
  ) async throws(Failure) {
    if let head {
      foreign = try await git.foreignFolders(since: base, in: head)
      files = try await git.names(of: head)
      var exports = Exports()
      exports.scripts = try await readCommit(git, head, globs, besides: nil) {
        exports.leaveOut($0, "'\($0)' is empty or no text; expected a RouterOS export")
      }
      self.exports = exports
    } else {
      let tree = try await git.workingTree()
      exports = await Self.read(tree, globs)
      foreign = try await git.foreignFolders(since: base, tree)
      leftOut = tree.leftOut
    }
    exports.report()
    foreign.report()
  }

  /// Whether there is something of that name, which need be no export.
  func holds(_ name: String) -> Bool {
    if let files { return files.contains(name) }
    let isThere = kind(of: name, followingLinks: false).map { $0 != .folder } ?? false
    return isThere || leftOut.contains(name)
  }

  private static func read(_ tree: Git.WorkingTree, _ globs: [Glob]) async -> Exports {
    var search = ExportSearch(including: globs)
    for path in tree.files where !isHidden(path) {
      let kind = kind(of: path, followingLinks: false)
      let isDeleted = kind == nil && !path.contains("\u{FFFD}")
      let isSubmodule = kind == .folder
      if !isDeleted, !isSubmodule { search.takeIfExport(path, below: path) }
    }
    var exports = search.exports
    await exports.read()
    return exports
  }
}

/// The exports of a commit: what has such a name, begins like one, or is one of `others`, exports of
/// another side. Hands to `refuse` those that are no text, of `others` only where there are some.
func readCommit(
  _ git: Git, _ commit: String, _ globs: [Glob], besides others: Set<String>?,
  refuse: (String) -> Void
) async throws(Failure) -> [Script] {
  let mentioned = try await git.files(of: commit, withComment: wordsOfHeader)
  let candidates = try await git.files(of: commit).filter { blob in
    let path = blob.path
    return !isHidden(path)
      && (mentioned.contains(path) || hasNameOfExport(path) || others?.contains(path) == true
        || globs.contains { $0.matches(path) })
  }
  var scripts: [Script] = []
  for (blob, bytes) in zip(candidates, try await git.contents(of: candidates)) {
    let isNamed = hasNameOfExport(blob.path) || globs.contains { $0.matches(blob.path) }
    guard isNamed || namesRouterOS(bytes) else { continue }
    if bytes.isEmpty || bytes.contains(0) {
      if others?.contains(blob.path) != false { refuse(blob.path) }
    } else {
      scripts.append(parse(SourceFile(name: blob.path, bytes: bytes)))
    }
  }
  return scripts
}

/// Whether a walk leaves a path out, because one of its names begins with a dot.
private func isHidden(_ path: String) -> Bool { path.hasPrefix(".") || path.contains("/.") }
