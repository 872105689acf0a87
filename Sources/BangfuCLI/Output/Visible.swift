extension Unicode.Scalar {
  /// The scalar, or a picture of it where a terminal would act on it.
  fileprivate var visible: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: self
    }
  }
}

extension String {
  /// The text with pictures for control characters, line ends included.
  ///
  ///     "\u{1B}[2J".visible  // ␛[2J
  var visible: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: { $0.visible != $0 }) else { return self }
    var shown = UnicodeScalarView()
    for scalar in unicodeScalars { shown.append(scalar.visible) }
    return String(shown)
  }
}
