/// What a search such as `[find where name~"wan" or !disabled]` asks of an entry.
public indirect enum Search: Equatable, Sendable {
  /// A property compares so with a value.
  case compares(String, Relation, String)
  /// A property is `yes`.
  case isOn(String)
  /// The other search does not find it.
  case not(Search)
  /// Both find it.
  case both(Search, Search)
  /// One of the two finds it, or both.
  case either(Search, Search)

  /// How a value may compare with another.
  public enum Relation: String, CaseIterable, Sendable {
    case equal = "="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case greater = ">"
    case matches = "~"
  }
}

extension Entry {
  /// Whether a search finds the entry; nil when nothing that was read tells.
  public func meets(_ search: Search) -> Bool? {
    search.finds(in: menu) { property in
      let value = self.value(property)
      return (property == "name" && !value.isKnown ? factoryName : nil)
        .map { (true, $0) } ?? (value.isKnown, value.text)
    }
  }
}

extension Search {
  /// What is known of a property: whether anything is, and its value in the one spelling of its type; nil for
  /// none.
  public typealias Known = (isKnown: Bool, text: String?)

  /// Whether it finds an entry of `menu` with these properties; nil when that is not known.
  public func finds(in menu: Menu, _ value: (String) -> Known) -> Bool? {
    switch self {
    case .compares(let property, let relation, let text):
      isRelated(value(property), menu.type(of: property), relation, text)
    case .isOn(let property): isYes(value(property), menu.type(of: property))
    case .not(let search): search.finds(in: menu, value).map { !$0 }
    case .both(let left, let right):
      isBoth(left.finds(in: menu, value), right.finds(in: menu, value))
    case .either(let left, let right):
      isBoth(left.finds(in: menu, value).map { !$0 }, right.finds(in: menu, value).map { !$0 })
        .map { !$0 }
    }
  }
}

private func isBoth(_ left: Bool?, _ right: Bool?) -> Bool? {
  if left == false || right == false { return false }
  return left == nil || right == nil ? nil : true
}

private func isYes(_ value: Search.Known, _ type: ValueType) -> Bool? {
  type == .boolean && value.isKnown ? value.text == "yes" : nil
}

private func isRelated(
  _ value: Search.Known, _ type: ValueType, _ relation: Search.Relation, _ text: String
) -> Bool? {
  guard value.isKnown else { return nil }
  switch relation {
  case .equal: return equals(value.text, type, text)
  case .unequal: return equals(value.text, type, text).map { !$0 }
  case .matches: return matches(value.text ?? "", type, text)
  case .less: return compare(value.text, type, text, by: <)
  case .greater: return compare(value.text, type, text, by: >)
  case .atMost: return compare(value.text, type, text, by: <=)
  case .atLeast: return compare(value.text, type, text, by: >=)
  }
}

/// How RouterOS reads another spelling within a search is not documented.
private func equals(_ value: String?, _ type: ValueType, _ text: String) -> Bool? {
  let wanted = type.canonical(text)
  return wanted == text || type == .boolean ? value == wanted : nil
}

private func compare(
  _ value: String?, _ type: ValueType, _ text: String, by isInOrder: (Int, Int) -> Bool
) -> Bool? {
  guard type == .integer || type == .duration, let value, let left = type.order(of: value),
    let right = type.order(of: text)
  else { return nil }
  return isInOrder(left, right)
}

/// Whether a value that routers print as it is written matches a regular expression; nil for those with more
/// in them than text.
private func matches(_ value: String, _ type: ValueType, _ pattern: String) -> Bool? {
  guard type.isComparedAsWritten else { return nil }
  var text = pattern.utf8[...]
  let isAtStart = text.first == UInt8(ascii: "^")
  if isAtStart { text = text.dropFirst() }
  let isAtEnd = text.last == UInt8(ascii: "$")
  if isAtEnd { text = text.dropLast() }
  guard text.allSatisfy(\.isPlainInPattern) else { return nil }
  let value = Array(value.utf8)
  if isAtStart, isAtEnd { return value.elementsEqual(text) }
  if isAtStart { return value.starts(with: text) }
  if isAtEnd { return value.reversed().starts(with: text.reversed()) }
  return text.isEmpty || !value.ranges(of: Array(text)).isEmpty
}

extension UInt8 {
  /// Whether it stands for itself in a regular expression.
  fileprivate var isPlainInPattern: Bool { !"\\.[]{}()*+?|^$".utf8.contains(self) }
}
