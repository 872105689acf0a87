/// A sale as the search for duplicates compares it: all that it says, as numbers.
struct ComparedSale: Equatable {
  /// The sale's number (`unit_of`), and the document that has it.
  var unit: Int64 = 0, document: Int64 = 0
  /// Who reports it; two of one source are never one sale.
  var source: Int64 = 0
  /// Digests of its order's number, and of the number without what sources add to it; 0 where there is none.
  var order: Int64 = 0, orderKey: Int64 = 0
  /// Its business day, as days since 1970-01-01.
  var day: Int64 = 0
  /// Its product; 0 where it is not known.
  var product: Int64 = 0
  /// How much of it, in thousandths of a base unit.
  var quantity: Int64 = 0
  /// What it comes to, and what its order comes to of that product, in fen.
  var amount: Int64 = 0, worth: Int64 = 0
  /// The organisation that bought it; 0 where none is said.
  var buyer: Int64 = 0
  /// A digest of the number of its parcel; 0 where none is said.
  var courier: Int64 = 0
  /// Whether few sales are of its quantity: then it says much that two are equal.
  var isRare = false
  /// Whether more of its source, product and quantity are of that day than can be distinguished by that.
  var isCommon = false
}

/// The keys that two sales must share, one of them at least, to be compared.
enum DuplicateKey: CaseIterable {
  /// The order number, but for an affix.
  case order
  /// The parcel, and a day within seven.
  case courier
  /// Product, quantity and a day within three.
  case quantity
  /// Product, the worth of its order and a day within three: a sale that another source reports in parts.
  case worth
  /// Buyer, amount and a day within seven.
  case buyer

  /// How many days may lie between two that share it.
  var days: Int64 {
    switch self {
    case .order: .max
    case .quantity, .worth: 3
    case .courier, .buyer: 7
    }
  }

  /// Whether a sale has it.
  ///
  /// Goods that are sold by the dozen a day cannot be distinguished by what they are.
  func isKnown(of sale: ComparedSale) -> Bool {
    switch self {
    case .order: sale.orderKey != 0
    case .courier: sale.courier != 0
    case .quantity, .worth: sale.product != 0 && !sale.isCommon
    case .buyer: sale.buyer != 0
    }
  }

  /// What must be equal.
  func values(of sale: ComparedSale) -> (Int64, Int64) {
    switch self {
    case .order: (sale.orderKey, 0)
    case .courier: (sale.courier, 0)
    case .quantity: (sale.product, sale.quantity)
    case .worth: (sale.product, sale.worth)
    case .buyer: (sale.buyer, sale.amount)
    }
  }

  /// Whether two sales share it.
  func isShared(_ one: ComparedSale, _ other: ComparedSale) -> Bool {
    isKnown(of: one) && isKnown(of: other) && values(of: one) == values(of: other)
      && abs(one.day - other.day) <= days
  }
}

/// How two sales compare, field by field: by order number, day, goods, buyer and parcel.
struct DuplicateLevels: Hashable {
  /// How many ways there are.
  static let count = 864
  /// The number of a way, below `count`.
  let code: Int

  /// The levels, as many as there are fields; -1 where either sale does not say.
  ///
  /// By order number 2 equal, 1 but for an affix, 0 not; by day 3 the same, 2 next to it, 1 within three, 0 not; by goods
  /// 5 product, amount and a rare quantity, 4 product, amount and quantity, 3 the worth of its order, 2 quantity or
  /// amount, 1 product alone, 0 not; by buyer and by parcel 1 the same, 0 not.
  var fields: [Int] {
    [code / 216 - 1, code / 54 % 4, code / 9 % 6, code / 3 % 3 - 1, code % 3 - 1]
  }

  /// Whether one is what another source may report in parts.
  var isOfParts: Bool { code / 9 % 6 == 3 }

  init(code: Int) { self.code = code }

  init(_ one: ComparedSale, _ other: ComparedSale) {
    let order =
      one.order == 0 || other.order == 0
      ? -1
      : one.order == other.order
        ? 2 : one.orderKey != 0 && one.orderKey == other.orderKey ? 1 : 0
    let apart = abs(one.day - other.day)
    let day = apart == 0 ? 3 : apart == 1 ? 2 : apart <= 3 ? 1 : 0
    code =
      (order + 1) * 216 + day * 54 + Self.goods(one, other) * 9
      + (Self.same(one.buyer, other.buyer) + 1) * 3 + Self.same(one.courier, other.courier) + 1
  }

  private static func same(_ one: Int64, _ other: Int64) -> Int {
    one == 0 || other == 0 ? -1 : one == other ? 1 : 0
  }

  private static func goods(_ one: ComparedSale, _ other: ComparedSale) -> Int {
    let isOneProduct = one.product != 0 && one.product == other.product
    if one.product != 0, other.product != 0, !isOneProduct { return 0 }
    let (amount, quantity) = (one.amount == other.amount, one.quantity == other.quantity)
    if isOneProduct, amount, quantity { return one.isRare ? 5 : 4 }
    if one.worth == other.worth { return 3 }
    if amount || quantity && isOneProduct { return 2 }
    return isOneProduct ? 1 : 0
  }
}
