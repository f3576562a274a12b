/// Names by their numbers, for readers that meet the same few names a million times: they look up once
/// what a name means and go by its number from then on.
extension Script {
  /// How many different names the script has; their numbers count from zero.
  public var nameCount: Int { names.count }

  /// Whether any of these is among the names of menus, verbs and properties. Linear in the names.
  public func holdsName(among words: Set<String>) -> Bool { names.contains(where: words.contains) }
}

extension Statement {
  /// The number of the menu among the names of the script.
  public var menuNumber: Int { Int(record.menu) }

  /// Whether the command is `add`.
  public var isAddition: Bool { record.verb == CommandWords.add }

  /// Whether all arguments are properties whose values stand in the line as they are: no bare words, no
  /// code, and no strings with a dollar sign. Nearly all lines of an export are such.
  public var isPlain: Bool {
    script.argumentRecords[argumentRange].allSatisfy { argument in
      if argument.kind == .positional { return false }
      switch argument.form {
      case .plain, .escaped: return true
      case .code: return false
      case .quoted:
        return !script.text[argument.valueStart(in: script.text)..<Int(argument.end)].contains(
          .dollar)
      }
    }
  }

  /// The last argument that gives the property `name`; with `orWord` also a bare word that says just
  /// that. Linear in the number of arguments, and nothing is decoded for those of other names.
  public func lastArgument(named name: String, orWord: Bool = false) -> Argument? {
    let script = script
    for index in argumentRange.reversed() {
      let record = script.argumentRecords[index]
      if record.kind == .positional {
        guard orWord else { continue }
        let argument = Argument(script: script, index: index)
        if argument.value == name { return argument }
      } else if script.names[Int(record.name)] == name {
        return Argument(script: script, index: index)
      }
    }
    return nil
  }
}

extension Argument {
  /// The number of ``name`` among the names of the script; nil when positional.
  public var nameNumber: Int? {
    let record = record
    return record.kind == .positional ? nil : Int(record.name)
  }
}
