public import Diagnostics
public import SourceText
import YAML

/// Reads `jalur.yaml`. Throws one sentence with a place, and the nearest word where one is misspelt.
/// Whether its rules, columns and files exist is for others to say.
public func readProject(_ file: SourceFile) throws(SourceError) -> Project {
  try readProject(file, ofRouters: nil)
}

/// Reads the project of an example, whose exports have these names. Those are devices, too, and what says
/// which exports and packs there are is refused; `language` may be left out.
public func readProject(
  _ file: SourceFile, ofExampleWith routers: [String]
) throws(SourceError) -> Project {
  try readProject(file, ofRouters: routers)
}

private func readProject(
  _ file: SourceFile, ofRouters routers: [String]?
) throws(SourceError) -> Project {
  let reader = ProjectReader(reader: RuleReader(file: file), routers: routers)
  let node = try readYAML(file)
  try reader.reader.check(node, .project, what: "project")
  try reader.checkLanguage(node)
  try reader.checkKeysOfExample(node)
  let devices = try reader.entries(node, "devices", reader.device)
  let project = Project(
    file: file, exports: try reader.list(node, "exports", reader.path),
    policies: node["policies"] == nil ? nil : try reader.list(node, "policies"),
    devices: devices, sites: try reader.entries(node, "sites", reader.site),
    others: try reader.list(node, "others"),
    rules: try reader.entries(node, "rules", reader.settings),
    exceptions: try reader.exceptions(node), inlineLimit: try reader.inlineLimit(node),
    baseline: try reader.reader.optional(node, "baseline", reader.path))
  try reader.checkNames(of: project)
  return project
}

/// The parts of a project.
struct ProjectReader {
  let reader: RuleReader
  /// The exports of the example whose project it is; nil for a project of its own.
  let routers: [String]?

  func error(_ message: String, _ word: Word) -> SourceError { reader.error(message, word.span) }

  /// The words of a list, which may be empty or left out.
  func list(
    _ node: Node, _ key: String, _ read: (Node) throws(SourceError) -> Word
  ) throws(SourceError) -> [Word] {
    guard let list = node[key] else { return [] }
    guard let items = list.items else {
      throw reader.error("'\(key)' expects a list, such as [a, b]", list.span)
    }
    var words: [Word] = []
    for item in items { words.append(try read(item)) }
    return words
  }

  func list(_ node: Node, _ key: String) throws(SourceError) -> [Word] {
    try list(node, key, word)
  }

  /// A word that remembers its file, since rules stand in others.
  func word(_ node: Node) throws(SourceError) -> Word {
    var word = try reader.word(node)
    word.file = reader.file
    return word
  }

  /// A path below the folder of the file: nothing outside is read.
  func path(_ node: Node) throws(SourceError) -> Word {
    let word = try word(node)
    let parts = word.text.split(separator: "/", omittingEmptySubsequences: false)
    guard !word.text.hasPrefix("/"), !parts.contains("..") else {
      throw error("'\(word.text)' leads out of the folder of this file", word)
    }
    return word
  }

  /// What stands behind each name of a mapping.
  func entries<Entry>(
    _ node: Node, _ key: String, _ read: (Word, Node) throws(SourceError) -> Entry
  ) throws(SourceError) -> [Entry] {
    guard let mapping = node[key] else { return [] }
    guard let pairs = mapping.pairs else {
      throw reader.error("'\(key)' expects a mapping of names", mapping.span)
    }
    var entries: [Entry] = []
    for pair in pairs { entries.append(try read(try word(pair.key), pair.value)) }
    return entries
  }

  func device(_ name: Word, _ node: Node) throws(SourceError) -> Project.Device {
    try reader.check(node, .mapping(Form.ofDevice, others: nil), what: "device")
    return Project.Device(
      name: name, export: try reader.optional(node, "export", path),
      untrusted: node["untrusted"] == nil ? nil : try list(node, "untrusted"),
      knownAs: node["known-as"] == nil ? nil : try list(node, "known-as"))
  }

  func site(_ name: Word, _ node: Node) throws(SourceError) -> Project.Site {
    try reader.check(node, .mapping(Form.ofSite, others: nil), what: "site")
    _ = try reader.child(node, "devices")
    var paths: [Project.Path] = []
    for item in node["paths"]?.items ?? [] { paths.append(try path(ofSite: item)) }
    if let node = node["paths"], paths.isEmpty {
      throw reader.error("'paths' expects a list of mappings with a name each", node.span)
    }
    return Project.Site(
      name: name, devices: try list(node, "devices"), paths: paths,
      lans: try entries(node, "lans") { name, node throws(SourceError) in
        (device: name, networks: try reader.words(node).map(here))
      })
  }

  private func here(_ word: Word) -> Word {
    var word = word
    word.file = reader.file
    return word
  }

  private func path(ofSite node: Node) throws(SourceError) -> Project.Path {
    try reader.check(node, .mapping(Form.ofPath, others: nil), what: "path")
    let watch = try reader.optional(node, "watch", word)
    if let watch, !["beyond-gateway", "gateway"].contains(watch.text) {
      throw error(
        unknownWord(watch.text, "watch", among: ["beyond-gateway", "gateway"]), watch)
    }
    return Project.Path(
      name: try reader.required(node, "name"), watch: watch,
      interfaces: try entries(node, "interfaces") { name, node throws(SourceError) in
        (device: name, names: try reader.words(node))
      })
  }
}
