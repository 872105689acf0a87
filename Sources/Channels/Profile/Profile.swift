internal import Domain
internal import Tabular

/// How one format of channel file is read: which columns it has, and what their words mean.
///
/// Columns are found by name, never by position: exports drift by year, by shop and by what was
/// ticked. A profile is data, a file of `profiles/`; reading by it is in `FileReader`.
public struct Profile: Sendable {
  /// The profile's name, such as `douyin-orders`; files are known by it.
  public let name: String
  /// What people call such a file.
  public let title: String
  /// The platform whose orders it holds; order lines are unique on it.
  public let platform: String
  /// Whether its rows are orders or after-sale cases.
  let kind: Kind
  /// True for a sheet that people keep by hand: it has no numbers of a platform, so that its lines are
  /// known within its channel; its day may stand in its title; a row below zero is a customer return.
  public let isSheet: Bool
  /// The canonical names each field goes by.
  let columns: [Field: [String]]
  /// The fields of columns that are beside what is counted: no file is read otherwise for them.
  let beside: Set<Field>
  /// The names as the profile has them; the first one is shown to people.
  let titles: [Field: String]
  /// The fields without which a file of this format cannot be computed.
  let core: Set<Field>
  /// Columns that a file of this format does not have.
  let absent: [String]
  /// Columns of fields that are kept blank nevertheless, as all columns are that the profile does not name.
  let personal: Set<String>
  /// True where a row is a whole order, its lines joined by semicolons, its amounts totals.
  let joinsLines: Bool
  /// What the number of an order, of a line in it and of an after-sale case are put together from.
  let order: Key, line: Key, number: Key
  /// True where the platform gives lines no number, so that equal lines of an order are numbered.
  public let numbersLines: Bool
  /// The platform's product id, where after-sale rows name the line by it.
  let item: Field?
  /// Fields whose blank cells stand for what the row above has: of the same order, where there is a column
  /// for its number.
  let carried: [Field]
  /// True where quantities may have three decimals.
  let measures: Bool
  /// What the goods value is made of.
  let goods: [Term]
  /// What the buyer paid for the goods, which refunds are a part of; empty where it is the goods value.
  let cash: [Term]
  /// The times of which the first that is filled makes a row a sale.
  let sold: [Field]
  /// The times of which the first that is filled is when the money of an after-sale case went back.
  let back: [Field]
  /// How the file writes its times; the first one is how the program writes them.
  let times: [TimePattern]
  /// How far an order is by its status word; a later stage has the higher number.
  let orderRanks: [String: Int]
  /// The status words of orders that are closed.
  let closed: Set<String>
  /// The status words of orders that nothing was paid for, where a file has no time of payment.
  let unpaid: Set<String>
  /// What status words of orders say of the money, where they do.
  let orderRefunds: [String: AfterSaleWord]
  /// What after-sale status words mean.
  let afterSale: [String: AfterSaleWord]
  /// What kinds of after-sale cases mean, where that goes before their status.
  let afterSaleTypes: [String: AfterSaleWord]
  /// The words of signed agreements.
  let signed: Set<String>
  /// What fields hold that have no column.
  let constants: [Field: String]
  /// Columns of amounts beside those of the fields.
  let amounts: [Column]
  /// Columns by whose words rows are left out, or are the only ones that are not.
  let filters: [Filter]
  /// The codes of channels by the words of the column of shops, where a file holds several shops; else empty.
  public let channels: [String: String]
  /// How far the file's clock is ahead of UTC, in seconds, where it is not the programme's.
  let zone: Int?
  /// How rows of settlement files are read; nil of other files.
  let settlement: SettlementRules?
  /// What distinguishes one reading of a file from another: the digest of the profile's own words, but for what is beside.
  public internal(set) var reading = ""

  /// What the rows of a file are.
  enum Kind: String, CaseIterable, Sendable {
    /// Order lines, or whole orders.
    case orders
    /// After-sale cases.
    case afterSales = "after-sales"
    /// Settlement lines: money that was paid or withheld.
    case settlements
    /// What an organisation orders: no sale, and never imported as one.
    case canteenOrders = "canteen-orders"
  }

  /// A number put together from cells: of each part the first field that is filled.
  struct Key: Equatable, Sendable {
    let parts: [[Field]]
    let separator: String
  }

  /// A column that is no field: the name that is shown, and the canonical ones it goes by.
  struct Column: Equatable, Sendable {
    let title: String
    let names: [String]
  }

  /// A column by whose words rows are left out; `isOnly` where all others are.
  struct Filter: Equatable, Sendable {
    let column: Column
    let words: Set<String>
    let isOnly: Bool
  }

  /// What is added to an amount, or taken off.
  struct Term: Equatable, Sendable {
    /// An amount of the row.
    enum Amount: Equatable, Sendable {
      case field(Field)
      /// A price, times the quantity.
      case price(Field)
      /// One of `amounts`, by its index among them.
      case other(Int)
    }

    let amount: Amount
    let isAdded: Bool
    /// Whether the sign that the cell has is left out of account: `|fee|`.
    var isMagnitude = false
  }

  /// True where its rows are after-sale cases, not orders.
  public var isOfAfterSales: Bool { kind == .afterSales }

  /// True where its rows are settlement lines: facts about money, of any channel where a payment service writes them.
  public var isOfSettlements: Bool { kind == .settlements }

  /// True where its rows are what an organisation orders.
  public var isOfCanteenOrders: Bool { kind == .canteenOrders }

  /// True where the amount due is what is left after refunds, so that they are added to the goods value.
  var isNet: Bool { goods.contains { $0.amount == .field(.refunded) } }

  /// Whether rows have the amount due; else it is the goods value.
  var tellsDue: Bool { columns[.payable] != nil || constants[.payable] != nil }

  /// The columns without which a file of this format cannot be computed: those of the core, and all that make up the
  /// money.
  var required: [Column] {
    var fields = channels.isEmpty ? core : core.union([.shop])
    var others: [Column] = []
    for term in goods + cash {
      switch term.amount {
      case .field(let field): fields.insert(field)
      case .price(let field): fields.formUnion([field, .quantity])
      case .other(let index): others.append(amounts[index])
      }
    }
    // What the money of a settlement line begins with, and the sum that shows whether fees are missing.
    let sums =
      [settlement?.amount] + (settlement?.parts ?? []).filter { $0.kind == .unknown }.map(\.terms)
    for case .other(let index)? in sums.map({ $0?.first?.amount }) { others.append(amounts[index]) }
    return Field.allCases.filter { fields.contains($0) && constants[$0] == nil }.map {
      Column(title: title($0), names: columns[$0] ?? [])
    } + others + filters.map(\.column)
  }

  /// The name that the field's column is shown by.
  func title(_ field: Field) -> String { titles[field] ?? field.name }

  /// The code of a row's channel by the word of its shop; nil for a shop that the profile does not know.
  func channel(ofShop word: String) -> String? { channels[Self.word(word)] }

  /// Whether the profile names a column, by its canonical name, and does not say that it is personal.
  ///
  /// The number of a parcel always is.
  func knows(_ header: String) -> Bool {
    guard !header.isEmpty, !personal.contains(header), columns[.courier]?.contains(header) != true
    else { return false }
    return columns.values.contains { $0.contains(header) }
      || (amounts + filters.map(\.column)).contains { $0.names.contains(header) }
  }

  /// All words that the profile gives a meaning.
  var words: Set<String> {
    if let settlement {
      return Set(settlement.entries.keys).union(settlement.directions.keys)
    }
    return closed.union(signed).union(unpaid).union(orderRanks.keys).union(orderRefunds.keys)
      .union(afterSale.keys).union(afterSaleTypes.keys)
  }

  /// Whether a word says that an order waits for its goods, is in transit, or is over: then it was sold.
  func isSold(_ status: String) -> Bool {
    guard let rank = orderRanks[Self.word(status)] else { return false }
    return (1...4).contains(rank)
  }

  /// Whether the profile does not know a word of orders, which may say that it was sold.
  func isUnknown(_ status: String) -> Bool {
    let word = Self.word(status)
    return !word.isEmpty && !orderRanks.isEmpty && orderRanks[word] == nil
      && !closed.contains(word) && !unpaid.contains(word) && orderRefunds[word] == nil
  }

  /// Whether a column of a sheet, by its canonical name, says money.
  static func isOfMoney(_ header: String) -> Bool {
    ["退", "额", "款", "签约"].contains { header.contains($0) }
  }

  private static func isUnspoken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", ",", "、", ";", "；", " ": true
    default: false
    }
  }

  /// A status word as words are compared: without the punctuation and spaces that exports vary.
  static func word(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnspoken) else { return text }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: text.unicodeScalars.lazy.filter { !isUnspoken($0) })
    return String(word)
  }
}
