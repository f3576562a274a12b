import Audit
import Diagnostics
import FoundationEssentials
import Policy
import Report
import SourceText

/// The rules that travel inside the program, sorted by id.
func shippedRules() throws(Failure) -> [Rule] {
  var rules: [Rule] = []
  for file in embeddedFiles {
    let path = file.path.description
    guard path.hasSuffix(".yaml"), !isPack(path) else { continue }
    rules.append(
      try readRuleFile(SourceFile(name: "Policies/\(path)", text: file.text.description)))
  }
  return rules.sorted { $0.id.text < $1.id.text }
}

/// The rules of a file, or of the files of a folder.
func rulesIn(_ path: String) throws(Failure) -> [Rule] {
  var rules: [Rule] = []
  for file in try ruleFiles(path) {
    rules.append(
      try readRuleFile(SourceFile(name: file, bytes: try readFile(file, expected: "a rule"))))
  }
  return rules
}

/// The manual page of a rule of Jalur, as Markdown; `own` are the ids of others, for who misspells one.
func manualPage(of rule: String, besides own: [String]) throws(Failure) -> String {
  let pages = embeddedFiles.filter { file in
    let path = file.path.description
    return path.hasSuffix(".md") && path.contains("/")
  }
  func id(_ file: EmbeddedFile) -> String {
    String(file.path.description.split(separator: "/").last?.dropLast(3) ?? "")
  }
  if let page = pages.first(where: { id($0) == rule }) { return page.text.description }
  throw unknown("rule", rule, (pages.map(id) + own).sorted())
}

/// Whether a path names a file that makes its folder a pack of rules.
func isPack(_ path: String) -> Bool { path.split(separator: "/").last == Pack.fileName[...] }

/// Checks the file that makes a folder a pack.
func checkPack(_ path: String) throws(Failure) {
  let folder = nameOfFolder(String(path.dropLast(Pack.fileName.utf8.count)))
  let file = SourceFile(
    name: path, bytes: try readFile(path, expected: "a file that makes its folder a pack"))
  do throws(SourceError) { _ = try readPack(file, inFolder: folder) } catch {
    throw Failure(renderError(error))
  }
}

/// Reads a rule, which is named like its file; what is wrong with it is said with its place.
func readRuleFile(_ file: SourceFile) throws(Failure) -> Rule {
  do throws(SourceError) {
    let rule = try readRule(file)
    let name = file.name.split(separator: "/").last ?? ""
    guard name == "\(rule.id.text).yaml" else {
      throw SourceError(
        "rule '\(rule.id.text)' must be named like its file", at: rule.id.span, in: file)
    }
    return rule
  } catch { throw Failure(renderErrorWithPlaces(error)) }
}

private func ruleFiles(_ path: String) throws(Failure) -> [String] {
  guard kind(of: path) == .folder else { return [path] }
  let files = try namesInFolder(path).filter { $0.hasSuffix(".yaml") }
    .map { "\(path.hasSuffix("/") ? path : path + "/")\($0)" }
  for pack in files where isPack(pack) { try checkPack(pack) }
  let rules = files.filter { !isPack($0) }
  if rules.isEmpty { throw Failure("'\(path)' holds no rules; expected files named RULE.yaml") }
  return rules
}
