import Subprocess

/// A git checkout, asked through git itself; paths are relative to the current folder.
struct Git {
  /// A file of a commit.
  struct Blob {
    let path: String
    /// The hash that names its bytes.
    let name: String
    let size: Int
  }

  /// The files of the tree now.
  struct WorkingTree {
    /// Tracked files and those that are neither tracked nor ignored, sorted.
    var files: [String] = []
    /// Tracked files that a sparse checkout leaves out.
    var leftOut: Set<String> = []
    /// Folders that are repositories of their own and not tracked, sorted.
    var nestedRepositories: [String] = []
  }

  /// Throws when the current folder is in no repository or in one that git does not trust, or, where
  /// the tree is needed, in one without a tree.
  func requireRepository(withTree needsTree: Bool) async throws(Failure) {
    let answer = try await run(["rev-parse", "--is-inside-work-tree"])
    if answer.complaint.contains("dubious ownership") {
      let folder = answer.complaint.split(separator: "'").dropFirst().first ?? "FOLDER"
      throw Failure(
        "git does not trust this checkout, because it belongs to somebody else; if you do, run: "
          + "git config --global --add safe.directory '\(folder)'")
    }
    if answer.isSuccess, answer.line == "true" || !needsTree { return }
    let reason = answer.complaint.isEmpty ? "" : ": \(answer.complaint)"
    throw Failure("the current folder is in no git checkout\(reason)")
  }

  /// The hash of a commit that a user named.
  func commit(named reference: String) async throws(Failure) -> String {
    let commit = try await run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(reference)^{commit}",
    ])
    guard commit.isSuccess else {
      throw Failure("'\(reference)' is no commit here; fetch it, or name another")
    }
    return commit.line
  }

  /// The one commit where `head` left `reference`; `name` is what the user calls `head`.
  func mergeBase(
    of head: String, named name: String, with reference: String
  ) async throws(Failure) -> String {
    let commit = try await commit(named: reference)
    let answer = try await run(["merge-base", "--all", head, commit])
    guard answer.isSuccess else {
      let isShallow = try await run(["rev-parse", "--is-shallow-repository"]).line == "true"
      let hint = isShallow ? "; this clone is shallow, fetch more of its history" : ""
      throw Failure("'\(reference)' and \(name) have no common commit\(hint)")
    }
    let bases = answer.output.split(separator: UInt8(ascii: "\n")).count
    guard bases == 1 else {
      throw Failure(
        "'\(reference)' and \(name) have \(bases) merge bases; merge '\(reference)' into "
          + "\(name), or give --base the commit to compare with")
    }
    return answer.line
  }

  /// The files of the tree as it is now, committed or not.
  func workingTree() async throws(Failure) -> WorkingTree {
    let answer = try await output([
      "ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard",
    ])
    var files: Set<String> = []
    var tree = WorkingTree()
    for record in answer.split(separator: 0) where record.count > 2 {
      let path = String(decoding: record.dropFirst(2), as: UTF8.self)
      if record.first == UInt8(ascii: "S") {
        tree.leftOut.insert(path)
      } else if path.hasSuffix("/") {
        tree.nestedRepositories.append(String(path.dropLast()))
      } else {
        files.insert(path)
      }
    }
    tree.files = files.sorted()
    tree.nestedRepositories.sort()
    return tree
  }

  /// The regular files of a commit.
  func files(of commit: String) async throws(Failure) -> [Blob] {
    try await output(["ls-tree", "-r", "-z", "-l", commit]).split(separator: 0).compactMap {
      record in
      guard let tab = record.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let words = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      guard words.count == 4, words[0].hasPrefix("100"), let size = Int(words[3]) else {
        return nil
      }
      let path = String(decoding: record[record.index(after: tab)...], as: UTF8.self)
      return Blob(path: path, name: String(words[2]), size: size)
    }
  }

  /// The paths of all that a commit holds: files, links and submodules.
  func names(of commit: String) async throws(Failure) -> Set<String> {
    let answer = try await output(["ls-tree", "-r", "-z", "--name-only", commit])
    return Set(answer.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
  }

  /// The paths of the files of a commit that hold a comment with `words`, found by git, so that large
  /// files need not leave it.
  func files(of commit: String, withComment words: String) async throws(Failure) -> Set<String> {
    let answer = try await run([
      "grep", "--text", "--files-with-matches", "--null", "--color=never", "--basic-regexp",
      "--no-recurse-submodules", "-e", "^#.*\(words)", commit, "--",
    ])
    guard answer.isSuccess || answer.complaint.isEmpty else { throw Failure(answer.complaint) }
    return Set(
      answer.output.split(separator: 0).map {
        String(decoding: $0.dropFirst(commit.utf8.count + 1), as: UTF8.self)
      })
  }

  /// The bytes of each file, in the order given, read by one process.
  func contents(of blobs: [Blob]) async throws(Failure) -> [[UInt8]] {
    let size = blobs.reduce(0) { $0 + $1.size + 128 }
    guard !blobs.isEmpty, size < 1 << 32 else {
      if blobs.isEmpty { return [] }
      throw Failure("the exports of the merge base hold more than 4 GiB")
    }
    let names = blobs.map { $0.name + "\n" }.joined()
    let output = try await output(["cat-file", "--batch"], input: names, limit: size)
    var rest = output[...]
    var contents: [[UInt8]] = []
    for blob in blobs {
      let header = rest.prefix { $0 != UInt8(ascii: "\n") }
      guard String(decoding: header, as: UTF8.self) == "\(blob.name) blob \(blob.size)",
        rest.count >= header.count + blob.size + 2
      else { throw Failure("git cannot read '\(blob.path)' of the merge base") }
      rest = rest.dropFirst(header.count + 1)
      contents.append([UInt8](rest.prefix(blob.size)))
      rest = rest.dropFirst(blob.size + 1)
    }
    return contents
  }
}

extension Git {
  /// What git answered.
  struct Answer {
    let isSuccess: Bool
    let output: [UInt8]
    let complaint: String

    /// The first line of the output.
    var line: String {
      String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
  }

  /// What git answers, which must be no refusal.
  func output(
    _ arguments: [String], input: String = "", limit: Int = 1 << 30
  ) async throws(Failure) -> [UInt8] {
    let answer = try await run(arguments, input: input, limit: limit)
    guard answer.isSuccess else {
      throw Failure("git refused '\(arguments[0])': \(answer.complaint)")
    }
    return answer.output
  }

  /// Runs git without anything that could run another program in turn.
  func run(
    _ arguments: [String], input: String = "", limit: Int = 1 << 30
  ) async throws(Failure) -> Answer {
    let safe = ["--no-optional-locks", "-c", "core.fsmonitor=", "-c", "grep.fullName=false"]
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(safe + arguments),
        environment: .inherit.updating(["LC_ALL": "C"]), input: .array(Array(input.utf8)),
        output: .bytes(limit: limit), error: .string(limit: 1 << 16))
      let complaint = result.standardError.split(separator: "\n").first.map(String.init)
      return Answer(
        isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput,
        complaint: complaint ?? "")
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw Failure("git is not installed; the gate needs it to read the merge base")
    } catch {
      throw Failure("git cannot be run for '\(arguments[0])': \(error)")
    }
  }
}
