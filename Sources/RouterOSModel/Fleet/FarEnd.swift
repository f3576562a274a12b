/// By what two ends were found to belong together.
public enum PairingMeans: String, CaseIterable, Sendable {
  /// Each dials an address that the other holds.
  case addresses
  /// They share a network, one dials the other, and each expects the AS of the other.
  case autonomousSystems = "autonomous systems"
  /// The endpoint is on the router that has the account.
  case endpointAndUser = "endpoint and user"
  /// Only one router has an account of that name.
  case user
  /// Several have one, and only one of them has the same secret.
  case userAndSecret = "user and secret"
  /// Several would fit, and only one has the other address of the network inside.
  case addressesInside = "addresses inside"
  /// Each has the outer address that the other writes.
  case endpoints
  /// One has the key that the other expects.
  case publicKey = "public key"
}

/// What stands at the other end of a row, by name.
enum FoundEnd: Sendable {
  case paired(Row.ID, PairingMeans)
  case unanswered
  case unknown(Cause)

  /// The row there; nil when none was found.
  var partner: Row.ID? {
    if case .paired(let id, _) = self { id } else { nil }
  }

  /// The same with devices by another numbering.
  func renumbered(_ numbers: [Int]) -> FoundEnd {
    guard case .paired(let id, let means) = self else { return self }
    return .paired(id.renumbered(numbers), means)
  }
}

extension Row.ID {
  /// The same row with devices by another numbering.
  func renumbered(_ numbers: [Int]) -> Row.ID {
    Row.ID(device: numbers[device], view: view, index: index)
  }
}
