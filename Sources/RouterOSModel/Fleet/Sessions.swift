/// The BGP sessions of one router, found by what they dial.
struct Sessions {
  /// A session, with what its pairing asks of it.
  struct Session {
    let row: Row
    let id: Row.ID
    let isOn: Bool
    /// The network it dials or waits for; nil when it names none.
    let dialled: IPPrefix?
    /// The address it speaks from, as far as its router tells.
    let source: IPAddress?

    /// The one address it dials; nil when it waits for a whole network.
    var remote: IPAddress? {
      dialled.flatMap { $0.length == $0.network.family.width ? $0.network : nil }
    }
  }

  /// Sessions by the address they speak from, those in use apart.
  struct Group {
    private struct Key: Hashable {
      let source: IPAddress?
      let isOn: Bool
    }

    private var places: [Key: [Int]] = [:]

    mutating func add(_ session: Session, at place: Int) {
      places[Key(source: session.source, isOn: session.isOn), default: []].append(place)
    }

    /// Those that speak from `address` or from nobody knows where: up to two, since two are ambiguous.
    func speaking(from address: IPAddress, onlyInUse: Bool) -> [Int] {
      var found: [Int] = []
      for isOn in onlyInUse ? [true] : [true, false] {
        found += (places[Key(source: address, isOn: isOn)] ?? []).prefix(2)
        found += (places[Key(source: nil, isOn: isOn)] ?? []).prefix(2)
      }
      return found
    }
  }

  let all: [Session]
  private var byDialled = PrefixTable<Group>()

  init(_ rows: [Row], _ owners: AddressOwners) {
    all = rows.compactMap { row in
      guard let id = row.id else { return nil }
      let dialled = row.text("remote-address").flatMap { IPPrefix($0) }
      let local = row.text("local-address").flatMap { IPAddress($0) }
      let session = Session(
        row: row, id: id, isOn: row.text("disabled") != "yes", dialled: dialled, source: local)
      guard local == nil, let remote = session.remote else { return session }
      return Session(
        row: row, id: id, isOn: session.isOn, dialled: dialled,
        source: owners.source(of: id.device, toward: remote))
    }
    for (place, session) in all.enumerated() {
      guard let dialled = session.dialled else { continue }
      byDialled.update(dialled, from: Group()) { $0.add(session, at: place) }
    }
  }

  /// The sessions that dial an address, or wait for a network that holds it.
  func dialling(_ address: IPAddress) -> [Group] { byDialled.values(holding: address) }

  /// The sessions that dial any of these addresses.
  func dialling(anyOf addresses: [InterfaceAddress]) -> Group {
    let networks = Set(addresses.flatMap { byDialled.prefixes(holding: $0.address) })
    var group = Group()
    for (place, session) in all.enumerated() {
      if let dialled = session.dialled, networks.contains(dialled) { group.add(session, at: place) }
    }
    return group
  }
}
