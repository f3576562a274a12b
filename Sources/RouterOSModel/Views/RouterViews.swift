import Synchronization

/// The views of one router, each worked out when it is first asked for.
final class RouterViews: Sendable {
  /// What the export of the router means.
  let configuration: Configuration
  private let known = Mutex<[View: [Row]]>([:])
  private let keptLists = KeptValue<InterfaceLists>()
  private let keptAddressLists: [IPAddress.Family: KeptValue<AddressLists>] =
    [.ip: KeptValue(), .ip6: KeptValue()]
  private let keptFirewalls = KeptValue<[PacketFilter]>()
  private let keptPacketInterfaces = KeptValue<PacketInterfaces>()
  private let toldUntrusted = Mutex<Set<String>?>(nil)
  private let keptInterfaces = KeptValue<KnownInterfaces>()
  private let keptWatchers = KeptValue<AddressWatchers>()
  private let keptSurroundings = KeptValue<Surroundings>()
  private let keptSecrets = KeptValue<[FoundSecret]>()
  /// The names that its lines define and use.
  let names: NamesOfExport

  init(_ configuration: Configuration) {
    self.configuration = configuration
    names = NamesOfExport(configuration)
  }

  /// The rows of a view. Views may ask for each other, so nothing is locked while one is worked out.
  subscript(view: View) -> [Row] {
    if let rows = known.withLock({ $0[view] }) { return rows }
    let rows = view.definition.rows(self)
    return known.withLock { known in
      let first = known[view] ?? rows
      known[view] = first
      return first
    }
  }

  /// Forgets everything, which is worked out again when it is asked for.
  func forget() {
    known.withLock { $0 = [:] }
    keptLists.forget()
    keptInterfaces.forget()
    keptSurroundings.forget()
    keptWatchers.forget()
    names.forget()
    keptFirewalls.forget()
    keptPacketInterfaces.forget()
    for kept in keptAddressLists.values { kept.forget() }
  }

  /// The interfaces behind which nobody is trusted, where a project says it; nil where the export tells.
  /// Views are worked out after it is set.
  var untrusted: Set<String>? {
    get { toldUntrusted.withLock { $0 } }
    set { toldUntrusted.withLock { $0 = newValue } }
  }

  /// The interfaces of the router, those without a line included.
  var interfaces: KnownInterfaces { keptInterfaces.value { KnownInterfaces(configuration) } }

  /// Which interfaces are in which lists.
  var interfaceLists: InterfaceLists {
    keptLists.value { InterfaceLists(interfaces, in: configuration) }
  }

  /// What is in the address lists of a family.
  func addressLists(of family: IPAddress.Family) -> AddressLists {
    let work = {
      AddressLists(
        of: "/\(family == .ip ? "ip" : "ipv6")/firewall/address-list", in: self.configuration)
    }
    return keptAddressLists[family]?.value(work) ?? work()
  }

  /// The rules of both families, ready to be held against packets.
  var firewalls: [PacketFilter] {
    keptFirewalls.value { IPAddress.Family.allCases.map { PacketFilter(self, $0) } }
  }

  /// The interfaces of the router as its firewall sees them. The view of interfaces asks for itself: its rows
  /// are not known yet.
  var packetInterfaces: PacketInterfaces {
    keptPacketInterfaces.value { PacketInterfaces(self, self[.interfaces]) }
  }

  /// The secrets of the router, in the order of the rows of their view.
  var foundSecrets: [FoundSecret] {
    keptSecrets.value { SecretWalk(configuration).found + configuration.hiddenSecrets() }
  }

  /// What next hops are reached by beside routes.
  var surroundings: Surroundings { keptSurroundings.value { Surroundings(self) } }

  /// What looks whether far ends answer.
  var watchers: AddressWatchers { keptWatchers.value { AddressWatchers(self) } }
}
