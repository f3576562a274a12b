import Foundation

/// The number of line breaks, in one pass of `memchr` from each to the next: what reading the bytes costs
/// at least.
public func countLines(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBytes { buffer in
    guard var place = buffer.baseAddress else { return 0 }
    let end = place + buffer.count
    var count = 0
    while let found = memchr(place, 0x0A, end - place) {
      count += 1
      place = UnsafeRawPointer(found) + 1
    }
    return count
  }
}
