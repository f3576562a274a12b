import Policy
import RouterOSModel

/// `contains`: the list has any of these. `only`: it has values, and none but these.
extension Reader {
  func relate(
    _ cell: Cell, _ relation: Condition.ListRelation, _ operands: [Operand], _ outer: Row
  ) -> Truth? {
    guard let wanted = values(of: operands, cell, outer) else { return nil }
    let values = Set(wanted.texts.map { elementOfList($0, cell.type) })
    if case .unknown(let cause) = cell.content {
      let hits = cell.certain.map { values.contains(elementOfList($0, cell.type)) }
      switch relation {
      case .contains: return hits.contains(true) ? .yes : .unknown(cause)
      case .only: return hits.contains(false) && wanted.doubt == nil ? .no : .unknown(cause)
      }
    }
    let elements = cell.texts.map { elementOfList($0, cell.type) }
    let doubt = wanted.doubt.map(Truth.unknown) ?? .no
    if elements.isEmpty { return .no }
    switch relation {
    case .contains: return Truth(elements.contains(where: values.contains)).or(doubt)
    case .only: return Truth(elements.allSatisfy(values.contains)).or(doubt)
    }
  }

  /// One spelling of an element, whatever the list holds: of addresses that of a network.
  private func elementOfList(_ text: String, _ type: ValueType) -> String {
    IPPrefix(text)?.description ?? type.canonical(text)
  }
}
