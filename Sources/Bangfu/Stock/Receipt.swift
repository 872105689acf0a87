public import Domain

/// Goods that come into a location, in one delivery.
public struct Receipt: Sendable {
  /// One line of a delivery.
  public struct Line: Sendable {
    /// A sku or barcode.
    public var code: String
    /// How many of the unit.
    public var quantity: Quantity
    /// The unit; nil for the product's base unit.
    public var unit: String?
    /// Yuan for one of the unit; nil for at the location's average.
    public var cost: Money?
    /// The supplier's number of the batch; one is made where the product is kept by lot.
    public var lot: String?
    /// The day of production.
    public var produced: BusinessDay?
    /// The last day it may be sold; else production and the product's shelf life decide.
    public var expires: BusinessDay?
    /// The line of the file that it was read from.
    public var fileLine: Int?

    /// Makes a line.
    public init(code: String, quantity: Quantity) {
      self.code = code
      self.quantity = quantity
    }

    /// Makes a line of what was entered.
    public init(code: String, _ entered: EnteredQuantity) {
      self.init(code: code, quantity: entered.number)
      unit = entered.unit
    }
  }

  /// The lines, at least one.
  public var lines: [Line]
  /// The location's code; nil for the default one.
  public var location: String?
  /// The supplier's code.
  public var supplier: String?
  /// The number of the delivery note.
  public var note: String?
  /// When they came; nil for now.
  public var at: Instant?

  /// Makes a receipt of lines.
  public init(lines: [Line]) { self.lines = lines }
}

/// What a line of a delivery became, and what is on hand now.
public struct ReceivedLine: Sendable {
  /// Codes and names; the lot is empty where the product is not kept by lot and none was said.
  public let location: String, sku: String, name: String, unit: String, lot: String
  /// Base units received, on hand now, and of them used for sales that had found too little.
  public let quantity: Quantity, onHand: Quantity, covered: Quantity
  /// The last day it may be sold, `YYYY-MM-DD`.
  public let expires: String?
  /// What was entered, where that was in another unit than the base unit; else nil.
  public let entered: EnteredQuantity?
  /// The number of the receipt, which payments name; nil where no supplier was named.
  public let receipt: Int64?
  /// Whether the product is kept by lot; else its lot and last day are noted with the receipt, and not watched.
  public let isKeptByLot: Bool
  /// The number of the act, which an undo names.
  public let number: Int64
  /// Yuan for one of the unit entered, on average so far, where the cost that was said is ten times as much or a tenth.
  public let usualCost: Money?
}
