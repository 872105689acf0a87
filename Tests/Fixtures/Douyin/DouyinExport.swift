/// An order export of 抖店, written row by row in little memory, whatever its size.
public struct DouyinExport: FixtureExport {
  private let plan: DouyinPlan

  /// Makes the export that a plan describes.
  public init(_ plan: DouyinPlan) { self.plan = plan }

  /// The file's name, the way 抖店 chooses it: the export's time first, where it is told.
  public var name: String { Self.name(seed: plan.seed, at: plan.exportTime) }

  /// Writes the file's bytes to a sink, and answers what it adds up to.
  public func write(to sink: @escaping ([UInt8]) throws -> Void) throws -> Expectation {
    let exportDay = plan.exportTime.map(FixtureMonth.day(ofEpoch:))
    var file = try CSVFile(
      DouyinColumn.all(of: plan.variant), style: .tabLed, encoding: plan.encoding, to: sink)
    var expectation = Expectation()
    try plan.forEachRow { row, isFirst in
      expectation.orders += isFirst ? 1 : 0
      try file.add(row)
      expectation.add(row, exportDay: exportDay)
    }
    try file.end()
    return expectation
  }
}
