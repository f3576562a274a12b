/// Every name of a script, once: menus, verbs and properties become small numbers.
///
/// Open addressing over a hash with a seed of this process, so that no export can be written whose
/// names all collide. A name of up to sixteen bytes is compared as two words.
struct NameTable: Sendable {
  /// The number of a name; numbers count up from zero in order of first appearance.
  typealias ID = UInt32

  /// One name: its first and its last eight bytes as words, and where its text lies.
  private struct Entry {
    var first: UInt64
    var last: UInt64
    var start: UInt32
    var length: UInt32
    var traits: Traits
    /// The name that followed this one last.
    var successor: ID = 0
  }

  /// What the parser asks of every name it meets again and again.
  struct Traits: Sendable {
    /// Whether it can be the name of a property.
    let isProperty: Bool
    /// Whether it can, and no other name can go on from it.
    let isPlainProperty: Bool
    /// Where its last dot stands, from zero; 0 without one, or when it begins the name.
    let lastDot: UInt32

    /// No property of RouterOS has a third of these bytes. A name that others go on from is copied for
    /// each of them.
    static let longestProperty = 255

    init(_ text: RawSpan, _ name: Range<Int>) {
      var dot: Int?
      var isSpelt = 1...Self.longestProperty ~= name.count
      for offset in name {
        let byte = text.byte(at: offset)
        if byte == .dot { dot = offset - name.lowerBound }
        isSpelt = isSpelt && byte.isNameByte
      }
      lastDot = UInt32(dot ?? 0)
      isProperty = isSpelt
      isPlainProperty = isSpelt && dot == nil
    }
  }

  private var entries: [Entry] = []
  /// In the high half a part of the hash, in the low half the number of the name plus one; zero is
  /// free. A power of two long.
  private var slots: [UInt64] = Array(repeating: 0, count: 512)
  private var bytes: [UInt8] = []

  /// The most names that a record of the arena can tell apart.
  static let capacity = 1 << 28

  /// Copied into every table: a constant that is made when first asked for costs a look each time.
  private static let seedOfProcess = UInt64.random(in: .min ... .max)
  private let seed = NameTable.seedOfProcess

  /// The number of names.
  var count: Int { entries.count }

  /// Whether more names were written than can be told apart.
  var isFull: Bool { entries.count >= Self.capacity }

  /// The number of the name at `range` of `text`, adding it when it is new.
  mutating func intern(_ text: RawSpan, _ range: Range<Int>) -> ID {
    let (first, last) = ends(text, range)
    return intern(text, range, first, last)
  }

  /// The same for a name behind `previous`: lines of a menu resemble each other, so that it most likely
  /// is the one that stood there the last time.
  @inline(__always)
  mutating func intern(_ text: RawSpan, _ range: Range<Int>, behind previous: ID) -> ID {
    let (first, last) = ends(text, range)
    let guess = entries[Int(previous)].successor
    let entry = entries[Int(guess)]
    if entry.first == first, entry.last == last, Int(entry.length) == range.count,
      range.count <= 16
    {
      return guess
    }
    let id = intern(text, range, first, last)
    entries[Int(previous)].successor = id
    return id
  }

  private mutating func intern(
    _ text: RawSpan, _ range: Range<Int>, _ first: UInt64, _ last: UInt64
  ) -> ID {
    var hash = mix(first ^ seed, last ^ UInt64(range.count))
    if range.count > 16 { hash = hashOfMiddle(text, range, hash) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let id = ID(truncatingIfNeeded: slots[slot]) &- 1
        let entry = entries[Int(id)]
        if entry.first == first, entry.last == last, Int(entry.length) == range.count,
          range.count <= 16 || hasMiddle(entry, text, range)
        {
          return id
        }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return add(text, range, first, last, hash, slot)
  }

  /// The number of `name`, adding it when it is new.
  mutating func intern(_ name: [UInt8]) -> ID {
    unsafe intern(name.span.bytes, 0..<name.count)
  }

  /// The bytes of a name.
  func spelling(of id: ID) -> ArraySlice<UInt8> {
    let entry = entries[Int(id)]
    return bytes[Int(entry.start)..<Int(entry.start + entry.length)]
  }

  /// What is to be known of a name.
  @inline(__always)
  func traits(of id: ID) -> Traits { entries[Int(id)].traits }

  /// All names by number, decoded; the first are `known`, which need not be decoded again.
  func names(beginningWith known: [String]) -> [String] {
    let others = entries.dropFirst(known.count)
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return known + others.map { decodeText(bytes[Int($0.start)..<Int($0.start + $0.length)]) }
    }
    let texts = unsafe bytes.withUnsafeBufferPointer { buffer in
      others.map { entry in
        let name = Int(entry.start)..<Int(entry.start + entry.length)
        return unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[name]), as: UTF8.self)
      }
    }
    return known + texts
  }

  @inline(never)
  private mutating func add(
    _ text: RawSpan, _ range: Range<Int>, _ first: UInt64, _ last: UInt64, _ hash: UInt64,
    _ slot: Int
  ) -> ID {
    if isFull { return ID(Self.capacity - 1) }
    let id = ID(entries.count)
    let start = UInt32(bytes.count)
    unsafe text.extracting(range).withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    entries.append(
      Entry(
        first: first, last: last, start: start, length: UInt32(range.count),
        traits: Traits(text, range)))
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(id + 1)
    if entries.count * 2 > slots.count { grow() }
    return id
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 4)
    for (id, entry) in entries.enumerated() {
      let range = Int(entry.start)..<Int(entry.start + entry.length)
      var hash = mix(entry.first ^ seed, entry.last ^ UInt64(entry.length))
      if entry.length > 16 { hash = unsafe hashOfMiddle(bytes.span.bytes, range, hash) }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = hash & ~0xFFFF_FFFF | UInt64(id + 1)
    }
  }
}

/// The words that names are compared and hashed by.
extension NameTable {
  /// The first eight bytes of a name and, of a longer one, its last eight; missing bytes are zero.
  @inline(__always)
  private func ends(_ text: RawSpan, _ range: Range<Int>) -> (UInt64, UInt64) {
    if range.count > 8 {
      return (text.eightBytes(at: range.lowerBound), text.eightBytes(at: range.upperBound &- 8))
    }
    if range.lowerBound &+ 8 <= text.byteCount, !range.isEmpty {
      let word = text.eightBytes(at: range.lowerBound)
      return (word & (~0 &>> UInt64((8 &- range.count) &* 8)), 0)
    }
    return (shortWord(text, range), 0)
  }

  /// Up to eight bytes at the very end of the text, where no whole word can be read.
  private func shortWord(_ text: RawSpan, _ range: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    for offset in range.reversed() { word = word << 8 | UInt64(text.byte(at: offset)) }
    return word
  }

  @inline(__always)
  private func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ seed)
    return product.high ^ product.low
  }

  private func hashOfMiddle(_ text: RawSpan, _ range: Range<Int>, _ start: UInt64) -> UInt64 {
    var hash = start
    var offset = range.lowerBound + 8
    while offset + 8 < range.upperBound {
      hash = mix(hash, text.eightBytes(at: offset))
      offset += 8
    }
    return hash
  }

  private func hasMiddle(_ entry: Entry, _ text: RawSpan, _ range: Range<Int>) -> Bool {
    let own = unsafe bytes.span.bytes
    var offset = 8
    while offset + 8 < range.count {
      let matches =
        own.eightBytes(at: Int(entry.start) + offset)
        == text.eightBytes(at: range.lowerBound + offset)
      if !matches { return false }
      offset += 8
    }
    return true
  }
}
