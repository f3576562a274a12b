/// Numbers that look random and are the same for the same seed, which a failure prints.
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// A generator of the numbers that belong to `seed`.
  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// The next number, by xorshift64*.
  public mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
