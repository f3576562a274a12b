/// `1 file`, `2 files`: a number with what it counts; `many` is the plural where it is not `one` with an s.
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? "\(one)s")"
}
