/// Counts unpacked bytes against the limits.
struct UnpackMeter {
  /// Below this the ratio is no concern: memory and time are bounded anyway.
  private static let ratioFrom = 64 << 20

  private let packed: Int
  private let limits: TableFile.Limits
  private var unpacked = 0

  /// Starts to count what comes from a number of packed bytes.
  init(packed: Int, limits: TableFile.Limits) {
    self.packed = max(packed, 1)
    self.limits = limits
  }

  /// Counts more bytes.
  mutating func take(_ count: Int) throws(TabularError) {
    unpacked += count
    guard unpacked <= limits.unpackedBytes else {
      throw .unpackedTooLong(limit: limits.unpackedBytes)
    }
    guard unpacked <= Self.ratioFrom || unpacked / packed <= limits.ratio else {
      throw .ratioTooHigh(limit: limits.ratio)
    }
  }
}
