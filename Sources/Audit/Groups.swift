import Policy
import RouterOSModel

/// The entries that a rule judges together.
struct Groups {
  /// The groups, by their first entry; one, even if it is empty, when the rule names no columns.
  private(set) var certain: [[Member]] = []
  /// Entries that belong to some group, and nobody can tell to which; their doubt says why.
  private(set) var loose: [Member] = []

  /// Groups by the columns of the rule. Entries without a value in one are a group of their own, but
  /// those without a link face nobody, and so are each alone.
  init(_ members: [Member], of rule: Rule, _ reader: Reader) {
    if rule.per.isEmpty {
      certain = [members]
      return
    }
    var places: [[[String]]: Int] = [:]
    for (number, member) in members.enumerated() {
      var key: [[String]] = []
      var doubt: Cause?
      for column in rule.per {
        switch reader.read(column.text, of: member.row) {
        case .cell(let cell):
          if case .unknown(let cause) = cell.content { doubt = doubt ?? cause }
          let isAlone = column.text == "link" && cell.texts.isEmpty
          key.append(isAlone ? ["", String(number)] : cell.texts.map(cell.type.canonical))
        case .leftOut: key.append([])
        case .unknown(let cause): doubt = doubt ?? cause
        }
      }
      if let doubt {
        loose.append(Member(row: member.row, doubt: member.doubt ?? doubt, place: member.place))
      } else if let place = places[key] {
        certain[place].append(member)
      } else {
        places[key] = certain.count
        certain.append([member])
      }
    }
  }
}
