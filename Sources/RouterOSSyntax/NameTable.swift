/// Every name of a script, once: menus, verbs and properties become small numbers.
///
/// Open addressing over a hash with a seed of this process, so that no export can be written whose
/// names all collide. Adding a name costs its length.
struct NameTable: Sendable {
  /// The number of a name; numbers count up from zero in order of first appearance.
  typealias ID = UInt32

  /// The names by number.
  private(set) var names: [String] = []
  /// The number of the name in each slot plus one; zero is free. A power of two long.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)
  private var hashes: [UInt64] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  private static let seed = UInt64.random(in: .min ... .max) | 1

  /// The number of the name spelt by `name`, adding it when it is new.
  mutating func intern(_ name: some Collection<UInt8>) -> ID {
    let hash = Self.hash(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if hashes[Int(id)] == hash, spelling(of: id).elementsEqual(name) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(name, hash: hash, slot: slot)
  }

  /// The number of `name`, adding it when it is new.
  mutating func intern(_ name: String) -> ID { intern(name.utf8) }

  private func spelling(of id: ID) -> ArraySlice<UInt8> {
    bytes[(id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)]]
  }

  private mutating func add(_ name: some Collection<UInt8>, hash: UInt64, slot: Int) -> ID {
    let id = ID(names.count)
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    hashes.append(hash)
    names.append(decodeText(spelling(of: id)))
    slots[slot] = id + 1
    if names.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(id) + 1
    }
  }

  private static func hash(_ name: some Collection<UInt8>) -> UInt64 {
    var hash = seed
    for byte in name {
      let product = (hash ^ UInt64(byte)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low &+ seed
    }
    return hash ^ (hash >> 29)
  }
}
