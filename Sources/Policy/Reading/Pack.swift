public import Diagnostics
public import SourceText
import YAML

/// A folder of rules that belong together, as its `pack.yaml` says it.
public struct Pack: Sendable {
  /// The name of the file that makes a folder of rules a pack.
  public static let fileName = "pack.yaml"

  /// Its name, which is that of its folder.
  public let name: Word
  /// What its rules have in common, in one sentence.
  public let about: Word
}

/// Reads the `pack.yaml` of the folder named `folder`. Throws one sentence with a place.
public func readPack(_ file: SourceFile, inFolder folder: String) throws(SourceError) -> Pack {
  let reader = RuleReader(file: file)
  let node = try readYAML(file)
  try reader.check(node, .pack, what: "pack")
  let language = try reader.required(node, "language")
  guard language.text == "1" else {
    throw reader.error(
      "language '\(language.text)' of policies is not known; expected '1'", language.span)
  }
  let name = try reader.required(node, "pack")
  guard name.text == folder else {
    throw reader.error("pack '\(name.text)' must be named like its folder, '\(folder)'", name.span)
  }
  return Pack(name: name, about: try reader.required(node, "about"))
}
