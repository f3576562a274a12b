import Audit
import Diagnostics
import Policy
import SourceText
import Testing

/// What a project may set of a rule.
@Suite struct ParameterTests {
  private static let head =
    "parameters: { longest: { default: 30s, about: a }, lists: { default: [], about: b } }\n"
    + "select: { menu: /tool netwatch, where: { disabled: no, host: { not: $lists } } }\n"
    + "expect: { interval: { at-most: $longest } }\n"

  private func rule(_ text: String, message: String = "'{host} over {$longest}'") throws -> Rule {
    let head = "id: a\nseverity: error\nmessage: \(message)\nwhy: w\nfix: f\n"
    return try readRule(SourceFile(name: "a.yaml", text: head + text))
  }

  @Test func defaultsStandWhereNothingIsSet() throws {
    let found = try outcomes(
      Self.head, message: "'{host} over {$longest}'",
      in: netwatch("host=a interval=31s", "host=b interval=30s"))
    #expect(found == ["fail a over 30s"])
  }

  @Test func aProjectSetsThem() throws {
    let words = { (text: String) in [Word(text: text, span: Span(0, 0))] }
    let policies = try PolicySet(
      [try rule(Self.head)], settings: ["a": ["longest": words("10s"), "lists": words("a")]])
    #expect(policies.rules[0].values == ["longest": ["10s"], "lists": ["a"]])
  }

  @Test(arguments: [
    (
      "expect: { interval: { at-most: $longst } }",
      "no parameter 'longst'; did you mean '$longest'?"
    ),
    (
      "expect: { host: $longest, interval: { at-most: $none } }",
      "no parameter 'none'; expected one of longest"
    ),
  ])
  func unknownParametersAreRefused(expect: String, message: String) throws {
    try expectRefusal(
      "parameters: { longest: { default: 30s, about: a } }\n"
        + "select: { menu: /tool netwatch, where: { disabled: no, comment: $longest } }\n" + expect,
      message)
  }

  @Test func unusedParametersAreRefused() throws {
    try expectRefusal(
      "parameters: { longest: { default: 30s, about: a } }\n"
        + "select: { menu: /tool netwatch, where: { disabled: no } }\nexpect: { host: a }",
      "parameter 'longest' is not used; say $longest somewhere, or leave it out")
  }

  @Test func aDefaultMustFitItsColumn() throws {
    try expectRefusal(
      "parameters: { longest: { default: often, about: a } }\n"
        + "select: { menu: /tool netwatch, where: { disabled: no } }\n"
        + "expect: { interval: { at-most: $longest } }", "'often' is no value of type duration")
  }

  @Test func aListIsNotOneValue() throws {
    try expectRefusal(
      "parameters: { longest: { default: [1s, 2s], about: a } }\n"
        + "select: { menu: /tool netwatch, where: { disabled: no } }\n"
        + "expect: { interval: { at-most: $longest } }",
      "'$longest' is a list; one value is compared with")
  }

  private func expectRefusal(_ text: String, _ message: String) throws {
    let rule = try rule(text, message: "m")
    do throws(SourceError) {
      _ = try PolicySet([rule])
      Issue.record("must be refused: \(message)")
    } catch { #expect(error.message == message) }
  }
}
