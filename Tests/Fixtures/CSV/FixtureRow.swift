/// What one row of a file tells.
protocol FixtureRow: Sendable {
  /// The month that its instants are seconds of.
  var month: FixtureMonth { get }
  /// Bits for what nothing depends on: channels, remarks, the streamer.
  var noise: UInt64 { get }
}

extension FixtureRow {
  /// True in one of `bound` rows, by bits that nothing depends on.
  func often(_ bound: UInt64, shift: UInt64 = 0) -> Bool { (noise >> shift) % bound == 0 }

  /// One of some words, by the same bits.
  func one(of words: [String], shift: UInt64 = 0) -> String {
    words[Int((noise >> shift) % UInt64(words.count))]
  }
}
