import Audit
import Diagnostics
import Policy
import SourceText
import Testing

/// What a rule must not say is refused when it is loaded, with its place.
@Suite struct RuleCheckTests {
  private static let routes = "select: { view: default-routes, where: { disabled: no } }\n"
  private static let services = "select: { menu: /ip service, where: { disabled: no } }\n"

  private func expectRefusal(
    _ rule: String, message: String = "m", why: String = "w", _ wanted: String, _ place: String
  ) throws {
    let head = "id: a\nseverity: error\nmessage: '\(message)'\nwhy: '\(why)'\nfix: f\n"
    let file = SourceFile(name: "a.yaml", text: head + rule)
    let rule = try readRule(file)
    do throws(SourceError) {
      _ = try PolicySet([rule])
      Issue.record("must be refused: \(wanted)")
    } catch {
      #expect(error.message == wanted)
      #expect(file.text(in: error.primary.span) == place)
    }
  }

  private func isTaken(_ rule: String) throws -> Bool {
    let head = "id: a\nseverity: error\nmessage: m\nwhy: w\nfix: f\n"
    let rule = try readRule(SourceFile(name: "a.yaml", text: head + rule))
    return try PolicySet([rule]).rules.count == 1
  }

  @Test(arguments: [
    (
      "source: statc",
      "'statc' is not one of dhcp-client, ecmp, lte, ppp, pppoe, static; did you mean 'static'?",
      "statc"
    ),
    ("family: ipv4", "'ipv4' is not one of ip, ip6", "ipv4"),
    (
      "check-gateway: pingg",
      "'pingg' is not one of arp, bfd, none, ping; did you mean 'ping'?", "pingg"
    ),
    ("fails-over: true", "'true' is not one of no, yes", "true"),
    ("dst-address: 0.0.0.0/99", "'0.0.0.0/99' is no value of type prefix", "0.0.0.0/99"),
    ("distance: one", "'one' is no value of type integer", "one"),
    (
      "source: { not: [static, lt] }",
      "'lt' is not one of dhcp-client, ecmp, lte, ppp, pppoe, static; did you mean 'lte'?", "lt"
    ),
  ])
  func misspeltValuesAreRefused(condition: String, message: String, place: String) throws {
    try expectRefusal(Self.routes + "expect: { \(condition) }", message, place)
    try expectRefusal(
      "select: { view: default-routes, where: { disabled: no, \(condition) } }\n"
        + "expect: { scope: 30 }", message, place)
  }

  @Test(arguments: [
    ("bgp-sessions", "local-address: 192.0.2.256", "'192.0.2.256' is no value of type address"),
    ("bgp-sessions", "remote-as: AS1", "'AS1' is no value of type as-number"),
    ("addresses", "address: 192.0.2.1/33", "'192.0.2.1/33' is no value of type interface-address"),
    (
      "tunnels", "side: clint", "'clint' is not one of client, peer, server; did you mean 'client'?"
    ),
  ])
  func valuesOfOtherViewsAreHeldToTheirTypes(view: String, condition: String, message: String)
    throws
  {
    let place = String(condition.split(separator: " ")[1])
    try expectRefusal(
      "select: { view: \(view), where: { disabled: no } }\nexpect: { \(condition) }", message, place
    )
  }

  @Test func equalityOfAListIsRefused() throws {
    try expectRefusal(
      Self.routes + "expect: { gateway: 192.0.2.1 }",
      "'gateway' holds a list; say contains (any of these) or only (nothing but these)", "gateway")
  }

  @Test(arguments: [
    ("{other.gateway}", "{ distance: 1 }"), ("{other.gateway}", "{ how-many: 1 }"),
  ])
  func theOtherEntryNeedsAVerb(message: String, expect: String) throws {
    try expectRefusal(
      Self.routes + "expect: \(expect)", message: message,
      "'{other.gateway}' needs a verb that compares entries: disjoint, distinct, in-order, same or "
        + "strictly-ordered",
      "'\(message)'")
  }

  @Test(arguments: [
    ("{gatway}", "no column 'gatway'; did you mean 'gateway'?"),
    ("via {gateway", "'{gateway' is never closed; expected '{column}'"),
    ("{a {gateway}", "'{a ' is never closed; expected '{column}'"),
    ("{how-many} of two", "'{how-many}' needs the verb how-many"),
  ])
  func placeholdersThatCannotBeFilledAreRefused(message: String, wanted: String) throws {
    try expectRefusal(
      Self.routes + "expect: { distance: 1 }", message: message, wanted, "'\(message)'")
  }

  @Test func placeholdersInWhyAreRefused() throws {
    try expectRefusal(
      Self.routes + "expect: { distance: 1 }", why: "{gateway} is down",
      "'why' is the same for every entry; say '{…}' in message or fix", "'{gateway} is down'")
  }

  @Test(arguments: [
    ("disabled: no", "disabled: no", true), ("disabled: no", "disabled: { not: yes }", true),
    ("disabled: no", "disabled: yes", false), ("disabled: no", "disabled: { not: no }", false),
    ("distance: { at-least: 5 }", "distance: { at-least: 3 }", true),
    ("distance: { at-least: 5 }", "distance: { at-most: 4 }", false),
    ("distance: 0x5", "distance: { present: yes }", true),
    ("source: [lte, ppp]", "source: [lte, ppp, pppoe]", true),
    ("source: [lte, ppp]", "source: static", false),
    ("distance: { present: no }", "distance: 1", false),
  ])
  func whatWhereHasDecidedIsNotExpected(chosen: String, expected: String, repeats: Bool) throws {
    let place = String(expected.prefix { $0 != ":" })
    let switchedOff = chosen.hasPrefix("disabled") ? "" : "disabled: no, "
    try expectRefusal(
      "select: { view: default-routes, where: { \(switchedOff)\(chosen) } }\n"
        + "expect: { \(expected) }",
      repeats
        ? "'\(place)' repeats what 'where' says, so that the rule never fails"
        : "'\(place)' denies what 'where' says, so that the rule always fails", place)
  }

  @Test(arguments: [
    ("distance: { at-least: 3 }", "distance: { at-most: 9 }"),
    ("distance: { present: yes }", "distance: 1"), ("source: { not: static }", "source: lte"),
    ("source: { not: static }", "source: { present: yes }"),
    ("distance: $this.scope", "distance: 1"), ("disabled: [yes, no]", "disabled: yes"),
  ])
  func whatWhereLeavesOpenIsExpected(chosen: String, expected: String) throws {
    let switchedOff = chosen.hasPrefix("disabled") ? "" : "disabled: no, "
    #expect(
      try isTaken(
        "select: { view: default-routes, where: { \(switchedOff)\(chosen) } }\n"
          + "expect: { \(expected) }"))
  }

  private static let switchedOff =
    "say whether entries that are switched off count: disabled: no, or disabled: [yes, no]"

  @Test(arguments: [
    ("select: { view: default-routes }\nexpect: { distance: 1 }", "default-routes"),
    ("select: { menu: /ip service }\nexpect: { port: 1 }", "/ip service"),
    (
      services + "expect: { find: { view: addresses, where: { interface: $this.name } } }",
      "addresses"
    ),
  ])
  func switchedOffEntriesMustBeSpokenOf(rule: String, place: String) throws {
    try expectRefusal(rule, Self.switchedOff, place)
  }

  @Test(arguments: [
    "select: { view: secrets }\nexpect: { visible: no }",
    "select: { menu: /ip pool }\nexpect: { name: p }",
    "select: { menu: /ip service }\nexpect: { disabled: yes }",
    "select: { menu: /ip service }\nexpect: { any: [{ disabled: yes }, { port: 1 }] }",
    "select: { menu: /ip service }\nexpect: { how-many: { where: { disabled: no }, at-most: 9 } }",
  ])
  func whatSpeaksOfThemOrCannotBeSwitchedOffIsTaken(rule: String) throws {
    #expect(try isTaken(rule))
  }

  @Test func menusThatChangedShapeAreRefused() throws {
    for menu in ["/routing bgp peer", "/routing/bgp/connection"] {
      try expectRefusal(
        "select: { menu: \(menu), where: { disabled: no } }\nexpect: { comment: a }",
        "menu '\(menu)' is not the same in RouterOS 6 and 7; select the view 'bgp-sessions'", menu)
    }
    try expectRefusal(
      "select: { menu: /interface wireless }\nexpect: { comment: a }",
      "menu '/interface wireless' is not the same in RouterOS 6 and 7, and no view of both exists "
        + "yet", "/interface wireless")
  }

  @Test(arguments: [
    "", ", where: { disabled: no }", ", where: { disabled: no, interface: { not: $this.name } }",
    ", where: { disabled: no, interface: [$this.name, a] }",
    ", where: { disabled: no, any: [{ interface: $this.name }, { interface: a }] }",
  ])
  func aFindThatComparesEveryPairIsRefused(rest: String) throws {
    try expectRefusal(
      Self.services + "expect: { find: { view: addresses\(rest) } }",
      "'find' must say what its entries share with this one, such as interface: $this.interface",
      "addresses")
  }

  /// The columns of a view come before the many properties of the entries behind it.
  @Test func whatAViewIsMadeForIsSuggestedFirst() throws {
    try expectRefusal(
      Self.routes + "expect: { zzzzzzzzz: 1 }",
      "no column 'zzzzzzzzz'; expected one of built-in, check-gateway, comment, device, "
        + "disabled, distance, dst-address, egress, egress-type, fails-over, family, gateway, "
        + "gateway-is, path, port, rank, repeats, resolves, routing-table, scope, site, source, "
        + "standby, target-scope, trust, type, untranslated, watch, watched, watches, written",
      "zzzzzzzzz")
    try expectRefusal(
      Self.routes + "expect: { check-gatway: ping }",
      "no column 'check-gatway'; did you mean 'check-gateway'?", "check-gatway")
  }
}
