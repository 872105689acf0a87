public import Domain

/// What a clerk asks to refund of an order.
public struct RefundRequest: Sendable {
  /// One line of the order.
  public struct Line: Sendable {
    /// The line's number in the order.
    public let number: Int
    /// How many of the unit go back; zero for money only.
    public let quantity: Quantity
    /// The unit; nil for the product's base unit.
    public let unit: String?
    /// Yuan that go back; nil for the quantity's part of the line.
    public let amount: Money?

    /// Reads `LINE:QUANTITY` or `LINE:QUANTITY@AMOUNT`, the amount being the money that goes back; a unit may
    /// follow the quantity.
    ///
    /// - Throws: `Problem` `refund_line_malformed`, `quantity_malformed` or `amount_malformed`.
    public init(parsing text: String) throws(Problem) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Int(parts[0]), number > 0 else {
        throw Problem("refund_line_malformed", ["text": text])
      }
      let rest = parts[1].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
      let entered = try EnteredQuantity(asked: String(rest[0]), of: text, orZero: true)
      self.number = number
      quantity = entered.number
      unit = entered.unit
      amount = rest.count == 2 ? try Money(asked: String(rest[1]), in: text) : nil
    }
  }

  /// The UUID that makes the refund once.
  public var id: String?
  /// The order's document number.
  public var document: Int64
  /// The lines; none for all that is left.
  public var lines: [Line] = []
  /// How the money goes back; none for the method by which it came.
  public var tenders: [Tender] = []
  /// Whether the goods came back to stock.
  public var restock = false
  /// When it happened; nil for now.
  public var at: Instant?
  /// Why.
  public var reason: String?

  /// Makes a request for all that is left of an order.
  public init(document: Int64) { self.document = document }
}
