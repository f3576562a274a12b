/// The sessions of one router that dial another, those that likely belong to an address found at once.
struct DialGroup {
  /// What a session likely has at both ends.
  private struct Ends: Hashable {
    let source: IPAddress?
    let dialled: IPPrefix
  }

  /// So many that only may answer are looked at: more are ambiguous anyway.
  private static let greatestNumberOfRest = 64

  private var likely: [Ends: [Int]] = [:]
  private var rest: [Int]

  init(_ places: [Int], _ sessions: [Sessions.Session]) {
    for place in places {
      let session = sessions[place]
      guard let dialled = session.end.dialled else { continue }
      likely[Ends(source: session.likelySource, dialled: dialled), default: []].append(place)
    }
    rest = Array(places.prefix(Self.greatestNumberOfRest))
  }

  /// Those that dial `source` and speak from `address`, then all others, as far as they must be known.
  func places(likelyFrom source: IPAddress?, to address: IPAddress) -> [Int] {
    let first =
      source.flatMap { source in
        likely[Ends(source: address, dialled: IPPrefix(source, length: source.family.width))]
      } ?? []
    let certain = first.prefix(Self.greatestNumberOfRest)
    return certain + rest.filter { !certain.contains($0) }
  }
}
