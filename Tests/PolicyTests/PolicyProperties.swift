import Diagnostics
import Policy
import SourceText

// What must hold of reading any bytes as a policy. The tests of this folder and the harness of
// Tests/Fuzzing both compile this file, so that what one holds the other does.

/// What is wrong with how `bytes` are read as a rule, a pack and a project; nil when nothing is.
func complaintAboutPolicies(_ bytes: [UInt8]) -> String? {
  let file = SourceFile(name: "fuzz.yaml", bytes: bytes)
  return complaint(file) { file throws(SourceError) in try complaintAboutRule(file) }
    ?? complaint(file) { file throws(SourceError) in
      _ = try readPack(file, inFolder: "fuzz")
      return nil
    }
    ?? complaint(file) { file throws(SourceError) in
      _ = try readProject(file)
      return nil
    }
    ?? complaint(file) { file throws(SourceError) in
      _ = try readProject(file, ofExampleWith: ["edge"])
      return nil
    }
}

/// An error is one sentence of the house, and its places lie in the file.
private func complaint(
  _ file: SourceFile, _ read: (SourceFile) throws(SourceError) -> String?
) -> String? {
  do throws(SourceError) { return try read(file) } catch {
    if error.message.isEmpty { return "an error without a word" }
    if error.message.hasSuffix(".") && !error.message.hasSuffix("…") {
      return "a full stop: \(error.message)"
    }
    for label in [error.primary] + error.related where Int(label.span.end) > file.bytes.count {
      return "a place outside the file: \(error.message)"
    }
    return nil
  }
}

/// Words that are kept stand where they say, parameters can be put in, and a pattern ends.
private func complaintAboutRule(_ file: SourceFile) throws(SourceError) -> String? {
  let rule = try readRule(file)
  for word in [rule.id, rule.message, rule.why, rule.fix] + rule.per + rule.show
  where Int(word.span.end) > file.bytes.count {
    return "'\(word.text)' lies outside the file"
  }
  let ready = try rule.with([:])
  if !ready.namesOfUsedParameters.isEmpty { return "a parameter was left" }
  for case .matches(_, let pattern?) in ready.select.conditions.clauses.map(\.condition) {
    _ = pattern.isFound(in: rule.message.text)
  }
  return nil
}
