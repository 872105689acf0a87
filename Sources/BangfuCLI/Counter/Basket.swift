import Domain

/// What one customer buys, and how it is paid.
struct Basket: Codable, Equatable, Sendable {
  /// Who buys on account.
  struct Buyer: Codable, Equatable, Sendable {
    var code: String, name: String
  }

  /// The UUID of the order to be: made when the basket begins, the same for every attempt.
  var id = RequestID.new()
  /// The channel's code.
  var channel: String
  /// The location that issues the goods; nil for the channel's own.
  var location: String?
  /// The goods, in the order in which they came; what was approved was other goods.
  var lines: [BasketLine] = [] {
    didSet { if lines != oldValue { approval = nil } }
  }
  /// Yuan off the whole basket.
  var discount = Money.zero
  /// Who owes what is put on account.
  var buyer: Buyer?
  /// Who lets expired goods of it be sold, and why.
  var approval: ExpiredApproval?
  /// The money given so far.
  var payments: [Payment] = []

  /// Makes an empty basket.
  init(channel: String, location: String?) {
    self.channel = channel
    self.location = location
  }

  /// The base units of each sku.
  var quantities: [String: Quantity] {
    lines.reduce(into: [:]) { $0[$1.goods.sku, default: .zero] += $1.quantity }
  }
  /// The goods' amount before the discount.
  var subtotal: Money { lines.reduce(.zero) { $0 + $1.amount } }
  /// What is to be paid.
  var total: Money { subtotal + -discount }
  /// The money given.
  var paid: Money { payments.reduce(.zero) { $0 + $1.amount } }
  /// What is still to be paid, not below zero.
  var due: Money { max(.zero, total + -paid) }
  /// The cash to give back.
  var change: Money { max(.zero, paid + -total) }

  /// Whether more came in by other ways than cash than is to be paid.
  var isOverpaid: Bool {
    change > payments.reduce(.zero) { $1.method == .cash ? $0 + $1.amount : $0 }
  }

  /// The order to enter; the same basket makes the same order.
  var order: Order {
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
    order.tenders = payments.map { Tender(method: $0.method.rawValue, amount: $0.amount) }
    return order
  }

  /// What of this basket was not in an earlier state of it, under a new UUID.
  func remainder(after earlier: Basket) -> Basket {
    var rest = Basket(channel: channel, location: location)
    rest.buyer = buyer
    var sold: [String: Quantity] = [:]
    for line in earlier.lines { sold[line.goods.sku, default: .zero] += line.quantity }
    for line in lines {
      let gone = min(line.quantity, sold[line.goods.sku] ?? .zero)
      sold[line.goods.sku, default: .zero] += -gone
      guard line.quantity > gone else { continue }
      var more = line
      more.quantity = line.quantity + -gone
      if more.entered == nil { more.unit = nil }
      rest.lines.append(more)
    }
    return rest
  }
}
