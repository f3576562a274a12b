extension Menu {
  /// The words that a property can hold, sorted; nil where others may stand, or nobody knows.
  public func words(of property: String) -> [String]? {
    guard let property = properties[property], property.type == .choice,
      !property.takesOtherWords, property.bounds == nil, !property.allowedWords.isEmpty
    else { return nil }
    return property.allowedWords.sorted()
  }
}
