import SourceText

/// A BGP session of a router, as far as the other end must know it.
struct SessionEnd: Sendable {
  /// Its place among the rows of the view.
  let index: Int
  let title: String
  let place: Span
  let isOn: Bool
  /// The network it dials or waits for; nil when it names none.
  let dialled: IPPrefix?
  /// The address that a line has it speak from; nil when no line does, or nobody knows.
  let writtenSource: IPAddress?
  /// The routing table it speaks in; nil when nobody knows.
  let table: String?
  /// The AS that it shows, in all its spellings.
  let localAS: [String]
  /// The AS that it expects: none for any, nil when that is not known.
  let remoteAS: [String]?
  /// What it dials, and its routing table, as they may be shown.
  let texts: (remote: String, table: String)
  /// Why it is not known what it dials, although a line says; else nil.
  let doubt: Cause?
  /// Why it dials no one address; nil when it does.
  let doubtOfRemote: Cause?

  init(_ row: Row, _ index: Int, _ shown: (String) -> String) {
    self.index = index
    title = shown(row.title)
    place = row.place
    isOn = row.text("disabled") != "yes"
    let text = row.text("remote-address")
    dialled = text.flatMap { IPPrefix($0) }
    writtenSource = row.text("local-address").flatMap { IPAddress($0) }
    table = row.text("vrf")
    texts = (shown(text ?? ""), shown(table ?? "main"))
    localAS = row.cell("local-as")?.texts ?? []
    let expected = row.cell("remote-as")
    remoteAS = expected?.doubt == nil ? expected?.texts ?? [] : nil
    doubt = row.cell("remote-address")?.writtenDoubt?.shown(shown)
    let isOne = dialled?.isHost ?? false
    doubtOfRemote = isOne ? nil : doubt ?? Self.noAddress(text).shown(shown)
  }

  /// The one address it dials; nil when it waits for a whole network.
  var remote: IPAddress? { doubtOfRemote == nil ? dialled?.network : nil }

  /// Whether no line has it speak from another address.
  func maySpeak(from address: IPAddress) -> Bool { (writtenSource ?? address) == address }

  /// Whether it certainly expects the AS of another, or takes any.
  func expects(_ far: SessionEnd) -> Bool {
    guard let remoteAS else { return false }
    return remoteAS.isEmpty || !Set(remoteAS).isDisjoint(with: far.localAS)
  }

  private static func noAddress(_ text: String?) -> Cause {
    guard let text else {
      return Cause(
        "the session has no remote address", remedy: "give each neighbour a session of its own")
    }
    guard IPPrefix(text) == nil else {
      return Cause(
        "the session waits for a whole network", remedy: "give each neighbour a session of its own")
    }
    return Cause(
      "nothing in an export tells which router holds '\(text)'",
      remedy: "compare the AS numbers of the two routers by hand")
  }
}
