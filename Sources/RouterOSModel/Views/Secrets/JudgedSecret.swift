/// What a secret is worth, as cells; none of them says what it is.
struct JudgedSecret {
  let common: Cell
  let entropy: Cell
  let kindsOfCharacter: Cell
  let length: Cell
  let repeats: Cell
  private let secret: FoundSecret

  /// The worth of a secret beside what its entry calls things.
  init(_ secret: FoundSecret, _ names: [(property: String, text: String)]) {
    self.secret = secret
    switch secret.content {
    case .clear(let value):
      let text = names.map(\.text)
      common = Cell(isCommonPassword(value))
      entropy = Self.number(Guessing(value, knowing: text).bits)
      kindsOfCharacter = Self.number(kindsOfCharacters(in: value))
      length = Self.number(String(decoding: value, as: UTF8.self).count)
      repeats = Cell(.known(Self.properties(names, repeatedBy: value)), .set)
    case .empty:
      (common, entropy, kindsOfCharacter) = (.none, .none, .none)
      (length, repeats) = (.none, .none)
    case .unknown(let cause):
      common = Cell(.unknown(cause), .boolean)
      (entropy, kindsOfCharacter) = (Self.unknown(cause), Self.unknown(cause))
      (length, repeats) = (Self.unknown(cause), Cell(.unknown(cause), .set))
    }
  }

  /// Which others it is shared by.
  func reused(by others: [String]) -> Cell {
    switch secret.content {
    case .clear: Cell(.known(others), .list, at: secret.place.span)
    case .empty: .none
    case .unknown(let cause): Cell(.unknown(cause), .list)
    }
  }

  private static func number(_ number: Int) -> Cell { Cell(.known([String(number)]), .integer) }

  private static func unknown(_ cause: Cause) -> Cell { Cell(.unknown(cause), .integer) }

  /// The properties whose text the secret is, forwards or backwards, in any case of letters.
  private static func properties(
    _ names: [(property: String, text: String)], repeatedBy value: [UInt8]
  ) -> [String] {
    let secret = String(decoding: value, as: UTF8.self).lowercased()
    let backwards = String(secret.reversed())
    let properties = names.filter { name in
      // Before the `@` of a login is the name, behind it the realm.
      let whole = name.text.lowercased()
      return [whole, String(whole.prefix { $0 != "@" })].contains { text in
        !text.isEmpty && (text == secret || text == backwards)
      }
    }
    return Set(properties.map(\.property)).sorted()
  }
}

/// How many of these a text has: small letters, capitals, digits, anything else.
private func kindsOfCharacters(in text: [UInt8]) -> Int {
  Set(
    text.map { byte in
      switch byte {
      case 0x30...0x39: 0
      case 0x41...0x5A: 1
      case 0x61...0x7A: 2
      default: 3
      }
    }
  ).count
}
