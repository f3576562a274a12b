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
    "RouterOSModel": ["SourceText", "Diagnostics", "RouterOSSyntax", "Synchronization"],
    "Audit": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Crypto",
    ],
    "Interpretation": ["SourceText", "Diagnostics", "RouterOSSyntax", "RouterOSModel"],
    "Comparison": [
      "SourceText", "Diagnostics", "RouterOSSyntax", "RouterOSModel", "Interpretation",
    ],
    "Report": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Comparison",
    ],
    "PolicyTesting": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit", "Report",
    ],
    "jalur": [
      "SourceText", "Diagnostics", "Policy", "RouterOSSyntax", "RouterOSModel", "Audit",
      "Interpretation", "Comparison", "Report", "PolicyTesting", "ArgumentParser", "Subprocess",
      "FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin",
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
    for (number, imported) in SourceScan(file).imports {
      #expect(allowed.contains(imported), "\(file.path):\(number) imports \(imported)")
    }
  }

  /// Files, processes, environment and clock, as far as they need no import.
  static let worldly = [
    "CommandLine", "ContinuousClock", "Date(", "FileManager", "ProcessInfo", "Swift.print(",
    "SuspendingClock", "debugPrint(", "dump(", "getenv(", "print(", "readLine(",
  ]

  @Test(arguments: repository.sources) func onlyTheProgramTouchesTheWorld(file: RepositoryFile) {
    let rooms = ["Sources/jalur/", "Sources/EmbedFiles/", "Sources/EmbedFilesPlugin/"]
    guard !rooms.contains(where: file.path.hasPrefix) else { return }
    for (number, word) in SourceScan(file).uses(of: Self.worldly) {
      Issue.record("\(file.path):\(number) uses \(word); leave the world to jalur")
    }
  }

  /// Lines that know places, colours or the keys of JSON.
  static func knowsWhatOnlyReportDoes(_ scan: SourceScan) -> [(number: Int, text: String)] {
    scan.lines.filter { _, text in
      let small = text.lowercased()
      let escapes = ["\\u{1b}", "\\u{001b}"]
      let hasKey = small.ranges(of: /\\"[a-z]+\\" *:/).isEmpty == false
      return small.contains("linetable") || escapes.contains(where: small.contains) || hasKey
    }
  }

  @Test(arguments: repository.sources) func onlyReportKnowsPlacesColoursAndKeys(
    file: RepositoryFile
  ) {
    guard !file.path.hasPrefix("Sources/Report/"), !file.path.hasPrefix("Sources/SourceText/")
    else { return }
    for (number, text) in Self.knowsWhatOnlyReportDoes(SourceScan(file)) {
      Issue.record("\(file.path):\(number): \(text); leave places, colours and keys to Report")
    }
  }

  @Test func eachTargetDependsOnlyOnTargetsAboveIt() throws {
    let manifest = try String(
      contentsOf: repository.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(dependenciesOnLaterTargets(in: manifest) == [])
  }

  @Test func noTypeOfLibYAMLLeavesItsRoom() {
    let importing = repository.sources.filter { file in
      SourceScan(file).imports.contains { $0.module == "CLibYAML" }
    }
    #expect(!importing.isEmpty)
    for file in importing {
      let lines = SourceScan(file).lines.map(\.text).filter { $0.contains("CLibYAML") }
      #expect(lines == ["internal import CLibYAML"], "\(file.path)")
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

  /// What an audit finds of the export itself has a page and no rule; beside the packs lie manuals.
  @Test func everyPageHasARule() {
    for page in repository.files(below: "Policies", with: "md")
    where !page.hasPrefix("Policies/built-in/") && page.split(separator: "/").count > 2 {
      let rule = page.dropLast("md".count) + "yaml"
      let path = repository.root.appending(path: String(rule)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(rule) is missing")
    }
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

/// The targets of a manifest that depend on one further down, as `A on B`, in its order.
func dependenciesOnLaterTargets(in manifest: String) -> [String] {
  let targets = manifest.matches(
    of: /\.(?:executableTarget|plugin|systemLibrary|target|testTarget)\(\s*name: "([A-Za-z-]+)"/)
  let names = targets.map { String($0.output.1) }
  return targets.enumerated().flatMap { place, target -> [String] in
    let end = place + 1 < targets.count ? targets[place + 1].range.lowerBound : manifest.endIndex
    let words = manifest[target.range.upperBound..<end].split(separator: "\"").map(String.init)
    return names[(place + 1)...].filter(words.contains).map { "\(names[place]) on \($0)" }
  }
}
