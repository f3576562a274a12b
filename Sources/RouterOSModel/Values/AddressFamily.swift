/// The family of the address or network that `text` begins with; nil when it begins with none.
public func addressFamily(of text: String) -> IPAddress.Family? {
  IPAddress(text.prefix { $0 != "/" && $0 != " " })?.family
}
