internal import Channels
internal import Domain

/// Claims that are written into `import_stage`.
struct ClaimStage {
  /// The statement that takes them.
  static let statement = """
    COPY import_stage (batch, ordinal, order_first, row_no, repeated, order_no, line_no, listing, item_name, item_spec,
      quantity, goods, freight, paid_at, newest_at, refund, rank, exact, order_status, aftersale_status, cash, refunded,
      item, barcode, signed, courier, province, digest) FROM STDIN
    """

  private(set) var text = CopyText(capacity: 1 << 18)
  private(set) var count = 0
  /// Whether a line was reported more than once.
  private(set) var hasRepeated = false
  private let batch: String
  private let digester = ClaimDigester()
  private var lines = ReportedLines()
  /// The ordinal of the first claim of each order, by the hash of its number.
  private var orders: [Int: Int] = [:]

  init(batch: Int64) { self.batch = String(batch) }

  /// Forgets the bytes that were sent.
  mutating func removeBytes() { text.removeAll() }

  /// Adds the claim of a row.
  mutating func add(_ claim: Claim, row: Int) {
    count += 1
    let (order, isRepeated) = lines.insert(claim)
    let first = orders[order] ?? count
    if isRepeated { hasRepeated = true }
    if first == count { orders[order] = count }
    text.add(batch)
    text.add(String(count))
    text.add(String(first))
    text.add(String(row))
    text.add(isRepeated ? "t" : "f")
    text.add(text: claim.orderNumber)
    text.add(text: claim.lineNumber)
    text.add(text: claim.listing)
    text.add(text: claim.itemName)
    text.add(text: claim.itemSpec)
    text.add(claim.quantity)
    text.add(claim.goods)
    text.add(claim.freight)
    text.add(claim.paidAt ?? "\\N")
    text.add(claim.newestAt)
    text.add(claim.refund.rawValue)
    text.add(String(claim.rank))
    text.add(claim.isExact ? "t" : "f")
    text.add(text: claim.orderStatus)
    text.add(text: claim.afterSaleStatus)
    text.add(claim.cash)
    text.add(claim.refunded)
    text.add(text: claim.item)
    text.add(text: claim.barcode)
    text.add(claim.isSigned ? "t" : "f")
    text.add(claim.courier.map(digester.digest(of:)) ?? "\\N")
    text.add(text: claim.province)
    text.end { digester.write(claim, to: &$0) }
  }
}
