/// The BGP sessions of one router, found by what they dial.
struct Sessions {
  /// A session, with what its pairing asks of it.
  struct Session {
    let row: Row
    let id: Row.ID
    let isOn: Bool
    /// The network it dials or waits for; nil when it names none.
    let dialled: IPPrefix?
    /// The address that a line has it speak from; nil when no line does, or nobody knows.
    let writtenSource: IPAddress?
    /// The address it speaks from, if need be by a guess.
    let likelySource: IPAddress?
    /// The routing table it speaks in; nil when nobody knows.
    let table: String?

    /// The one address it dials; nil when it waits for a whole network.
    var remote: IPAddress? {
      dialled.flatMap { $0.length == $0.network.family.width ? $0.network : nil }
    }

    /// Whether no line has it speak from another address.
    func maySpeak(from address: IPAddress) -> Bool { (writtenSource ?? address) == address }
  }

  let all: [Session]
  private var byDialled = PrefixTable<[Int]>()
  /// Why it is not known what some session dials; nil when all are.
  let doubt: Cause?

  init(_ rows: [Row], _ owners: AddressOwners) {
    all = rows.compactMap { Self.session($0, owners) }
    doubt = all.lazy.filter(\.isOn).compactMap { $0.row.cell("remote-address")?.writtenDoubt }.first
    for (place, session) in all.enumerated() {
      guard let dialled = session.dialled else { continue }
      byDialled.update(dialled, from: []) { $0.append(place) }
    }
  }

  private static func session(_ row: Row, _ owners: AddressOwners) -> Session? {
    guard let id = row.id else { return nil }
    let dialled = row.text("remote-address").flatMap { IPPrefix($0) }
    let local = row.text("local-address").flatMap { IPAddress($0) }
    let remote = dialled.flatMap { $0.length == $0.network.family.width ? $0.network : nil }
    return Session(
      row: row, id: id, isOn: row.text("disabled") != "yes", dialled: dialled, writtenSource: local,
      likelySource: local ?? remote.flatMap { owners.source(of: id.device, toward: $0) },
      table: row.text("vrf"))
  }

  /// The sessions that dial one of these addresses, or wait for a network that holds one, in order.
  func dialling(anyOf addresses: [InterfaceAddress]) -> [Int] {
    let networks = Set(addresses.flatMap { byDialled.prefixes(holding: $0.address) })
    return networks.flatMap { byDialled[$0] ?? [] }.sorted()
  }
}
