/// How much is measured.
struct Sizes {
  /// The lines of a file of 抖店 orders.
  let rows: Int
  /// The lines of a file of another profile.
  let otherRows: Int
  /// The lines of the month that is closed.
  let monthRows: Int
  /// How many times a measurement is taken.
  let runs: Int
}
