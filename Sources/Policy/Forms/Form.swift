/// What may stand at one place of a file. One definition: the loader refuses by it what it does not know,
/// and the schema that editors use is made from it.
public indirect enum Form: Sendable {
  /// A form that others refer to by name, since it holds itself or stands in several places.
  public enum Name: String, CaseIterable, Sendable {
    case condition
    case conditions
    case expectation
    case selection
    case values
  }

  /// What one of these allows.
  case anyOf([Form])
  /// One of these words.
  case choice([String])
  /// A day such as `2027-01-31`.
  case date
  /// Values in order, at least so many.
  case list(Form, least: Int)
  /// A mapping of these keys; with `others`, of any others too.
  case mapping([Field], others: Form?)
  /// What that name stands for; see ``Form/definition(of:)``.
  case named(Name)
  /// Text.
  case text
  /// The name of a view.
  case view
}

/// A key of a mapping.
public struct Field: Sendable {
  /// The key.
  public let name: String
  /// What may stand behind it.
  public let form: Form
  /// Whether it must be there.
  public let isRequired: Bool
  /// What it is, in a few words.
  public let about: String

  init(_ name: String, _ form: Form, isRequired: Bool = false, _ about: String) {
    self.name = name
    self.form = form
    self.isRequired = isRequired
    self.about = about
  }
}

extension Form {
  /// The keys of a mapping; none for anything else.
  public var fields: [Field] {
    if case .mapping(let fields, _) = self { fields } else { [] }
  }

  /// One value, or several in a list.
  static func oneOrMore(_ form: Form) -> Form { .anyOf([form, .list(form, least: 0)]) }
}
