extension Array {
  /// The index of the first element that meets a condition which no element before one that meets it
  /// may fail; the count when none does. Logarithmic.
  @inlinable public func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
