import Diagnostics
import SourceText
import YAML

/// What a project says of rules.
extension ProjectReader {
  func settings(_ rule: Word, _ node: Node) throws(SourceError) -> Project.RuleSettings {
    try reader.check(node, .mapping(Form.ofSettings, others: nil), what: "rule")
    let severity = try reader.optional(node, "severity", word)
    let isOff = severity?.text == "off"
    if isOff, node["reason"] == nil, let severity {
      throw error("a rule that is off needs a 'reason'", severity)
    }
    if node["reason"] != nil { _ = try reader.required(node, "reason") }
    if let severity, !isOff, Severity(rawValue: severity.text) == nil {
      throw error(
        unknownWord(severity.text, "severity", among: Form.severities + ["off"]), severity)
    }
    return Project.RuleSettings(
      rule: rule,
      parameters: try entries(node, "parameters") { name, node throws(SourceError) in
        (name: name, values: try values(node))
      },
      severity: severity.flatMap { Severity(rawValue: $0.text) }, isOff: isOff,
      unknown: try reader.optional(node, "unknown", reader.oneOf))
  }

  private func values(_ node: Node) throws(SourceError) -> [Word] {
    guard let items = node.items else { return [try word(node)] }
    var words: [Word] = []
    for item in items { words.append(try word(item)) }
    return words
  }

  func exceptions(_ node: Node) throws(SourceError) -> [Project.Exception] {
    guard let list = node["exceptions"] else { return [] }
    guard let items = list.items else {
      throw reader.error("'exceptions' expects a list of mappings", list.span)
    }
    var exceptions: [Project.Exception] = []
    for item in items { exceptions.append(try exception(item)) }
    return exceptions
  }

  private func exception(_ node: Node) throws(SourceError) -> Project.Exception {
    try reader.check(node, .mapping(Form.ofException, others: nil), what: "exception")
    let until = try reader.required(node, "until")
    guard let day = Day(until.text) else {
      throw error("'\(until.text)' is no day; expected one such as 2027-01-31", until)
    }
    return Project.Exception(
      rule: try reader.required(node, "rule"), device: try reader.optional(node, "device", word),
      conditions: try reader.optional(node, "where", reader.conditions)
        ?? Conditions(clauses: [], any: []),
      reason: try reader.required(node, "reason"), owner: try reader.required(node, "owner"),
      until: day, place: try reader.child(node, "rule").span)
  }

  func inlineLimit(_ node: Node) throws(SourceError) -> Severity? {
    guard let word = try reader.optional(node, "inline-exceptions", word) else { return .warning }
    if word.text == "no" { return nil }
    guard let severity = Severity(rawValue: word.text) else {
      throw error(
        unknownWord(word.text, "limit", among: ["error", "info", "no", "warning"]), word)
    }
    return severity
  }

  /// The version of the language, which a project of its own must say.
  func checkLanguage(_ node: Node) throws(SourceError) {
    if routers != nil, node["language"] == nil { return }
    let language = try reader.required(node, "language")
    guard language.text == "1" else {
      throw error("language '\(language.text)' of projects is not known; expected '1'", language)
    }
  }

  /// An example shows its exports itself, and one rule judges them.
  func checkKeysOfExample(_ node: Node) throws(SourceError) {
    guard routers != nil else { return }
    for pair in node.pairs ?? [] {
      guard let key = pair.key.text, ["baseline", "exports", "policies"].contains(key) else {
        continue
      }
      throw reader.error("an example has no '\(key)'; leave it out", pair.key.span)
    }
  }

  /// Sites and exceptions name devices that are there, and each router belongs to one site.
  func checkNames(of project: Project) throws(SourceError) {
    let names = project.devices.map(\.name.text) + (routers ?? [])
    var sites: [String: Word] = [:]
    for site in project.sites {
      for device in site.devices {
        try checkDevice(device, names)
        if let first = sites.updateValue(device, forKey: device.text) {
          throw SourceError(
            "device '\(device.text)' is in two sites", at: device.span, in: reader.file,
            related: [Label(reader.file, first.span, "the first")])
        }
      }
      let members = site.devices.map(\.text)
      for (device, _) in site.paths.flatMap(\.interfaces) { try checkDevice(device, members) }
      for (device, _) in site.lans { try checkDevice(device, members) }
    }
    guard !names.isEmpty else { return }
    for device in project.exceptions.compactMap(\.device) { try checkDevice(device, names) }
  }

  private func checkDevice(_ device: Word, _ names: [String]) throws(SourceError) {
    guard !names.contains(device.text) else { return }
    if names.isEmpty {
      let way = routers == nil ? "it under 'devices' with its export" : "its export behind 'rsc'"
      throw error("no device '\(device.text)'; name \(way)", device)
    }
    let near = nearestWord(to: device.text, among: names)
    let hint =
      near.map { "; did you mean '\($0)'?" }
      ?? "; expected one of \(names.sorted().joined(separator: ", "))"
    throw error("no device '\(device.text)'\(hint)", device)
  }
}
