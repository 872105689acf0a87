/// A sale as it was posted: what a slip says.
public struct Sale: Equatable, Sendable {
  /// One line.
  public struct Line: Equatable, Sendable {
    /// The product's code, name and base unit.
    public let sku: String, name: String, unit: String
    /// Base units.
    public let quantity: Quantity
    /// What was entered, where that was in another unit than the base unit.
    public let entered: EnteredQuantity?
    /// What it comes to before the discount, in yuan.
    public let amount: Money

    /// Makes a line.
    public init(
      sku: String, name: String, unit: String, quantity: Quantity, entered: EnteredQuantity?,
      amount: Money
    ) {
      self.sku = sku
      self.name = name
      self.unit = unit
      self.quantity = quantity
      self.entered = entered
      self.amount = amount
    }
  }

  /// The document's number, and when it was sold, in the programme's time.
  public let document: Int64, at: String
  /// The buyer's code; nil for none.
  public let buyer: String?
  /// The lines.
  public let lines: [Line]
  /// Yuan off, and what is to be paid.
  public let discount: Money, total: Money
  /// The money that was given by each method, and the change.
  public let tenders: [Tender], change: Money

  /// Makes a sale.
  ///
  /// - Parameters:
  ///   - document: its number.
  ///   - at: when.
  ///   - buyer: the buyer's code; nil for none.
  ///   - lines: what was sold.
  ///   - discount: yuan off.
  ///   - total: what is to be paid.
  ///   - kept: the money that was kept, by method: cash without the change.
  ///   - owed: what the buyer owes.
  ///   - change: the cash that the customer got of what was paid.
  public init(
    document: Int64, at: String, buyer: String?, lines: [Line], discount: Money, total: Money,
    kept: [Tender], owed: Money, change: Money
  ) {
    self.document = document
    self.at = at
    self.buyer = buyer
    self.lines = lines
    self.discount = discount
    self.total = total
    self.change = change
    let back = change > .zero ? [Tender(method: .cash, amount: change)] : []
    let account = owed > .zero ? [Tender(method: .account, amount: owed)] : []
    tenders = (kept + back + account).byMethod
  }

  /// The goods' amount before the discount.
  public var subtotal: Money { lines.reduce(.zero) { $0 + $1.amount } }
}

extension Basket {
  /// What a sale says otherwise than the basket that was sold.
  public enum Difference: String, Equatable, Sendable {
    /// Other goods, or as much of them as nobody asked for.
    case goods
    /// Another amount of a line.
    case amounts
    /// Another discount, or another total.
    case total
    /// Other money, or other change.
    case money
  }

  /// Compares the sale that was posted with the basket that was paid; nil where they say the same.
  public func difference(from sale: Sale) -> Difference? {
    guard sale.lines.map(\.sku) == lines.map(\.goods.sku),
      sale.lines.map(\.quantity) == lines.map(\.quantity), sale.buyer == buyer?.code
    else { return .goods }
    if sale.lines.map(\.amount) != lines.map(\.amount) { return .amounts }
    if sale.discount != discount || sale.total != total { return .total }
    func sorted(_ tenders: [Tender]) -> [Tender] {
      tenders.byMethod.sorted { $0.method.rawValue < $1.method.rawValue }
    }
    let isSameMoney = sorted(sale.tenders) == sorted(payments)
    return isSameMoney && sale.change == change ? nil : .money
  }
}
