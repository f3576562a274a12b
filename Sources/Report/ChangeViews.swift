import Comparison
public import RouterOSModel
import RouterOSSyntax

/// What may be shown of two exports that are compared, the one before first.
public typealias ConcealedSides = (left: Concealment, right: Concealment)

/// What of the changes between two exports may be shown. What either keeps secret is shown of neither.
struct ChangeViews {
  private let old: Concealment
  private let new: Concealment

  /// What `concealed` may show, which is worked out if nobody did.
  init(_ old: Script, _ new: Script, _ concealed: ConcealedSides? = nil) {
    (self.old, self.new) = concealed ?? Concealment.ofBoth(old, new)
  }

  /// The words that tell which entry is meant.
  func title(of change: Change) -> String {
    let title = (change.new ?? change.old).map(itemName) ?? ""
    if title.isEmpty { return "settings" }
    return (change.new == nil ? old : new).text(title)
  }

  /// The menu of a change.
  func menu(of change: Change) -> String { menu(change.menu) }

  /// A menu of either export.
  func menu(_ path: String) -> String {
    let menu = old.menu(path)
    return menu == path ? new.menu(menu) : menu
  }

  /// A property of a change.
  func view(of property: PropertyChange, in change: Change) -> PropertyView {
    PropertyView(
      name: name(of: property, in: change), property,
      old: property.old.map { side($0, property, change.old, old) },
      new: property.new.map { side($0, property, change.new, new) })
  }

  private func name(of property: PropertyChange, in change: Change) -> String {
    let isHidden = [(change.old, old), (change.new, new)].contains { entry, concealment in
      (entry?.argument(of: property.name)).map(concealment.hidesName) ?? false
    }
    return isHidden ? HiddenSpan.Mask.secret.rawValue : property.name
  }

  private func side(
    _ value: Value, _ property: PropertyChange, _ entry: Entry?, _ concealment: Concealment
  ) -> PropertyView.Side {
    PropertyView.Side(
      origin: value.origin,
      text: value.text.map { concealment.text($0, of: property.name, in: entry) })
  }
}

/// A property that differs, as it may be shown.
struct PropertyView {
  /// Its value before or after.
  struct Side {
    let origin: Origin
    let text: String?

    /// The value for people; what no line says is marked.
    var shown: String {
      switch origin {
      case .hidden: "<hidden>"
      case .unknown: "not written"
      case .unset: "none"
      case .written: spelled
      case .defaulted: "\(spelled) (default)"
      }
    }

    private var spelled: String { text.map { $0.isEmpty ? "\"\"" : $0 } ?? "none" }
  }

  let name: String
  let old: Side?
  let new: Side?
  let isComparable: Bool
  /// Whether both values are there and look the same: they differ in what is not shown.
  let differsInSecret: Bool

  fileprivate init(name: String, _ property: PropertyChange, old: Side?, new: Side?) {
    self.name = name
    self.old = old
    self.new = new
    isComparable = property.isComparable
    differsInSecret =
      property.isComparable && (property.isSecret || old?.text != nil && old?.text == new?.text)
  }
}
