import Synchronization

/// The views of one router, each worked out when it is first asked for.
final class RouterViews: Sendable {
  /// What the export of the router means.
  let configuration: Configuration
  private let known = Mutex<[View: [Row]]>([:])
  private let keptLists = KeptValue<InterfaceLists>()
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
  }

  /// The interfaces of the router, those without a line included.
  var interfaces: KnownInterfaces { keptInterfaces.value { KnownInterfaces(configuration) } }

  /// Which interfaces are in which lists.
  var interfaceLists: InterfaceLists {
    keptLists.value { InterfaceLists(interfaces, in: configuration) }
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
