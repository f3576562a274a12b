import RouterOSModel

/// An entry as people name it: a route by where it leads, an address by its interface, a rule by its chain and
/// what it does. Like ``Entry/title``, it may repeat a secret by chance.
func itemName(of entry: Entry) -> String {
  if entry.menu.kind == .settings { return "" }
  return switch entry.menu.path {
  case "/ip/address", "/ipv6/address": nameOfAddress(entry) ?? entry.title
  case "/ip/route", "/ipv6/route": nameOfRoute(entry)
  case let path where path.contains("/firewall/") && entry.menu.kind == .orderedList:
    nameOfRule(entry)
  case _:
    if entry.identity == nil, let comment = quotedComment(entry) {
      "\(entry.title) \(comment)"
    } else {
      entry.title
    }
  }
}

private func nameOfAddress(_ entry: Entry) -> String? {
  guard let address = entry.comparedValue("address").text,
    let interface = entry.comparedValue("interface").text
  else { return nil }
  return "\(address) on \(interface)"
}

private func nameOfRoute(_ entry: Entry) -> String {
  let fallback = entry.menu.path == "/ip/route" ? "0.0.0.0/0" : "::/0"
  var words = [entry.comparedValue("dst-address").text ?? fallback]
  if let gateway = entry.comparedValue("gateway").text, !gateway.isEmpty {
    words += ["via", gateway]
  } else if entry.comparedValue("blackhole").text == "yes" {
    words.append("blackhole")
  }
  for property in ["routing-table", "routing-mark"] {
    if let table = entry.comparedValue(property).text, !table.isEmpty, table != "main" {
      words += ["in", table]
    }
  }
  return words.joined(separator: " ")
}

/// `input drop tcp dst-port=23 "no telnet"`: of the matchers only the first three.
private func nameOfRule(_ entry: Entry) -> String {
  let named: Set<String> = [
    "action", "chain", "comment", "disabled", "log", "log-prefix", "protocol",
  ]
  var words = ["chain", "action", "protocol"].compactMap { entry.comparedValue($0).text }
  let matchers = entry.writtenProperties.filter {
    !named.contains($0) && !entry.menu.isSecret($0) && !entry.isDefault($0)
  }
  words += matchers.prefix(3).map { "\($0)=\(entry.comparedValue($0).text ?? "")" }
  return (words + [quotedComment(entry)].compactMap { $0 }).joined(separator: " ")
}

private func quotedComment(_ entry: Entry) -> String? {
  guard let comment = entry.comparedValue("comment").text, !comment.isEmpty else { return nil }
  return "\"\(comment)\""
}
