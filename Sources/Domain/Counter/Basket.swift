/// What one customer buys, and how it is paid.
public struct Basket: Codable, Equatable, Sendable {
  /// Who buys on account.
  public struct Buyer: Codable, Equatable, Sendable {
    /// The buyer's code and name.
    public var code: String, name: String

    /// Names a buyer.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// The UUID of the order to be: made when the basket begins, the same for every attempt.
  public var id = RequestID.new()
  /// The channel's code.
  public var channel: String
  /// The location that issues the goods; nil for the channel's own.
  public var location: String?
  /// The goods, in the order in which they came; what was approved was other goods.
  public var lines: [BasketLine] = [] {
    didSet { if lines != oldValue { approval = nil } }
  }
  /// Yuan off the whole basket.
  public var discount = Money.zero
  /// Who owes what is put on account.
  public var buyer: Buyer?
  /// Who lets expired goods of it be sold, and why.
  public var approval: ExpiredApproval?
  /// The money given so far.
  public var payments: [Tender] = []

  /// Makes an empty basket.
  public init(channel: String, location: String?) {
    self.channel = channel
    self.location = location
  }

  /// The base units of each sku.
  public var quantities: [String: Quantity] {
    lines.reduce(into: [:]) { $0[$1.goods.sku, default: .zero] += $1.quantity }
  }
  /// The goods' amount before the discount.
  public var subtotal: Money { lines.reduce(.zero) { $0 + $1.amount } }
  /// What is to be paid.
  public var total: Money { subtotal - discount }

  /// The order to enter; the same basket makes the same order.
  public var order: Order {
    var order = Order()
    order.id = id
    order.channel = channel
    order.location = location
    order.lines = lines.map { line in
      let entered = line.entered ?? EnteredQuantity(line.quantity, nil)
      return OrderLine(
        code: line.goods.sku, quantity: entered.number, unit: entered.unit,
        shown: line.quantity, price: line.goods.price)
    }
    order.discount = discount
    order.buyer = buyer?.code
    order.approval = approval
    order.tenders = payments
    return order
  }

  /// What of this basket was not in an earlier state of it, under a new UUID.
  public func remainder(after earlier: Basket) -> Basket {
    var rest = Basket(channel: channel, location: location)
    rest.buyer = buyer
    var sold: [String: Quantity] = [:]
    for line in earlier.lines { sold[line.goods.sku, default: .zero] += line.quantity }
    for line in lines {
      let gone = min(line.quantity, sold[line.goods.sku] ?? .zero)
      sold[line.goods.sku, default: .zero] += -gone
      guard line.quantity > gone else { continue }
      var more = line
      more.quantity = line.quantity - gone
      if more.entered == nil { more.unit = nil }
      rest.lines.append(more)
    }
    return rest
  }
}
