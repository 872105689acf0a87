/// Numbers with a number each, in rising order; neighbours with the same value are kept as one run.
struct NumberRuns {
  private var runs: [(numbers: ClosedRange<Int64>, value: Int64)] = []
  /// Where the last look-up ended: the next is mostly beside it.
  private var place = 0

  /// The least number; nil where there is none.
  var first: Int64? { runs.first?.numbers.lowerBound }

  /// Adds a number, above all others; of one that is there already, the first value stays.
  mutating func append(_ number: Int64, _ value: Int64) {
    if let last = runs.last {
      guard number > last.numbers.upperBound else { return }
      if last.value == value, last.numbers.upperBound == number - 1 {
        runs[runs.count - 1].numbers = last.numbers.lowerBound...number
        return
      }
    }
    runs.append((number...number, value))
  }

  /// The value of a number; nil of one that was not added.
  mutating func value(of number: Int64) -> Int64? {
    if place < runs.count, runs[place].numbers.contains(number) { return runs[place].value }
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].numbers.upperBound < number { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].numbers.contains(number) else { return nil }
    place = low
    return runs[low].value
  }
}
