@testable import RouterOSModel
import RouterOSSyntax
import SourceText

// What must hold of the meaning of any bytes at all. The tests of this folder and the harness of
// Tests/Fuzzing both compile this file, so that what one holds the other does.

/// What is wrong with how `bytes` are lowered; nil when nothing is.
func complaintAboutLowering(_ bytes: [UInt8]) -> String? {
  let configuration = lower(parse(SourceFile(name: "fuzz", bytes: bytes)))
  return complaintAboutOrigins(configuration) ?? complaintAboutProblems(configuration)
    ?? complaintAboutSupport(configuration) ?? complaintAboutFormattedMeaning(configuration)
}

/// What is wrong with origins: the span of every written value must say the value when it is read alone.
func complaintAboutOrigins(_ configuration: Configuration) -> String? {
  for path in configuration.menus {
    for entry in configuration.entries(path) {
      for property in entry.writtenProperties {
        if let complaint = complaintAboutOrigin(of: property, entry, configuration) {
          return complaint
        }
      }
    }
  }
  return nil
}

private func complaintAboutOrigin(
  of property: String, _ entry: Entry, _ configuration: Configuration
) -> String? {
  let value = entry.statedValue(property)
  guard case .written(let span) = value.origin else { return nil }
  let script = configuration.script
  if span.range.upperBound > script.file.bytes.count { return "\(property) lies outside the file" }
  guard !script.isTranscript else { return nil }
  let written = Array(script.file.bytes[span.range])
  guard entry.argument(of: property) != nil else {
    let isSwitch = ["disable", "enable"].contains(decodeText(written))
    return isSwitch ? nil : "\(property) was switched by \(decodeText(written))"
  }
  // What goes on from a name before it, as `.as` behind `remote.address`, is read behind one.
  let before = written.first == UInt8(ascii: ".") ? "\(property.prefix { $0 != "." }).x=1 " : ""
  let alone = parse(
    SourceFile(name: "alone", bytes: Array("/x\nadd \(before)".utf8) + written))
  guard let read = alone.statements.first?.arguments.last else {
    return "\(property) spells nothing when it is read alone"
  }
  if read.kind == .unset {
    return entry.isDefault(property) ? nil : "\(property) is unset and has a value"
  }
  let text = read.kind == .positional ? "yes" : entry.menu.type(of: property).canonical(read.value)
  let name = read.name.map { entry.menu.fullName($0, in: entry.version) }
  if read.kind == .pair, before.isEmpty, name != property {
    return "\(property) has another name when it is read alone"
  }
  return text == value.text ? nil : "\(property) is not what is written"
}

/// What is wrong with the problems of meaning: they lie in the file and say something in one line, and
/// each that is found again when it is asked for is the same.
private func complaintAboutProblems(_ configuration: Configuration) -> String? {
  for problem in configuration.problems {
    if problem.span.range.upperBound > configuration.script.file.bytes.count {
      return "a problem of meaning lies outside the file"
    }
    let message = problem.message(by: configuration.concealment)
    if message.isEmpty || message.utf8.count > 8192 { return "a problem says nothing, or too much" }
  }
  return nil
}

/// What is wrong with the counts of support: they must add up, and name statements in order.
private func complaintAboutSupport(_ configuration: Configuration) -> String? {
  let support = configuration.support
  let sum = Support.Degree.allCases.map(support.count).reduce(0, +)
  if sum != configuration.script.count { return "the shares of support do not add up" }
  let places = support.exceptions.map(\.statement.index)
  return zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
    ? nil : "a statement is counted twice"
}

/// What is wrong with the meaning of a formatted export: it must be that of the export.
private func complaintAboutFormattedMeaning(_ configuration: Configuration) -> String? {
  let script = configuration.script
  guard !script.isTranscript, let formatted = try? format(script).bytes
  else { return nil }
  let other = lower(parse(SourceFile(name: "fuzz", bytes: formatted)))
  return description(of: configuration) == description(of: other)
    ? nil : "a formatted export means something else"
}

/// What a configuration says, without places: of each menu the entries, of each entry what lines give it.
func description(of configuration: Configuration) -> [String] {
  var lines = configuration.gaps.keys.sorted().map { "gap \($0)" }
  lines.append("understood \(configuration.understood) \(configuration.secretsAreHidden)")
  for degree in Support.Degree.allCases {
    lines.append("\(degree) \(configuration.support.count(degree))")
  }
  for path in configuration.menus {
    lines.append(
      "\(path) \(configuration.mayBeIncomplete(path)) \(configuration.mayBeAltered(path))")
    lines += configuration.entries(path).map(description)
  }
  return lines
}

/// What lines give an entry, in the one spelling of each value.
func description(of entry: Entry) -> String {
  let words = entry.writtenProperties.map { property -> String in
    let value = entry.statedValue(property)
    return "\(property)=\(value.text ?? (value.isKnown ? "unset" : "unknown"))"
  }
  return "  \(entry.identity ?? "-"): \(words.joined(separator: " "))"
}
