public import RouterOSSyntax

/// What the catalogue knows of one menu of RouterOS.
public final class Menu: Sendable {
  /// How the entries of a menu belong together.
  public enum Kind: String, Sendable {
    /// One entry that is always there, such as `/ip/dns`.
    case settings
    /// Entries in no order that means anything.
    case list
    /// Entries whose order means something, such as firewall rules.
    case orderedList = "ordered-list"
    /// Entries that are always there and can only be set, such as `/ip/service`.
    case fixedList = "fixed-list"
    /// A menu the catalogue does not know.
    case unmodelled
  }

  /// An entry that is there without any line of the export.
  public struct BuiltIn: Sendable {
    /// The value of `name`.
    public let name: String
    /// How the export may address it instead of by name, for example `*FFFFFFFE`; often nil.
    public let id: String?
    /// The values it differs in from an entry that was just added.
    public let values: [String: String]
  }

  /// The path in slash form, for example `/ip/route`.
  public let path: String
  /// How its entries belong together.
  public let kind: Kind
  /// The properties that identify an entry; empty where RouterOS enforces none.
  public let key: [String]
  /// For an ordered list, the properties within whose values the order counts, such as `chain`.
  public let orderWithin: [String]
  /// The entries that are there without a line.
  public let builtIns: [BuiltIn]
  /// The properties by name.
  public let properties: [String: Property]

  /// Whether the catalogue knows the menu.
  public var isModelled: Bool { kind != .unmodelled }

  init(
    path: String, kind: Kind, key: [String] = [], orderWithin: [String] = [],
    builtIns: [BuiltIn] = [], properties: [String: Property] = [:]
  ) {
    self.path = path
    self.kind = kind
    self.key = key
    self.orderWithin = orderWithin
    self.builtIns = builtIns
    self.properties = properties
  }

  /// A menu of which only the path is known.
  static func unmodelled(_ path: String) -> Menu { Menu(path: path, kind: .unmodelled) }

  /// Whether the value of `property` must never be shown.
  ///
  /// Beyond what the catalogue lists, a property that sounds like a secret is one in every menu, so
  /// that a menu nobody has modelled yet does not print its passwords.
  public func isSecret(_ property: String) -> Bool {
    properties[property]?.isSecret ?? soundsSecret(property)
  }

  /// Whether `argument` gives a property a secret value, or searches for one as `[ find password=… ]`.
  public func isSecret(_ argument: Argument) -> Bool {
    switch argument.kind {
    case .pair: argument.name.map(isSecret) ?? false
    case .positional: searchesForSecret(argument.valueBytes)
    case .unset: false
    }
  }

  /// Whether an expression compares a property that holds a secret.
  func searchesForSecret(_ expression: [UInt8]) -> Bool {
    let isOfName = { (byte: UInt8) in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || 0x61...0x7A ~= byte
        || 0x30...0x39 ~= byte
    }
    let parts = expression.split(omittingEmptySubsequences: false) { byte in
      [UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "!")].contains(byte)
    }
    return parts.dropLast().contains { part in
      let words = part.reversed().drop { $0 == UInt8(ascii: " ") }.prefix(while: isOfName)
      return isSecret(String(decoding: words.reversed(), as: UTF8.self))
    }
  }

  /// The type of `property`; text where the catalogue does not know it.
  public func type(of property: String) -> ValueType { properties[property]?.type ?? .text }
}

/// One property of a menu.
public struct Property: Sendable {
  /// The name in full, for example `remote.as`.
  public let name: String
  /// How its values are compared.
  public let type: ValueType
  /// Whether its value must never be shown.
  public let isSecret: Bool
  /// What it is when no line says so, for each range of releases, oldest first.
  let defaults: [VersionedDefault]

  /// What the property is when an export of `version` leaves it out.
  ///
  /// Without a version the newest release is meant.
  func fallback(in version: RouterOSVersion?) -> Default {
    let known = defaults.last { candidate in
      guard let since = candidate.since else { return true }
      return version.map { $0 >= since } ?? true
    }
    return known?.value ?? .undocumented
  }
}

/// What a property is when nobody wrote it.
enum Default: Sendable, Equatable {
  /// It has this value.
  case value(String)
  /// It has none.
  case none
  /// Nobody documents it, so it is not known.
  case undocumented
}

/// A default and the first release it holds for; nil for all before.
struct VersionedDefault: Sendable {
  let since: RouterOSVersion?
  let value: Default
}
