import Foundation
import Testing

/// The house rules that only the repository as a whole can break.
@Suite struct ModuleGraphTests {
  /// The rooms each room may look into; CONTRIBUTING.md says what they are.
  static let allowed: [String: Set<String>] = [
    "SourceText": [],
    "Diagnostics": ["SourceText"],
    "YAML": ["CLibYAML", "SourceText", "Diagnostics"],
    "Policy": ["SourceText", "Diagnostics", "YAML"],
    "RouterOSSyntax": ["SourceText", "Diagnostics"],
    "RouterOSModel": ["SourceText", "RouterOSSyntax", "Synchronization"],
    "Audit": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Crypto",
    ],
    "Comparison": ["RouterOSModel"],
    "Report": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Comparison",
    ],
    "PolicyTesting": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit", "Report",
    ],
    "jalur": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit",
      "Comparison", "Report", "PolicyTesting", "ArgumentParser", "Subprocess",
      "FoundationEssentials", "Glibc", "Musl", "Darwin",
    ],
    "EmbedFiles": ["Foundation"],
    "EmbedFilesPlugin": ["Foundation", "PackagePlugin"],
  ]

  @Test(arguments: repository.sources) func importsOnlyWhatTheGraphAllows(file: RepositoryFile)
    throws
  {
    let module = file.path.split(separator: "/")[1]
    let allowed = try #require(
      Self.allowed[String(module)], "no room named \(module); add it to the graph")
    for (number, line) in file.lines.enumerated() {
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count == place + 2 else {
        continue
      }
      #expect(allowed.contains(String(words[place + 1])), "\(file.path):\(number + 1): \(line)")
    }
  }

  @Test(arguments: repository.sources) func onlyReportKnowsLinesAndColumns(file: RepositoryFile) {
    guard !file.path.hasPrefix("Sources/Report/"), !file.path.hasPrefix("Sources/SourceText/")
    else { return }
    #expect(!file.text.contains("LineTable"), "\(file.path) uses LineTable; leave places to Report")
  }

  @Test func noTypeOfLibYAMLLeavesItsRoom() {
    let importing = repository.sources.filter { $0.text.contains("import CLibYAML") }
    #expect(!importing.isEmpty)
    for file in importing {
      #expect(file.lines.contains("internal import CLibYAML"), "\(file.path)")
    }
  }
}

@Suite struct HouseTests {
  @Test(arguments: repository.sources) func filesStaySmall(file: RepositoryFile) {
    #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines; split it")
  }

  @Test(arguments: repository.sources) func functionsStaySmall(file: RepositoryFile) {
    var start: (line: Int, indent: Int)?
    for (number, line) in file.lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      if let opened = start, line.dropFirst(indent) == "}", indent == opened.indent {
        #expect(
          number - opened.line <= 70, "\(file.path):\(opened.line + 1): a function of over 70 lines"
        )
        start = nil
      } else if start == nil, line.contains("func ") || line.contains("init("),
        !line.contains("///"),
        line.hasSuffix("{") || line.hasSuffix("(")
      {
        start = (number, indent)
      }
    }
  }

  @Test(arguments: repository.sources) func inputNeverStopsTheProgram(file: RepositoryFile) {
    for word in ["fatalError(", "try!", "TODO", "FIXME", "default: break"] {
      #expect(!file.text.contains(word), "\(file.path) holds '\(word)'")
    }
  }

  @Test func theTopLevelHoldsWhatItShould() throws {
    let allowed: Set<String> = [
      "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "Package.resolved", "Package.swift",
      "Policies", "README.md", "Samples", "Sources", "Tests", "action.yml",
    ]
    let entries = try FileManager.default.contentsOfDirectory(atPath: repository.root.path)
    let strangers = entries.filter { !$0.hasPrefix(".") && !allowed.contains($0) }
    #expect(strangers.isEmpty, "\(strangers)")
  }

  @Test func everyPolicyHasAPage() {
    let policies = repository.files(below: "Policies", with: "yaml")
    for policy in policies where !policy.hasSuffix("/pack.yaml") {
      let page = policy.dropLast("yaml".count) + "md"
      let path = repository.root.appending(path: String(page)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(page) is missing")
    }
  }
}
