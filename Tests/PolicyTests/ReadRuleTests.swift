import Diagnostics
import Policy
import SourceText
import Testing

private func rule(_ rest: String) -> String {
  "id: a-rule\nseverity: error\nmessage: m\nwhy: w\nfix: f\n" + rest
}

@Suite struct ReadRuleTests {
  @Test func readsARuleWithAVerb() throws {
    let text = rule(
      "select: { view: default-routes, where: { disabled: no, routing-table: { not: [a, b] } } }\n"
        + "per: [family, routing-table]\nexpect: { strictly-ordered: distance }\n")
    let read = try readRule(SourceFile(name: "a-rule.yaml", text: text))
    #expect(read.id.text == "a-rule" && read.severity.highest == .error)
    #expect(read.per.map(\.text) == ["family", "routing-table"])
    #expect(read.select.conditions.clauses.map(\.column.text) == ["disabled", "routing-table"])
    guard case .view(let view) = read.select.source,
      case .strictlyOrdered(let column, nil) = read.expect.verbs.first,
      case .not(.equals(let operands)) = read.select.conditions.clauses.last?.condition
    else {
      Issue.record("the rule must keep its view, its verb and its condition")
      return
    }
    #expect(view.text == "default-routes" && column.text == "distance" && operands.count == 2)
    #expect(read.file.text(in: column.span) == "distance")
  }

  @Test(arguments: [
    "DHCP server {name} is off", "RouterOS forgets it", "{name} is off", "IPsec is off",
  ])
  func aMessageMayBeginWithAName(message: String) throws {
    let text = rule("select: { view: v }\nexpect: { a: b }").replacing(
      "message: m", with: "message: '\(message)'")
    #expect(try readRule(SourceFile(name: "a-rule.yaml", text: text)).message.text == message)
  }

  @Test func readsReferences() throws {
    let text = rule("select: { view: bgp-sessions }\nexpect: { remote-as: $far.local-as }\n")
    let read = try readRule(SourceFile(name: "a-rule.yaml", text: text))
    guard case .equals(let operands) = read.expect.conditions.clauses.first?.condition,
      case .far(let column) = operands.first
    else {
      Issue.record("$far. must be a reference to the far end")
      return
    }
    #expect(column.text == "local-as")
  }

  /// A verb where only conditions may stand must not vanish: it is taken for a column, which no view has.
  @Test func takesVerbsInWhereForColumns() throws {
    let text = rule("select: { view: v, where: { same: x } }\nexpect: { a: b }\n")
    let read = try readRule(SourceFile(name: "a-rule.yaml", text: text))
    #expect(read.select.conditions.clauses.map(\.column.text) == ["same"])
  }

  @Test(arguments: [
    (
      rule("selct: { view: v }\nexpect: { a: b }"), "unknown key 'selct'; did you mean 'select'?",
      "selct"
    ),
    (rule("select: { view: v }"), "'expect' is missing", ""),
    (
      rule("select: { view: v, menu: m }\nexpect: { a: b }"),
      "expected either 'menu' or 'view', not both", "v"
    ),
    (
      rule("select: { view: v }\nexpect: { a: { at-leest: 1 } }"),
      "unknown operator 'at-leest'; did you mean 'at-least'?", "at-leest"
    ),
    (
      rule("select: { view: v }\nexpect: { a: b, same: c }"),
      "'same' judges a group and cannot stand beside 'a'", "same"
    ),
    (
      rule("select: { view: v }\nexpect: { any: [{ a: b }, { c: d }], same: c }"),
      "'same' judges a group and cannot stand beside 'any'", "same"
    ),
    (
      rule("select: { view: v }\nexpect: { find: { view: v }, same: c }"),
      "'same' judges a group and cannot stand beside 'find'", "same"
    ),
    (
      rule("select: { view: v }\nexpect: { distinct: [] }"),
      "'distinct' names no column; expected one or more", "[]"
    ),
    (
      rule("select: { view: v }\nexpect: { any: [{}, { a: b }] }"), "expected a condition", "{}"
    ),
    (
      rule("select: { view: v }\nexpect: { any: [{ find: { view: v } }, { a: b }] }"),
      "unknown operator 'view'; expected one of at-least, at-most, contains, covers, inside, matches, "
        + "not, only, overlaps, present", "view"
    ),
    (
      rule("select: { view: v }\nexpect: [a]"),
      "a list could mean all or any; write one mapping for all, or 'any:'", "[a]"
    ),
    (
      rule("select: { view: v }\nexpect: { a: { present: maybe } }"), "expected 'no' or 'yes'",
      "maybe"
    ),
    ("id: A_b\n", "'message' is missing", ""),
    ("id: a\nmessage: \"\"\n", "'message' is empty", "\"\""),
    ("id: a\nmessage: \" \"\n", "'message' is empty", "\" \""),
    ("id: a\nmessage: it is off.\n", "'message' ends with a full stop; leave it out", "it is off."),
    ("id: a\nmessage: Two routes\n", "'message' begins with a capital; write 'two'", "Two routes"),
    ("id: a\nmessage: A route\n", "'message' begins with a capital; write 'a'", "A route"),
    ("id: a\nseverity: info\nmessage: m\nwhy: \"\"\n", "'why' is empty", "\"\""),
    ("id: A_b\nmessage: m\n", "'A_b' is no id; expected lower-case words joined by '-'", "A_b"),
    (
      "id: a\nmessage: m\nseverity: fatal\n",
      "unknown severity 'fatal'; expected one of error, info, warning", "fatal"
    ),
  ])
  func refusesWithAPlaceAndAWord(text: String, message: String, place: String) {
    let file = SourceFile(name: "a-rule.yaml", text: text)
    do throws(SourceError) {
      _ = try readRule(file)
      Issue.record("must be refused: \(message)")
    } catch {
      #expect(error.message == message)
      #expect(file.text(in: error.primary.span) == place)
    }
  }
}
