import Synchronization

/// A value that is worked out when it is first asked for, and kept.
///
/// Nothing is locked while it is worked out, since that may ask for other such values; when two ask at once,
/// both work and the first that is done is kept.
final class KeptValue<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  /// The value; `work` is asked for it the first time.
  func value(_ work: () -> Value) -> Value {
    if let value = known.withLock({ $0 }) { return value }
    let value = work()
    return known.withLock { known in
      let first = known ?? value
      known = first
      return first
    }
  }

  /// Forgets the value, which is worked out again when it is asked for.
  func forget() { known.withLock { $0 = nil } }
}
