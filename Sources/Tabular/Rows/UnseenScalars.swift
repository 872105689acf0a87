extension Unicode.Scalar {
  /// Whether nobody sees the scalar where it stands: controls, marks of direction, joiners, fillers, selectors, tags.
  ///
  /// This is the one list of them: what is shown to people has pictures in their place, no code holds one, and names of
  /// columns are compared without them. Unicode calls them controls, formats, separators of lines and paragraphs, and
  /// ignorable; the blank of braille is a space in disguise.
  public var isUnseen: Bool {
    if value < 0x34F { return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD }
    if (0x3165..<0xFE00).contains(value) { return false }  // most of what is Chinese
    return Unicode.Scalar.unseen.contains { $0.contains(value) }
  }

  /// Whether the scalar only chooses among the shapes of the one before it, as `❤` and `❤️`.
  public var isSelector: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }

  /// All of them; the rules of the database have the same (`sql/migrations`), and a test compares both.
  static let unseen: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x600...0x605, 0x61C...0x61C,
    0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x115F...0x1160, 0x17B4...0x17B5,
    0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x2800...0x2800,
    0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB,
    0x110BD...0x110BD, 0x110CD...0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3,
    0x1D173...0x1D17A, 0xE0000...0xE0FFF,
  ]
}

extension StringProtocol {
  /// Whether the text holds a scalar that nobody sees.
  public var holdsUnseen: Bool {
    var isPlain = true
    for byte in utf8 where byte < 0x20 || byte >= 0x7F {
      isPlain = false
      break
    }
    return !isPlain && unicodeScalars.contains(where: \.isUnseen)
  }
}
