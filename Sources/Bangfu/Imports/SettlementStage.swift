internal import Channels
internal import Domain

/// Settlement lines that are written into `settlement_stage`.
struct SettlementStage {
  /// The statement that takes them.
  static let statement = """
    COPY settlement_stage (batch, ordinal, first_ordinal, row_no, number, ledger, order_no, entry, host, settled_at, amount,
      \(Settlement.Kind.allCases.map(\.column).joined(separator: ", ")), neutral, digest) FROM STDIN
    """

  private(set) var text = CopyText(capacity: 1 << 18)
  private(set) var count = 0
  /// Whether a line was reported more than once.
  private(set) var hasRepeated = false
  /// The ordinal of the first row of each line, by the hash of its number.
  private var numbers: [Int: Int] = [:]
  private let batch: String
  private let digester = ClaimDigester()

  init(batch: Int64) { self.batch = String(batch) }

  /// Forgets the bytes that were sent.
  mutating func removeBytes() { text.removeAll() }

  /// Adds the line of a row.
  mutating func add(_ line: Settlement, row: Int) {
    count += 1
    let hash = line.number.hashValue
    let first = numbers[hash] ?? count
    if first == count { numbers[hash] = count } else { hasRepeated = true }
    text.add(batch)
    text.add(String(count))
    text.add(String(first))
    text.add(String(row))
    text.add(text: line.number)
    text.add(line.ledger.rawValue)
    text.add(text: line.orderNumber)
    text.add(text: line.entry)
    text.add(text: line.host)
    text.add(line.settledAt)
    text.add(line.amount)
    for part in line.parts { text.add(part) }
    text.add(line.neutral)
    text.end { digester.write(line, to: &$0) }
  }
}
