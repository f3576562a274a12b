/// The interface lists of a router, with what they include and exclude worked out.
///
/// The members of the lists it includes are in a list, without those of the lists it excludes; those
/// that lines put in are in it whatever it excludes (MikroTik's manual, "Lists").
struct InterfaceLists {
  private var listsOf: [String: [String]] = [:]
  private var members: [String: Set<String>] = [:]
  /// Why an interface may be in lists that are not known; nil when it is not.
  private(set) var doubt: Cause?
  private var unknown: [String: Cause] = [:]
  private var unknownNames: [String] = []

  init(_ interfaces: KnownInterfaces, in configuration: Configuration) {
    let own = ownMembers(configuration)
    let entries = configuration.entries("/interface/list").filter { $0.builtIn == nil }
    let names = entries.compactMap { $0.value("name").text }
    let all = Set(interfaces.all.map(\.name))
    members = ["all": all, "static": all, "none": [], "dynamic": []]
    noteDetection(configuration)
    expand(entries, Set(names + own.keys).sorted(), own)
    unknownNames = unknown.keys.sorted()
    for list in members.keys.sorted() where !Self.builtIn.contains(list) {
      for name in members[list] ?? [] { listsOf[name, default: []].append(list) }
    }
  }

  /// The names of the interfaces of a list, sorted; none when that is not known.
  func members(of list: String) -> [String] { (members[list] ?? []).sorted() }

  /// Whether an interface is certainly in a list.
  func holds(_ list: String, _ interface: String) -> Bool {
    members[list]?.contains(interface) ?? false
  }

  /// The lists that an interface is certainly in, sorted, but for the built-in ones.
  func names(of interface: String) -> [String] { listsOf[interface] ?? [] }

  /// The lists that an interface is in, but for the built-in ones.
  func lists(of interface: String) -> Cell {
    if let cause = doubt(of: unknownNames, interface) { return Cell(.unknown(cause), .set) }
    let names = names(of: interface)
    return Cell(names.isEmpty ? .unset : .known(names), .set)
  }

  /// Those of some lists whose members are not known, sorted.
  func unknownOnes(among lists: Set<String>) -> [String] { unknownNames.filter(lists.contains) }

  /// Why an interface may be in one of these lists that it is not certainly in; nil when it is in none.
  func doubt(of lists: [String], _ interface: String) -> Cause? {
    doubt ?? lists.first { !holds($0, interface) }.flatMap { unknown[$0] }
  }

  private mutating func ownMembers(_ configuration: Configuration) -> [String: Set<String>] {
    var own: [String: Set<String>] = [:]
    for member in configuration.entries("/interface/list/member")
    where member.value("disabled").text != "yes" {
      let cells = ["disabled", "interface", "list"].map { Cell($0, of: member) }
      if let cause = cells.lazy.compactMap(\.writtenDoubt).first {
        doubt = doubt ?? cause; continue
      }
      guard let list = cells[2].text, let interface = cells[1].text else { continue }
      own[list, default: []].insert(interface)
    }
    addClients(configuration, to: &own)
    return own
  }

  /// A PPP profile names the list that tunnels of it are put into.
  private func addClients(_ configuration: Configuration, to own: inout [String: Set<String>]) {
    let profiles = NamedEntries(of: "/ppp/profile", in: configuration)
    for (menu, _) in pppClients {
      for client in configuration.entries(menu) {
        guard let name = client.value("name").text,
          let profile = client.value("profile").text.flatMap({ profiles[$0] }),
          let list = profile.value("interface-list").text, !list.isEmpty
        else { continue }
        own[list, default: []].insert(name)
      }
    }
  }

  /// Lists that RouterOS fills as it finds out what lies behind interfaces.
  private mutating func noteDetection(_ configuration: Configuration) {
    for entry in configuration.entries("/interface/detect-internet") {
      guard (entry.value("detect-interface-list").text ?? "none") != "none" else { continue }
      for kind in ["internet", "lan", "wan"] {
        guard let list = entry.value("\(kind)-interface-list").text, list != "none" else {
          continue
        }
        unknown[list] = Cause(
          "interface list '\(list)' is filled as the router detects what it is connected to",
          remedy: "write its members, and set /interface detect-internet to none")
      }
    }
  }

  private mutating func expand(
    _ entries: [Entry], _ names: [String], _ own: [String: Set<String>]
  ) {
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var parts = names.map { _ in (include: [String](), exclude: [String]()) }
    for entry in entries {
      let cells = ["include", "exclude"].map { Cell($0, of: entry) }
      if let cause = cells.lazy.compactMap(\.writtenDoubt).first { doubt = doubt ?? cause }
      guard let place = entry.value("name").text.flatMap({ places[$0] }) else { continue }
      parts[place] = (cells[0].texts, cells[1].texts)
    }
    let next = parts.map { ($0.include + $0.exclude).compactMap { places[$0] } }
    var room = Self.mostMemberships
    for group in StronglyConnected(next).groups {
      let isCircle = group.count > 1 || next[group[0]].contains(group[0])
      for place in group {
        let part = parts[place]
        let used = part.include + part.exclude
        room -= used.reduce(own[names[place]]?.count ?? 0) { $0 + (members[$1]?.count ?? 0) + 1 }
        let cause =
          isCircle ? Self.circle(names[place]) : used.compactMap { unknown[$0] }.first
        if let cause { unknown[names[place]] = unknown[names[place]] ?? cause }
        guard room > 0 else { doubt = doubt ?? Self.tooMany; return }
        members[names[place]] = own[names[place]] ?? []
        guard cause == nil else { continue }
        var found: Set<String> = []
        for list in part.include { found.formUnion(members[list] ?? []) }
        for list in part.exclude { found.subtract(members[list] ?? []) }
        members[names[place], default: []].formUnion(found)
      }
    }
  }

  private static let builtIn: Set<String> = ["all", "dynamic", "none", "static"]

  /// Lists that include each other in long chains hold more than anybody has time to work out.
  private static let mostMemberships = 2_000_000

  private static let tooMany = Cause(
    "the interface lists include each other too often to be worked out",
    remedy: "put interfaces into lists by name")

  private static func circle(_ list: String) -> Cause {
    Cause(
      "interface list '\(list)' includes or excludes itself by way of others",
      remedy: "break the circle")
  }
}
