public import RouterOSSyntax
import Synchronization

/// One property of a menu.
///
/// What every export needs was read when its menu was; the rest is read when it is first asked for, and kept.
public final class Property: Sendable {
  /// The name in full, for example `remote.as`.
  public let name: String
  /// How its values are compared.
  public let type: ValueType
  /// Whether its value must never be shown.
  public let isSecret: Bool
  /// What it is when no line says so, for each range of releases, oldest first.
  let defaults: [VersionedDefault]
  /// The line of the catalogue that says all this, and more.
  private let line: Substring
  private let keptDetails = AtomicLazyReference<PropertyDetails>()

  /// What the line says beyond what every export needs; two that ask first at once may both read it.
  var details: PropertyDetails {
    keptDetails.load() ?? keptDetails.storeIfNil(PropertyDetails(of: line, type))
  }

  init(_ facts: Facts, _ line: Substring) {
    name = facts.name
    type = facts.type
    isSecret = facts.isSecret
    defaults = facts.defaults
    self.line = line
  }

  /// Whether it can be left without a value by `unset` or `!name`.
  public var isUnsettable: Bool { details.isUnsettable }

  /// Whether `!name` is another thing than not to speak of it, as for what it switches off.
  var isOffWhenUnset: Bool { details.isOffWhenUnset }

  /// The menu whose entries it names, for example `/interface/list`; nil when it names none. `/interface`
  /// stands for all menus whose entries are interfaces.
  public var reference: String? { details.reference ?? (type == .interface ? allInterfaces : nil) }

  /// The menus whose entries it may name when ``reference`` has none of the name.
  var otherReferences: [String] { details.otherReferences }

  /// The least and the greatest value, as ``ValueType/order(of:)`` counts; nil when nobody tells.
  public var bounds: ClosedRange<Int>? { details.bounds }

  /// The releases that have it, as far as that is known.
  public var releases: ReleaseRange { details.releases }

  /// The words it takes: for a choice or a set all there are, unless ``takesOtherWords``; for other
  /// types those that stand beside the values of the type, such as `auto`.
  public var allowedWords: [String] { details.words }

  /// Whether it takes words that are not among ``allowedWords``.
  public var takesOtherWords: Bool { details.takesOtherWords }

  /// What RouterOS of the major version `major` calls it; its own name where that did not change.
  public func name(inMajor major: Int) -> String { details.names.name(inMajor: major) ?? name }

  /// Who says what the property is when an export of `version` leaves it out; nil when nobody does.
  public func sourceOfDefault(in version: RouterOSVersion?) -> DefaultSource? {
    newestDefault(in: version)?.source
  }

  /// What the property is when an export of `version` leaves it out.
  ///
  /// Without a version the newest release is meant.
  func fallback(in version: RouterOSVersion?) -> Default {
    newestDefault(in: version)?.value ?? .undocumented
  }

  private func newestDefault(in version: RouterOSVersion?) -> VersionedDefault? {
    defaults.last { candidate in
      guard let since = candidate.since else { return true }
      return version.map { $0 >= since } ?? true
    }
  }
}

/// Who says what a property is when nobody wrote it.
public enum DefaultSource: String, CaseIterable, Sendable {
  /// The Ansible collection community.routeros, whose authors read it off routers.
  case community
  /// It holds in every menu: an entry that was added is enabled and bears no comment.
  case general
  /// MikroTik's manual.
  case manual
  /// Exports of real routers, which leave the value out exactly when it is this one.
  case observed
  /// The command tree of the routers: what can be unset has no value until somebody sets it.
  case tree
}

/// What a property is when nobody wrote it.
enum Default: Sendable, Equatable {
  /// It has this value.
  case value(String)
  /// It has none.
  case none
  /// Nobody documents it, so it is not known.
  case undocumented

  /// Reads a word of the catalogue.
  init(catalogueWord word: Substring) {
    switch word {
    case "unset": self = .none
    case "unknown": self = .undocumented
    case "\"\"": self = .value("")
    default: self = .value(String(word))
    }
  }
}

/// A default and the first release it holds for; nil for all before.
struct VersionedDefault: Sendable {
  let since: RouterOSVersion?
  let value: Default
  var source: DefaultSource?

  init(since: RouterOSVersion?, value: Default, _ source: DefaultSource?) {
    self.since = since
    self.value = value
    self.source = value == .undocumented ? nil : source
  }
}
