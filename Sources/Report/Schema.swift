public import Policy
import RouterOSModel

/// The JSON Schema (draft 2020-12) of files of a form, for editors that complete and check them.
public func renderSchema(of form: Form, title: String) -> String {
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("$schema", "https://json-schema.org/draft/2020-12/schema")
    writer.pair("title", title)
    members(of: form, &writer)
    writer.key("$defs")
    writer.object { writer in
      for name in Form.Name.allCases {
        writer.key(name.rawValue)
        write(Form.definition(of: name), &writer)
      }
    }
  }
  return writer.text + "\n"
}

private func write(_ form: Form, _ writer: inout JSONWriter) {
  writer.object { members(of: form, &$0) }
}

/// The members of the object that stands for a form.
private func members(of form: Form, _ writer: inout JSONWriter) {
  switch form {
  case .anyOf(let forms):
    writer.key("anyOf")
    writer.array(forms) { write($1, &$0) }
  case .choice(let words): writeChoice(words, &writer)
  case .date:
    writer.pair("type", "string")
    writer.pair("format", "date")
  case .list(let item, let least):
    writer.pair("type", "array")
    writer.key("items")
    write(item, &writer)
    if least > 0 { writer.pair("minItems", least) }
  case .mapping(let fields, let others): writeMapping(fields, others, &writer)
  case .named(let name): writer.pair("$ref", "#/$defs/\(name.rawValue)")
  case .text:
    // YAML reads 30 as a number and yes as a truth; the loader keeps all of them text.
    writer.key("type")
    writer.array(["string", "number", "boolean"]) { $0.value($1) }
  case .view: writeChoice(View.allCases.map(\.rawValue), &writer)
  }
}

/// A few words; what YAML may read as a number or a truth stands there as that, too.
private func writeChoice(_ words: [String], _ writer: inout JSONWriter) {
  writer.key("enum")
  writer.array(words.sorted() + readings(of: words)) { writer, word in
    switch word {
    case .text(let text): writer.value(text)
    case .number(let number): writer.value(number)
    case .truth(let truth): writer.value(truth)
    }
  }
}

private enum Reading {
  case number(Int)
  case text(String)
  case truth(Bool)
}

private func + (words: [String], readings: [Reading]) -> [Reading] {
  words.map(Reading.text) + readings
}

private func readings(of words: [String]) -> [Reading] {
  words.compactMap { word in
    switch word {
    case "no", "off": .truth(false)
    case "yes": .truth(true)
    default: Int(word).map(Reading.number)
    }
  }
}

private func writeMapping(_ fields: [Field], _ others: Form?, _ writer: inout JSONWriter) {
  writer.pair("type", "object")
  let required = fields.filter(\.isRequired).map(\.name)
  if !required.isEmpty {
    writer.key("required")
    writer.array(required) { $0.value($1) }
  }
  writer.key("properties")
  writer.object { writer in
    for field in fields {
      writer.key(field.name)
      writer.object { writer in
        writer.pair("description", field.about)
        members(of: field.form, &writer)
      }
    }
  }
  writer.key("additionalProperties")
  if let others { write(others, &writer) } else { writer.value(false) }
}
