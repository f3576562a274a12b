import Diagnostics
import RouterOSModel
import RouterOSSyntax

/// The statements of a script.
extension Plan {
  /// Writes and runs the statement for one step.
  mutating func perform(_ operation: Operation) throws(SourceError) {
    switch operation.kind {
    case .add: try add(operation)
    case .move: try move(operation)
    case .remove: try remove(operation)
    case .rename, .set: try set(operation)
    }
  }

  private mutating func add(_ operation: Operation) throws(SourceError) {
    let change = operation.change
    guard let entry = change.new else { return }
    var words = [typedMenu(change.menu), "add"]
    for property in entry.writtenProperties {
      // A secret behind a mask is not known, and left for somebody to fill in, too.
      if let word = word(for: property, of: entry) { words.append(word) }
    }
    if entry.menu.kind == .orderedList {
      switch anchor(of: change) {
      case nil: throw refusal("what this stands before is not there", operation)
      case .end?: break
      case .row(let row)?:
        words.append("place-before=\(try selector(of: row, operation))")
      }
    }
    let number = try emit(words.joined(separator: " "), for: operation, row: nil)
    if let place = change.newPlace, rows[change.menu] != nil {
      rows[change.menu]?[place] = number
    }
    settle(change)
  }

  private mutating func move(_ operation: Operation) throws(SourceError) {
    let change = operation.change
    guard let row = change.oldPlace else { return }
    var words = [typedMenu(change.menu), "move", try selector(of: row, operation)]
    switch anchor(of: change) {
    case nil: throw refusal("what this stands before is not there", operation)
    case .end?: break
    case .row(let anchor)?: words.append("destination=\(try selector(of: anchor, operation))")
    }
    _ = try emit(words.joined(separator: " "), for: operation, row: row)
    settle(change)
  }

  private mutating func remove(_ operation: Operation) throws(SourceError) {
    guard let row = operation.change.oldPlace else { return }
    let words = [typedMenu(operation.change.menu), "remove", try selector(of: row, operation)]
    _ = try emit(words.joined(separator: " "), for: operation, row: row)
  }

  private mutating func set(_ operation: Operation) throws(SourceError) {
    let change = operation.change
    guard let entry = change.new ?? change.old else { return }
    var words = [typedMenu(change.menu), "set"]
    var row = change.oldPlace
    if entry.menu.kind != .settings {
      if let row {
        words.append(try selector(of: row, operation))
      } else {
        guard let selector = entry.selector else {
          throw refusal("no search means this entry alone", operation)
        }
        words.append(address(selector))
      }
    } else {
      row = 0
    }
    let count = words.count
    for property in change.properties where property.isComparable {
      words.append(try word(for: property, change, operation))
    }
    if words.count > count { _ = try emit(words.joined(separator: " "), for: operation, row: row) }
  }

  /// `[find default-name=ether1]`.
  private func address(_ selector: String) -> String {
    guard let equals = selector.firstIndex(of: "=") else { return spelled(selector) }
    let value = spelled(String(selector[equals...].dropFirst()))
    return "[find \(selector[...equals])\(value)]"
  }

  /// What gives a changed property its new value.
  private func word(
    for property: PropertyChange, _ change: Change, _ operation: Operation
  ) throws(SourceError) -> String {
    if let entry = change.new, let word = word(for: property.name, of: entry) { return word }
    guard let menu = (change.new ?? change.old)?.menu else { return "" }
    if property.name == "name", let name = change.old?.selector?.split(separator: "=").last {
      return "name=\(spelled(String(name)))"
    }
    if let text = menu.spellingOfDefault(of: property.name, in: new.version) {
      let isSame = menu.type(of: property.name).canonical(text) == property.new?.text
      if change.new == nil || isSame { return "\(property.name)=\(spelled(text))" }
    }
    if let text = property.new?.text {
      guard !secrets.hide(text) else { throw refusal("a script would show a secret", operation) }
      return "\(property.name)=\(spelled(text))"
    }
    if menu.properties[property.name]?.isUnsettable ?? !menu.isModelled {
      return "!\(property.name)"
    }
    throw refusal("nobody documents what '\(property.name)' is when no line says it", operation)
  }

  /// A property as a line of the new export gives it; nil when none does.
  private func word(for property: String, of entry: Entry) -> String? {
    guard entry.writtenProperties.contains(property) else { return nil }
    if entry.menu.isSecret(property) || secrets.hide(entry.comparedValue(property).text ?? "") {
      return "\(property)=\(secrets.placeholder(of: property, in: entry))"
    }
    guard let argument = entry.argument(of: property) else {
      return entry.statedValue(property).text.map { "\(property)=\(spelled($0))" }
    }
    switch argument.kind {
    case .unset: return "!\(property)"
    case .positional: return "\(property)=yes"
    case .pair: return "\(property)=\(argument.isCode ? argument.value : spelled(argument.value))"
    }
  }
}

/// A menu as people type it.
private func typedMenu(_ path: String) -> String {
  "/" + path.split(separator: "/").joined(separator: " ")
}
