/// What one row of a channel file says of one order line.
public struct Claim: Equatable, Sendable {
  /// What a row says about money that went back.
  public enum Refund: String, Sendable {
    /// Nothing went back.
    case none
    /// All of it went back.
    case full
    /// Some of it went back, and the row says how much: see `refunded`.
    case part
    /// Something went back; the row does not say how much.
    case amountUnknown = "amount_unknown"
    /// The status is a word that the profile does not know.
    case statusUnknown = "status_unknown"
    /// The status says that it was sold; the row does not say when.
    case timeUnknown = "time_unknown"
  }

  /// The platform's number of the order, as text.
  public var orderNumber: String
  /// The platform's number of the line in it, as text.
  public var lineNumber: String
  /// The channel's own code of what was sold: its 商家编码, else its product id and spec.
  public var listing: String
  /// What the file calls it.
  public var itemName: String
  /// Its spec, as the file has it.
  public var itemSpec: String
  /// The platform's product id, where after-sale rows name the line by it.
  public var item: String?
  /// The 69 code of what was sold, where the file has it.
  public var barcode: String?
  /// The number of the parcel that it went in, in capital letters and digits, where the file has it.
  public var courier: String?
  /// The province that it goes to, by its short name, or `Province.other`; nil where the file says nothing.
  public var province: String?
  /// The unit that bought, as the file calls it: only which buyer that is is kept; nil where the file says nothing.
  public var unit: String?
  /// How it bought; nil where the file has no column of it.
  public var purchaseType: PurchaseType?
  /// The host that sold it; nil where the file names none.
  public var host: OrderHost?
  /// Pieces of the listing; nil where the file does not say.
  public var quantity: Quantity?
  /// Goods value: without freight, with the subsidies of platform and streamer.
  public var goods: Money
  /// What the buyer paid for the goods, without freight: what a refund in part is a part of; nil where it
  /// is the goods value.
  public var cash: Money?
  /// The order's whole goods value, where this is an estimated share of it.
  public var estimatedFrom: Money?
  /// Freight, which is never counted.
  public var freight: Money
  /// What the buyer owed of the row by the platform's reckoning, freight included; the first line
  /// of an order that is split has it all.
  public var payable = Money.zero
  /// When it was paid, local time `YYYY-MM-DD HH:MM:SS`; nil where it was not.
  public var paidAt: String?
  /// The newest instant in the row, local time.
  public var newestAt: String
  /// What went back.
  public var refund: Refund
  /// How much of `cash` went back, with `Refund.part`.
  public var refunded: Money?
  /// True for a signed agreement (签约), which is no sale.
  public var isSigned = false
  /// What the order number of a signed agreement ends with: it is an order of its own beside the sale.
  public static let agreementMark = " 签约"
  /// How far the order has come; a later snapshot of the same time has the higher one.
  public var rank: Int
  /// False where the amounts are an estimated share of an order's total.
  public var isExact: Bool
  /// The status words, as the file has them.
  public var orderStatus: String
  /// The after-sale status word, as the file has it.
  public var afterSaleStatus: String

  /// The time of the best evidence, where that of the sale is not known: then the rank is below zero.
  public var evidence: String? { rank < 0 ? paidAt : nil }

  /// Makes a claim of nothing yet; the profile fills it in.
  public init(orderNumber: String, lineNumber: String) {
    self.orderNumber = orderNumber
    self.lineNumber = lineNumber
    listing = ""
    itemName = ""
    itemSpec = ""
    goods = .zero
    freight = .zero
    newestAt = ""
    refund = .none
    rank = 0
    isExact = true
    orderStatus = ""
    afterSaleStatus = ""
  }
}
