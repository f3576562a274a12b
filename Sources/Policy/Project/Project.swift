public import Diagnostics
public import SourceText

/// What `jalur.yaml` says: which exports and rules belong together, and what is meant to differ.
public struct Project: Sendable {
  /// The name of the file.
  public static let fileName = "jalur.yaml"

  /// The file that says it.
  public let file: SourceFile
  /// Files and folders of exports, relative to the folder of the file.
  public let exports: [Word]
  /// The packs that are asked for, and folders of rules; nil for all packs of Jalur.
  public let policies: [Word]?
  /// Routers that something is said of.
  public let devices: [Device]
  /// Routers that belong together.
  public let sites: [Site]
  /// Networks of peers that are not ours.
  public let others: [Word]
  /// What is set of single rules.
  public let rules: [RuleSettings]
  /// Findings that are accepted for a while.
  public let exceptions: [Exception]
  /// The highest severity that a comment on the router may except; nil forbids it.
  public let inlineLimit: Severity?
  /// The file of fingerprints that were there when Jalur was adopted.
  public let baseline: Word?

  /// One router.
  public struct Device: Sendable {
    /// Its name in this file.
    public let name: Word
    /// Its export.
    public let export: Word?
    /// The interfaces behind which nobody is trusted; nil when the export tells.
    public let untrusted: [Word]?
    /// The addresses that others reach it by beside its own; nil when nobody says.
    public let knownAs: [Word]?
  }

  /// Routers that belong together, and the paths between them.
  public struct Site: Sendable {
    /// Its name.
    public let name: Word
    /// Its routers, by their names in this file.
    public let devices: [Word]
    /// The paths, the main one first.
    public let paths: [Path]
    /// The networks that are promised to the other routers, by router.
    public let lans: [(device: Word, networks: [Word])]
  }

  /// One way between routers.
  public struct Path: Sendable {
    /// Its name.
    public let name: Word
    /// What must be looked at to know whether it works: `gateway` or `beyond-gateway`.
    public let watch: Word?
    /// The interfaces it goes by, by router.
    public let interfaces: [(device: Word, names: [Word])]
  }

  /// What is set of one rule.
  public struct RuleSettings: Sendable {
    /// The id of the rule, or one it had before.
    public let rule: Word
    /// Values of its parameters.
    public let parameters: [(name: Word, values: [Word])]
    /// Another severity.
    public let severity: Severity?
    /// Whether the rule is turned off.
    public let isOff: Bool
    /// What it comes to where nobody can tell.
    public let unknown: Rule.WhenUnknown?
  }

  /// A finding that is accepted for a while.
  public struct Exception: Sendable {
    /// The id of the rule, or one it had before.
    public let rule: Word
    /// The router; nil for all.
    public let device: Word?
    /// What must hold of the entry; without clauses, anything may.
    public let conditions: Conditions
    /// Why it is accepted.
    public let reason: Word
    /// Who answers for it.
    public let owner: Word
    /// The last day that it holds.
    public let until: Day
    /// Where it stands.
    public let place: Span
  }
}
