/// The BGP sessions of one router, found by what they dial.
struct Sessions {
  /// A session, with what its pairing asks of it.
  struct Session {
    let end: SessionEnd
    let id: Row.ID
    /// The address it speaks from, if need be by a guess.
    let likelySource: IPAddress?
  }

  let all: [Session]
  private var byDialled = PrefixTable<[Int]>()
  /// Why it is not known what some session dials; nil when all are.
  let doubt: Cause?

  init(_ ends: [SessionEnd], of device: Int, _ owners: AddressOwners) {
    all = ends.map { end in
      let guess = end.remote.flatMap { owners.source(of: device, toward: $0) }
      return Session(
        end: end, id: Row.ID(device: device, view: .bgpSessions, index: end.index),
        likelySource: end.writtenSource ?? guess)
    }
    doubt = ends.lazy.filter(\.isOn).compactMap(\.doubt).first
    for (place, end) in ends.enumerated() {
      guard let dialled = end.dialled else { continue }
      byDialled.update(dialled, from: []) { $0.append(place) }
    }
  }

  /// The sessions that dial one of these addresses, or wait for a network that holds one, in order.
  func dialling(anyOf addresses: [InterfaceAddress]) -> [Int] {
    let networks = Set(addresses.flatMap { byDialled.prefixes(holding: $0.address) })
    return networks.flatMap { byDialled[$0] ?? [] }.sorted()
  }
}
