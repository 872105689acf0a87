/// What a file of sales adds up to, in whole fen, by nothing but additions while it is written.
public struct Expectation: Equatable, Sendable {
  /// Sales, what of them went back, and how many pieces stayed sold.
  public struct Sums: Equatable, Sendable {
    /// The goods value of what was paid.
    public var gross = 0
    /// The goods value that went back, as a positive number.
    public var refunds = 0
    /// The pieces sold less those taken back; of rows that tell it.
    public var quantity = 0
  }

  /// The rows below the header.
  public var rows = 0
  /// The main orders.
  public var orders = 0
  /// The rows of orders that were never paid.
  public var unpaid = 0
  /// The rows with a line that is pending.
  public var pendingRows = 0
  /// The goods value of all paid rows: payable less freight, with both subsidies.
  public var gross = 0
  /// The goods value that went back.
  public var refunds = 0
  /// The goods value, less refunds, of lines whose product, quantity or refund is not told.
  public var pending = 0
  /// The goods value, less refunds, of other counties' products that are not pending.
  public var excluded = 0
  /// By sku; what no catalogue knows is under the empty sku.
  public var bySKU: [String: Sums] = [:]
  /// Sales by the day of payment, refunds by the day they are known to be of.
  public var byDay: [String: Sums] = [:]

  /// Nothing sold yet.
  public init() {}

  /// What remains, and counts.
  public var counted: Int { gross - refunds - excluded - pending }
  /// The first day of payment.
  public var firstDay: String? { byDay.filter { $0.value.gross != 0 }.keys.min() }
  /// The last day of payment.
  public var lastDay: String? { byDay.filter { $0.value.gross != 0 }.keys.max() }

  /// Adds what another file adds up to, where no order is in both.
  public mutating func add(_ other: Expectation) {
    rows += other.rows
    orders += other.orders
    unpaid += other.unpaid
    pendingRows += other.pendingRows
    gross += other.gross
    refunds += other.refunds
    pending += other.pending
    excluded += other.excluded
    bySKU.merge(other.bySKU) { $0 + $1 }
    byDay.merge(other.byDay) { $0 + $1 }
  }
}

extension Expectation.Sums {
  static func + (one: Self, other: Self) -> Self {
    Self(
      gross: one.gross + other.gross, refunds: one.refunds + other.refunds,
      quantity: one.quantity + other.quantity)
  }

  static func += (one: inout Self, other: Self) { one = one + other }
}
