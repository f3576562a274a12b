import Policy
import RouterOSModel
import RouterOSSyntax

/// Conditions on the release of a router: `7` is all of RouterOS 7, `7.10` that release.
enum Releases {
  static func meets(_ condition: Condition, _ version: RouterOSVersion?) -> Truth {
    guard let version else { return .unknown(unknown) }
    return Truth(holds(condition, version))
  }

  private static func holds(_ condition: Condition, _ version: RouterOSVersion) -> Bool {
    switch condition {
    case .all(let inner): inner.allSatisfy { holds($0, version) }
    case .atLeast(let operand): release(operand).map { version >= $0 } ?? false
    case .atMost(let operand): release(operand).map { version <= $0 } ?? false
    case .equals(let operands): operands.contains { equals($0, version) }
    case .not(let inner): !holds(inner, version)
    case .present(let wanted): wanted
    case .addresses, .list, .matches: false
    }
  }

  private static func equals(_ operand: Operand, _ version: RouterOSVersion) -> Bool {
    guard case .literal(let word) = operand else { return false }
    return Int(word.text).map { $0 == version.major } ?? (release(operand) == version)
  }

  /// The release that an operand names, the first of a major version; nil when it names none.
  static func release(_ operand: Operand) -> RouterOSVersion? {
    guard case .literal(let word) = operand else { return nil }
    return Int(word.text).map { RouterOSVersion($0, 0) } ?? RouterOSVersion(word.text)
  }

  private static let unknown = Cause(
    "this export does not say its release", remedy: "keep the header of the export")
}
