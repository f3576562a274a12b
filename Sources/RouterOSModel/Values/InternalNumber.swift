/// Whether a text is an internal number such as `*1A`: what an export calls an entry that has no name, or
/// that is gone (MikroTik's manual, "Scripting").
func isInternalNumber(_ text: String) -> Bool {
  text.utf8.first == UInt8(ascii: "*") && text.utf8.count > 1
    && text.utf8.dropFirst().allSatisfy { UInt8($0).isHexadecimal }
}

extension UInt8 {
  fileprivate var isHexadecimal: Bool {
    0x30...0x39 ~= self || 0x41...0x46 ~= self || 0x61...0x66 ~= self
  }
}
