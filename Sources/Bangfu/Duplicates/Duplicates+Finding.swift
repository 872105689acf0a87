public import Domain
internal import Postgres

extension Duplicates {
  /// Looks for sales around some days that two sources may report; what was decided is not asked again.
  ///
  /// Pairs share a key (`DuplicateKey`), and are kept where it is likely enough that they are one.
  public func find(from: BusinessDay, to: BusinessDay) throws -> DuplicatesFound {
    try session.transaction {
      let sales = try sales(from: from, to: to)
      let (first, last) = (Int64(from.number), Int64(to.number))
      let search = DuplicateSearch(
        sales, on: first...max(first, last), decided: try decisions())
      let (found, weigher) = search.run()
      try keep(found, of: search, by: weigher)
      return DuplicatesFound(groups: found.groups, pairs: found.pairs.count)
    }
  }

  /// Reads the sales that are compared.
  private func sales(from: BusinessDay, to: BusinessDay) throws -> [ComparedSale] {
    var sales: [ComparedSale] = []
    var numbers = [Int64](repeating: 0, count: 11)
    try session.connection.copyOut(
      "COPY (SELECT * FROM sales_to_compare('\(from.description)', '\(to.description)')) TO STDOUT"
    ) { line in
      Self.read(line, into: &numbers)
      sales.append(
        ComparedSale(
          unit: numbers[0], document: numbers[1], source: numbers[2], order: numbers[3],
          orderKey: numbers[4], day: numbers[5], product: numbers[6], quantity: numbers[7],
          amount: numbers[8], buyer: numbers[9], courier: numbers[10]))
    }
    return sales
  }

  /// Reads a row of whole numbers.
  private static func read(_ line: Span<UInt8>, into numbers: inout [Int64]) {
    var (column, isNegative, value) = (0, false, Int64(0))
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "-"): isNegative = true
      // Down, for the least number is one more than the most.
      case 48...57: value = value &* 10 &- Int64(line[index] - 48)
      default:
        numbers[column] = isNegative ? value : 0 &- value
        (column, isNegative, value) = (column + 1, false, 0)
      }
    }
  }

  /// The decisions that stand, by the sales that they are of.
  private func decisions() throws -> [Int64: [Int64]] {
    var decisions: [Int64: [Int64]] = [:]
    for row in try session.execute(
      """
      SELECT u.unit, u.posting_id
      FROM duplicate_decided u JOIN duplicate_decision_standing d ON d.posting_id = u.posting_id
      """)
    {
      let (unit, decision) = try row.decode((Int64, Int64).self)
      decisions[unit, default: []].append(decision)
    }
    return decisions
  }

  /// Puts what was found in the place of what was found before of the same sales.
  private func keep(
    _ found: DuplicateSearch.Outcome, of search: DuplicateSearch, by weigher: FellegiSunter
  ) throws {
    let compared = Set(search.sales.map(\.unit))
    let before = try session.execute("SELECT unit FROM duplicate_candidate")
      .map { try $0.decode(Int64.self) }
    let patterns = Set(found.pairs.map(\.pair.levels)).sorted { $0.code < $1.code }
    let numbers = Dictionary(uniqueKeysWithValues: patterns.enumerated().map { ($1, $0 + 1) })
    try session.execute(
      """
      SELECT keep_duplicates(\(before.filter(compared.contains)),
        \(found.pairs.map { search.sales[$0.pair.one].unit }), \(found.pairs.map { search.sales[$0.pair.other].unit }),
        \(found.pairs.map { String($0.group) })::integer[],
        \(found.pairs.map { String(numbers[$0.pair.levels] ?? 0) })::integer[],
        \(patterns.map { Self.array(weigher.weights($0.fields)) }),
        \(patterns.map { String(weigher.probability($0.fields)) })::real[])
      """)
  }

  /// An array as PostgreSQL reads it.
  private static func array(_ numbers: [Double]) -> String {
    "{\(numbers.map { String($0) }.joined(separator: ","))}"
  }
}
