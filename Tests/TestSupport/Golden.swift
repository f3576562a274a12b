public import Foundation

/// Holds what a test printed against a file of the repository, the golden.
///
/// Nil when they are the same, byte for byte; else a sentence for the failure. With `UPDATE=1` in the
/// environment the golden is rewritten, and the sentence says so: an update fails once, so that nobody
/// forgets to look at it. A golden that is missing counts as empty.
public func difference(of text: String, from golden: URL) throws -> String? {
  let wanted = FileManager.default.contents(atPath: golden.path) ?? Data()
  let actual = Data(text.utf8)
  if actual == wanted { return nil }
  guard ProcessInfo.processInfo.environment["UPDATE"] == "1" else {
    return "\(golden.path):\(firstDifference(wanted, actual)): not what was printed; "
      + "if that is right, run 'UPDATE=1 make test' and look at the change"
  }
  try actual.write(to: golden)
  return "\(golden.path) was rewritten; look at the change, then run the tests again"
}

/// The first line, from 1, on which two texts differ.
private func firstDifference(_ left: Data, _ right: Data) -> Int {
  zip(left, right).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") } + 1
}
