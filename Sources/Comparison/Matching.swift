import RouterOSModel

/// The partner of each new entry among the old ones, by place; nil where there is none.
///
/// In passes, each over what the ones before left: equal identity and equal content, identity alone,
/// the name of an interface, equal content but for secrets, and last, where RouterOS enforces no identity, the most telling properties that both share.
func match(_ old: [Entry], _ new: [Entry]) -> [Int?] {
  var matching = Matching(old, new)
  matching.pair { content($0) }
  matching.pair { $0.identity }
  matching.pair { $0.selector == nil ? nil : $0.comparedValue("name").text }
  matching.pair { $0.identity == nil ? content($0, withSecrets: false) : nil }
  for properties in likenesses {
    matching.pair { $0.identity == nil ? likeness($0, properties) : nil }
  }
  return matching.partners
}

/// Properties that make an entry likely to be the same thing when all of a row agree, best first.
private let likenesses = [
  ["comment", "chain", "action"], ["name"], ["dst-address", "gateway"], ["address", "interface"],
  ["address", "list"], ["interface", "list"], ["dst-address", "distance"], ["chain", "action"],
  ["address"], ["host"], ["interface"],
]

private func likeness(_ entry: Entry, _ properties: [String]) -> String? {
  var parts: [String] = []
  for property in properties {
    guard let text = entry.statedValue(property).text, !text.isEmpty else { return nil }
    parts.append("\(text.utf8.count):\(text)")
  }
  return parts.joined(separator: " ")
}

/// Everything written of an entry in one text, defaults left out, with what identifies it in front.
private func content(_ entry: Entry, withSecrets: Bool = true) -> String {
  let parts = entry.writtenProperties.compactMap { name -> String? in
    guard withSecrets || !entry.menu.isSecret(name), !entry.isDefault(name),
      let text = entry.statedValue(name).text
    else { return nil }
    return "\(name)=\(text.utf8.count):\(text)"
  }
  return ([entry.identity ?? "", entry.selector ?? ""] + parts).joined(separator: " ")
}

/// The state of a matching: who is already paired.
private struct Matching {
  let old: [Entry]
  let new: [Entry]
  var partners: [Int?]
  var isTaken: [Bool]

  init(_ old: [Entry], _ new: [Entry]) {
    self.old = old
    self.new = new
    partners = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
  }

  /// Pairs what is still free and has the same key, in order; entries without a key are left.
  mutating func pair(by key: (Entry) -> String?) {
    var waiting: [String: [Int]] = [:]
    for place in old.indices.reversed() where !isTaken[place] {
      if let key = key(old[place]) { waiting[key, default: []].append(place) }
    }
    guard !waiting.isEmpty else { return }
    for place in new.indices where partners[place] == nil {
      guard let key = key(new[place]), let partner = waiting[key]?.popLast() else { continue }
      partners[place] = partner
      isTaken[partner] = true
    }
  }
}
