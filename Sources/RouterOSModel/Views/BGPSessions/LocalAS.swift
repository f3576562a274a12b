/// The AS that a router shows to a BGP neighbour.
extension Configuration {
  /// The AS of a session of RouterOS 7: that of the connection or its instance, else of its templates.
  func localAS(of connection: Entry, _ instance: Entry?, _ templates: NamedEntries) -> Cell {
    let remote = Cell("remote.as", of: connection)
    let isInternal = connection.value("local.role").text?.hasPrefix("ibgp") ?? false
    for name in ["as", "instance", "templates"] {
      let cell = Cell(name, of: connection)
      if let cause = cell.writtenDoubt { return Cell(.unknown(cause), .asNumber) }
    }
    let called = connection.value("instance").text ?? ""
    let outer = instance.map { shownAS(of: $0, toward: remote).given(by: "instance '\(called)'") }
    let near = [Cell("as", of: connection), outer]
    let names = Cell("templates", of: connection).texts
    let far = names.map { name in
      templates[name].map { Cell("as", of: $0).given(by: "template '\(name)'") } ?? missingAS(name)
    }
    let named = connection.value("instance").text ?? names.first
    let cell =
      agreed(near.compactMap { $0 }) ?? agreed(far) ?? named.map(missingAS)
      ?? Cell(.unknown(.noAS), .asNumber)
    return cell.shown(toward: remote, isInternal: isInternal)
  }

  /// The AS of an instance of RouterOS 6. Members of its confederation see the AS of the instance, all
  /// others that of the confederation (RFC 5065).
  func shownAS(of instance: Entry, toward remote: Cell) -> Cell {
    let own = Cell("as", of: instance)
    let confederation = Cell("confederation", of: instance)
    guard let outer = confederation.text, outer != "0" else { return own }
    guard let far = remote.text else { return Cell(.unknown(.confederation(outer)), .asNumber) }
    let members = Cell("confederation-peers", of: instance).texts + own.texts
    let isMember = members.contains { ASNumber($0)?.description == far }
    return isMember ? own : confederation
  }

  func missingAS(_ name: String) -> Cell {
    Cell(
      .unknown(
        Cause(
          "no AS is written for BGP instance or template '\(name)'",
          remedy: "export /routing bgp whole")), .asNumber)
  }

  /// What cells of equal rank say together: which of them goes first is not documented. Nil when none
  /// has a value.
  private func agreed(_ cells: [Cell]) -> Cell? {
    if let unknown = cells.first(where: { $0.writtenDoubt != nil }) { return unknown }
    let known = cells.filter { $0.text != nil }
    guard Set(known.map(\.text)).count < 2 else {
      let texts = Set(known.compactMap(\.text)).sorted().joined(separator: ", ")
      let cause = Cause(
        "several AS are written for the session: \(texts)", remedy: "write one of them only")
      return Cell(.unknown(cause), .asNumber, at: known.first?.evidence)
    }
    return known.first
  }
}

extension Cell {
  /// What a neighbour sees of `as=64500/65001`, AS 65001 within confederation 64500.
  fileprivate func shown(toward remote: Cell, isInternal: Bool) -> Cell {
    guard let text, let slash = text.firstIndex(of: "/") else { return self }
    let outer = String(text[..<slash])
    let inner = String(text[text.index(after: slash)...])
    let far = remote.text ?? ""
    if isInternal || far == inner || far.hasPrefix("\(outer)/") {
      var cell = Cell(.known([inner, text]), type, at: evidence)
      cell.giver = giver
      return cell
    }
    return Cell(.unknown(.confederation(outer)), type, at: evidence)
  }
}

extension Cause {
  fileprivate static let noAS = Cause(
    "the connection has no AS of its own, and names no template or instance that has one",
    remedy: "write its as, or the template it is to take it from")

  fileprivate static func confederation(_ outer: String) -> Cause {
    Cause(
      "nothing tells whether the neighbour is in confederation \(outer)",
      remedy: "compare the AS numbers of the two routers by hand")
  }
}
