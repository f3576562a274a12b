import RouterOSSyntax
public import SourceText

/// Something that can be read and that RouterOS of the release in question does not take, so that the
/// router would refuse its line.
public struct MeaningProblem: Sendable {
  /// What is wrong; worded in one place, by ``message(by:)``.
  enum Kind: Sendable {
    /// A value that its property cannot have.
    case invalidValue(InvalidValue)
    /// A menu that only other releases have, and the menu that holds the same things there.
    case menuOfOtherRelease(ReleaseRange, instead: String?)
    /// A property that only other releases have, and what this release calls it.
    case propertyOfOtherRelease(ReleaseRange, instead: Counterpart?)
    /// A menu that no known release has, and the one that is most like it.
    case unknownMenu(near: String?)
    /// A property that no known release has in this menu, and the one that is most like it.
    case unknownProperty(near: String?)
  }

  /// What stands in a property that cannot have it.
  struct InvalidValue: Sendable {
    /// The value, or of several the first that is wrong.
    let text: String
    /// Why it is none.
    let misfit: Misfit
    /// Of the words it takes, the one that is most like a word that is none of them.
    let near: String?
    /// The type of the property.
    let type: ValueType
    /// The least and the greatest value, as the type counts; nil when nobody tells.
    let bounds: ClosedRange<Int>?
    /// The words it takes, sorted.
    let words: [String]
  }

  /// A property of the same meaning.
  struct Counterpart: Sendable {
    /// What it is called.
    let name: String
    /// The menu it is in.
    let menu: String
  }

  /// What is wrong.
  let kind: Kind
  /// The menu of the statement, in slash form.
  public let menu: String
  /// The property in full; nil when the menu is what is wrong.
  public let property: String?
  /// The number of the statement in its script.
  let statement: Int
  /// The release the export is of; nil when it does not say.
  let version: RouterOSVersion?
  /// The value, the name of the property, or the menu.
  public let span: Span

  /// Whether a value is wrong, and not a name.
  public var isInvalidValue: Bool {
    if case .invalidValue = kind { true } else { false }
  }
}
