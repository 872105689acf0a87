internal import Channels
internal import Domain

/// After-sale cases that are written into `aftersale_stage`.
struct AfterSaleStage {
  /// The statement that takes them.
  static let statement = """
    COPY aftersale_stage (batch, ordinal, row_no, number, order_no, line_no, item, cash, freight, coupon, back_at,
      newest_at, rank, state, status, digest) FROM STDIN
    """

  private(set) var text = CopyText(capacity: 1 << 12)
  private(set) var count = 0
  /// Whether a case was reported more than once.
  private(set) var hasRepeated = false
  private var numbers = Set<Int>()
  private let batch: String
  private let digester = ClaimDigester()

  init(batch: Int64) { self.batch = String(batch) }

  /// Forgets the bytes that were sent.
  mutating func removeBytes() { text.removeAll() }

  /// Adds the case of a row.
  mutating func add(_ afterSale: AfterSale, row: Int) {
    count += 1
    var hasher = Hasher()
    hasher.combine(afterSale.number)
    hasher.combine(afterSale.orderNumber)
    if !numbers.insert(hasher.finalize()).inserted { hasRepeated = true }
    text.add(batch)
    text.add(String(count))
    text.add(String(row))
    text.add(text: afterSale.number)
    text.add(text: afterSale.orderNumber)
    text.add(text: afterSale.lineNumber)
    text.add(text: afterSale.item)
    text.add(afterSale.cash)
    text.add(afterSale.freight)
    text.add(afterSale.coupon)
    text.add(afterSale.backAt ?? "\\N")
    text.add(afterSale.newestAt)
    text.add(String(afterSale.state.rank))
    text.add(afterSale.state.rawValue)
    text.add(text: afterSale.status)
    text.end { digester.write(afterSale, to: &$0) }
  }
}
