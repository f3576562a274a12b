import Diagnostics
import Foundation
import Policy
import Report
import SourceText
import Testing
import YAML

/// The schemas that editors use say what the loader does.
@Suite struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func schema(_ form: Form) throws -> [String: Any] {
    let data = Data(renderSchema(of: form, title: "t").utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func keys(_ schema: [String: Any]) -> [String] {
    (schema["properties"] as? [String: Any] ?? [:]).keys.sorted()
  }

  private func refusal(_ text: String, _ form: Form) -> String {
    let file = SourceFile(name: "a.yaml", text: text)
    do throws(SourceError) {
      if form.fields.contains(where: { $0.name == "id" }) {
        _ = try readRule(file)
      } else if form.fields.contains(where: { $0.name == "pack" }) {
        _ = try readPack(file, inFolder: "a")
      } else {
        _ = try readProject(file)
      }
      return ""
    } catch { return error.message }
  }

  private static let forms: [(Form, String)] = [
    (
      .rule,
      "id: a\nseverity: info\nmessage: m\nwhy: w\nfix: f\nselect: { view: v }\nexpect: { a: b }\n"
    ),
    (.pack, "language: 1\npack: a\nabout: b\n"), (.project, "language: 1\n"),
  ]

  @Test func theKeysOfTheSchemaAreThoseOfTheLoader() throws {
    for (form, whole) in Self.forms {
      let schema = try schema(form)
      #expect(refusal(whole, form) == "")
      #expect(schema["additionalProperties"] as? Bool == false)
      #expect(
        refusal(whole + "zzzzzzzzzzzzzz: a\n", form).hasSuffix(keys(schema).joined(separator: ", "))
      )
      for key in keys(schema) where !whole.contains("\(key):") {
        let message = refusal(whole + "\(key): {}\n", form)
        #expect(!message.contains("unknown key"), "\(key): \(message)")
      }
      for key in schema["required"] as? [String] ?? [] {
        let rest = (whole + (form.fields.count == 10 ? "others: []\n" : "")).split(separator: "\n")
          .filter { !$0.hasPrefix("\(key):") }
        #expect(
          refusal(rest.map { "\($0)\n" }.joined(), form) == "'\(key)' is missing", "\(key)")
      }
    }
  }

  @Test func theWordsOfTheSchemaAreThoseOfTheLanguage() throws {
    let schema = try schema(.rule)
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let verbs = keys(try #require(definitions["expectation"])).filter { $0 != "any" }
    #expect(verbs == Vocabulary.verbs.map(\.name))
    let forms = try #require(definitions["condition"]?["anyOf"] as? [[String: Any]])
    #expect(keys(try #require(forms.last)) == Vocabulary.conditions.map(\.name))
    #expect(Vocabulary.conditions.count + Vocabulary.plainConditions.count == 12)
    #expect(Vocabulary.verbs.count == 7 && Vocabulary.references.count == 3)
    let whole = Self.forms[0].1
    for word in Vocabulary.conditions {
      let text = whole.replacing("{ a: b }", with: "{ a: { \(word.name): [] } }")
      #expect(!refusal(text, .rule).contains("unknown"), "\(word.name)")
    }
  }

  @Test func everyFormIsDefinedOnceAndReferencesLeadSomewhere() throws {
    for (form, _) in Self.forms {
      let text = renderSchema(of: form, title: "t")
      let names = text.matches(of: /"#\/\$defs\/([a-z]+)"/).map { String($0.output.1) }
      let definitions = try #require(try schema(form)["$defs"] as? [String: Any])
      #expect(Set(names).isSubset(of: definitions.keys))
    }
  }

  /// What is shipped, and what is written out in tests, is right by the schema.
  @Test func whatTheLoaderTakesTheSchemaTakes() throws {
    let folder = Self.root.appending(path: "Policies")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let files = (names ?? []).filter { $0.hasSuffix(".yaml") }
    #expect(files.count > 6)
    for name in files {
      let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
      let form = name.hasSuffix("pack.yaml") ? Form.pack : .rule
      #expect(try complaint(text, form) == nil, "\(name)")
    }
    for (form, whole) in Self.forms { #expect(try complaint(whole, form) == nil) }
  }

  @Test(arguments: [
    "select: { vew: v }", "select: { view: no-such-view }", "expect: { a: { at-leest: 1 } }",
    "expect: { how-many: { colum: a } }", "severity: fatal", "profile: all", "per: { a: b }",
  ])
  func whatTheLoaderRefusesTheSchemaRefuses(line: String) throws {
    let key = line.prefix { $0 != ":" }
    let rest = Self.forms[0].1.split(separator: "\n").filter { !$0.hasPrefix("\(key):") }
    let text = rest.map { "\($0)\n" }.joined().replacing("view: v }", with: "view: routes }")
    #expect(try complaint(text + line + "\n", .rule) != nil)
  }

  private func complaint(_ text: String, _ form: Form) throws -> String? {
    let schema = try schema(form)
    let node = try readYAML(SourceFile(name: "a.yaml", text: text))
    // The views of examples are none.
    return Validator(root: schema).complaint(node, schema, "").flatMap {
      text.contains("view: v }") ? nil : $0
    }
  }
}

/// As much of JSON Schema as the schemas use.
private struct Validator {
  let root: [String: Any]

  func complaint(_ node: Node, _ schema: [String: Any], _ path: String) -> String? {
    if let reference = schema["$ref"] as? String {
      let definitions = root["$defs"] as? [String: [String: Any]]
      let name = String(reference.split(separator: "/").last ?? "")
      return complaint(node, definitions?[name] ?? [:], path)
    }
    if let forms = schema["anyOf"] as? [[String: Any]] {
      let complaints = forms.map { complaint(node, $0, path) }
      return complaints.contains { $0 == nil } ? nil : complaints.first ?? nil
    }
    if let words = schema["enum"] as? [Any] {
      return words.contains { "\($0)" == node.text } ? nil : "\(path): no word"
    }
    switch schema["type"] as? String {
    case "array": return list(node, schema, path)
    case "object": return mapping(node, schema, path)
    default: return node.text == nil ? "\(path): no text" : nil
    }
  }

  private func list(_ node: Node, _ schema: [String: Any], _ path: String) -> String? {
    guard let items = node.items else { return "\(path): no list" }
    if items.count < schema["minItems"] as? Int ?? 0 { return "\(path): too few" }
    let item = schema["items"] as? [String: Any] ?? [:]
    return items.lazy.compactMap { complaint($0, item, path) }.first
  }

  private func mapping(_ node: Node, _ schema: [String: Any], _ path: String) -> String? {
    guard let pairs = node.pairs else { return "\(path): no mapping" }
    for key in schema["required"] as? [String] ?? [] where node[key] == nil {
      return "\(path): \(key) is missing"
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for pair in pairs {
      let key = pair.key.text ?? ""
      guard let form = properties[key] ?? schema["additionalProperties"] as? [String: Any] else {
        return "\(path): unknown \(key)"
      }
      if let complaint = complaint(pair.value, form, "\(path)/\(key)") { return complaint }
    }
    return nil
  }
}
