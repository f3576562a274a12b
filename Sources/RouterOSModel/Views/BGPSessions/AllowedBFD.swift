import RouterOSSyntax

/// Which neighbours a router speaks BFD with (MikroTik's manual, "BFD").
///
/// From RouterOS 7.10 the first line of `/routing bfd configuration` that fits decides, and what none fits
/// is refused; before that RouterOS 7 has no BFD, and RouterOS 6 speaks it on the interfaces that
/// `/routing bfd interface` names, which are all unless a line says otherwise.
struct AllowedBFD {
  private let isOld: Bool
  private let isMissing: Bool
  private var entries: [Entry] = []
  /// The interfaces on which RouterOS 6 speaks it.
  private var oldInterfaces: Set<String> = []
  /// The first line for each interface or list of interfaces.
  private var byInterface: [String: Int] = [:]
  /// The first line for a list that each interface is in.
  private var byMember: [String: Int] = [:]
  private var firstByInterface: Int?
  private var byAddress = PrefixTable<Int>()
  /// The first line with several matchers, or with matchers that are not known.
  private var firstOther: Int?
  /// Why lines, or members of lists, may be missing; nil when none is.
  private let gap: Cause?
  /// The first line that fits everything.
  private var forAll: Int?
  /// The lists whose members are not simply those that lines name.
  private let compositeLists: Set<String>

  init(_ configuration: Configuration) {
    let menu = "/routing/bfd/configuration"
    isOld = configuration.version.map { $0.major < 7 } ?? false
    isMissing = !Catalogue.shipped.menu(menu).releases.contains(configuration.version)
    let composite = configuration.entries("/interface/list").filter { list in
      ["include", "exclude"].contains { list.value($0).text.map { !$0.isEmpty } ?? false }
    }
    compositeLists = Set(composite.compactMap { $0.value("name").text } + ["dynamic", "static"])
    gap = configuration.incompleteness(
      of: isOld
        ? ["/routing/bfd/interface"] : [menu, "/interface/list", "/interface/list/member"])
    if isOld {
      let lines = configuration.entries("/routing/bfd/interface")
      oldInterfaces = Set(
        lines.filter { $0.value("disabled").text != "yes" }
          .flatMap { Cell("interface", of: $0).texts })
      return
    }
    entries = configuration.entries(menu).filter { $0.value("disabled").text != "yes" }
    for place in entries.indices { index(place) }
    firstByInterface = byInterface.values.min()
    for member in configuration.entries("/interface/list/member")
    where member.value("disabled").text != "yes" {
      guard let interface = member.value("interface").text,
        let place = member.value("list").text.flatMap({ byInterface[$0] })
      else { continue }
      byMember[interface] = min(byMember[interface] ?? place, place)
    }
  }

  private mutating func index(_ place: Int) {
    let entry = entries[place]
    let written = Set(entry.writtenProperties).intersection(Self.matchers)
    if written.isEmpty {
      forAll = forAll ?? place
    } else if written == ["interfaces"], isPlain(entry) {
      for name in Cell("interfaces", of: entry).texts {
        if name == "all" { forAll = min(forAll ?? place, place) }
        byInterface[name] = min(byInterface[name] ?? place, place)
      }
    } else if written == ["addresses"], let prefixes = Self.prefixes(of: entry) {
      for prefix in prefixes { byAddress.update(prefix, from: place) { $0 = min($0, place) } }
    } else {
      firstOther = firstOther ?? place
    }
  }

  private func isPlain(_ entry: Entry) -> Bool {
    let cell = Cell("interfaces", of: entry)
    return cell.doubt == nil && compositeLists.isDisjoint(with: cell.texts)
  }

  private static let matchers: Set<String> = ["address-list", "addresses", "interfaces", "vrf"]

  private static func prefixes(of entry: Entry) -> [IPPrefix]? {
    let texts = Cell("addresses", of: entry).texts
    let prefixes = texts.compactMap { IPPrefix($0) }
    return texts.isEmpty || prefixes.count < texts.count ? nil : prefixes
  }

  /// Whether BFD with a neighbour is allowed; `link` is what is known of the way to it.
  func cell(_ neighbour: IPAddress?, _ link: NeighbourNetworks.Answer?) -> Cell {
    if isOld { return oldCell(link) }
    if isMissing { return Cell(.known(["no"]), .boolean, isDefault: true) }
    if let gap { return Cell(.unknown(gap), .boolean) }
    guard let neighbour else { return Cell(.unknown(.noNeighbour), .boolean) }
    let byLink = link?.interface.map { [byInterface[$0], byMember[$0]] } ?? []
    let places = byAddress.values(holding: neighbour) + (byLink + [forAll]).compactMap { $0 }
    let first = places.min()
    if let doubt = doubt(before: first ?? entries.count, link) {
      return Cell(.unknown(doubt), .boolean)
    }
    guard let first else { return Cell(false) }
    let forbids = Cell("forbid-bfd", of: entries[first])
    if let cause = forbids.writtenDoubt { return Cell(.unknown(cause), .boolean) }
    let place = forbids.evidence ?? entries[first].place
    return Cell(forbids.text != "yes", at: place)
      .given(by: "the first line of /routing bfd configuration that fits")
  }

  private func oldCell(_ link: NeighbourNetworks.Answer?) -> Cell {
    if let gap { return Cell(.unknown(gap), .boolean) }
    if oldInterfaces.contains("all") { return Cell(.known(["yes"]), .boolean, isDefault: true) }
    if oldInterfaces.isEmpty { return Cell(false) }
    guard let interface = link?.interface else { return Cell(.unknown(.noInterface), .boolean) }
    return Cell(oldInterfaces.contains(interface))
  }

  /// Why a line before another may decide after all; nil when none does.
  private func doubt(before place: Int, _ link: NeighbourNetworks.Answer?) -> Cause? {
    if let firstOther, firstOther < place { return .manyMatchers }
    if link?.interface == nil, let firstByInterface, firstByInterface < place {
      return link?.isOnLink.doubt ?? .noInterface
    }
    return nil
  }
}

extension Cause {
  fileprivate static let noNeighbour = Cause(
    "the session waits for a whole network", remedy: "give each neighbour a session of its own")
  fileprivate static let noInterface = Cause(
    "nothing tells by which interface the neighbour is reached",
    remedy: "allow BFD by addresses, or on all interfaces")
  fileprivate static let manyMatchers = Cause(
    "a line of /routing bfd configuration fits by several things at once",
    remedy: "compare it with the neighbour by hand")
}
