/// Sessions that dial an address of a shared network which is on no router.
///
/// If one router dials another that dials back beside it, and each side expects the AS of the other, then
/// one of the two addresses is wrong, and the sessions still belong together.
struct StraySessions {
  private let sessions: [Sessions]
  private let owners: AddressOwners
  /// By router, and by the networks that it shares with what its sessions dial.
  private var tables: [Int: PrefixTable<StrayList>] = [:]

  init(_ sessions: [Sessions], _ owners: AddressOwners) {
    self.sessions = sessions
    self.owners = owners
  }

  /// The one stray session, among those that are wanted, that belongs to `session`.
  mutating func answer(
    to session: Sessions.Session, where isWanted: (Row.ID) -> Bool
  ) -> Sessions.Session? {
    guard let remote = session.end.remote else { return nil }
    let holders = owners.owners(of: remote, but: session.id.device)
    guard holders.count == 1 else { return nil }
    let holder = holders[0]
    var table = tables.removeValue(forKey: holder) ?? strays(of: holder)
    var candidates: Set<Int> = []
    for network in table.prefixes(holding: remote) {
      table.update(network, from: StrayList()) { list in
        candidates.formUnion(list.firstTwo { isWanted(sessions[holder].all[$0].id) })
      }
    }
    tables[holder] = table
    guard candidates.count == 1, let far = candidates.first.map({ sessions[holder].all[$0] }),
      session.end.expects(far.end), far.end.expects(session.end)
    else { return nil }
    return far
  }

  private func strays(of device: Int) -> PrefixTable<StrayList> {
    var table = PrefixTable<StrayList>()
    for address in owners.addresses[device] {
      table.update(address.prefix, from: StrayList()) { _ in }
    }
    for (place, session) in sessions[device].all.enumerated() {
      guard let dialled = session.end.remote, !owners.isOwned(dialled, but: device) else {
        continue
      }
      for network in table.prefixes(holding: dialled) {
        table.update(network, from: StrayList()) { $0.places.append(place) }
      }
    }
    return table
  }
}

/// Places of sessions, of which some may have found their far end meanwhile.
private struct StrayList {
  var places: [Int] = []

  /// Two that are still wanted, or fewer if there are no more; drops on the way those that are not, so
  /// that none is looked at in vain twice.
  mutating func firstTwo(where isWanted: (Int) -> Bool) -> [Int] {
    var wanted: [Int] = []
    while wanted.count < 2, let place = places.popLast() {
      if isWanted(place) { wanted.append(place) }
    }
    places += wanted.reversed()
    return wanted
  }
}
