import Tabular

extension Unicode.Scalar {
  /// A picture of a scalar that nobody sees.
  fileprivate var picture: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }

  /// Whether the scalar is one of those that a joiner makes one picture of.
  fileprivate var isOfPicture: Bool { value > 0x2000 && (properties.isEmoji || isSelector) }
}

extension String {
  /// Hands over each scalar, and whether it is to be hidden from a terminal: nobody would see it, or it would act.
  ///
  /// What chooses a shape stays, and what joins two pictures to one, as in 👩‍🌾.
  func eachScalar(_ body: (_ scalar: Unicode.Scalar, _ isHidden: Bool) -> Void) {
    let scalars = unicodeScalars
    var before: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      var isHidden = scalar.isUnseen && !scalar.isSelector
      if isHidden, scalar == "\u{200D}", before?.isOfPicture == true {
        let next = scalars.index(after: index)
        isHidden = next == scalars.endIndex || !scalars[next].isOfPicture
      }
      body(scalar, isHidden)
      before = scalar
    }
  }

  /// The text with pictures for what nobody sees, line ends included.
  ///
  ///     "\u{1B}[2J".visible  // ␛[2J
  var visible: String { showing { _ in false } }

  /// The same for a text of several lines: line ends and tabs stay.
  var visibleLines: String { showing { $0 == "\n" || $0 == "\t" } }

  private func showing(but isKept: (Unicode.Scalar) -> Bool) -> String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: { $0.isUnseen && !isKept($0) }) else { return self }
    var shown = UnicodeScalarView()
    eachScalar { scalar, isHidden in
      shown.append(isHidden && !isKept(scalar) ? scalar.picture : scalar)
    }
    return String(shown)
  }
}
