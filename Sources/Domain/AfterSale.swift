/// What one row of a channel file says of one after-sale case (售后单): money that goes back of an order line.
public struct AfterSale: Equatable, Sendable {
  /// How the case stands.
  public enum State: String, Sendable {
    /// The money went back.
    case back
    /// Nobody has decided yet, or the money has not arrived.
    case open
    /// No money goes back: refused, closed, or other goods sent.
    case nothing
    /// The status is a word that the profile does not know.
    case unknown

    /// How far the case is; of two snapshots of one instant the one that is further counts.
    public var rank: Int {
      switch self {
      case .open: 1
      case .nothing: 2
      case .unknown: 3
      case .back: 4
      }
    }
  }

  /// The platform's number of the case, as text.
  public var number: String
  /// The platform's number of the order it is of.
  public var orderNumber: String
  /// The platform's number of the order line; nil where the row names the line by its item.
  public var lineNumber: String?
  /// The platform's product id; nil where the row names the line by its number.
  public var item: String?
  /// What goes back for the goods, in yuan, before a payment discount is taken off.
  public var cash = Money.zero
  /// What goes back of the freight, in yuan.
  public var freight = Money.zero
  /// Of `cash`, the payment discount that the buyer does not get (退支付优惠): it touches cash only.
  public var coupon = Money.zero
  /// When the money went back, local time `YYYY-MM-DD HH:MM:SS`; nil where the row does not say.
  public var backAt: String?
  /// The newest instant in the row, local time.
  public var newestAt = "2010-01-01 00:00:00"
  /// How it stands.
  public var state = State.unknown
  /// The status word, as the file has it.
  public var status = ""

  /// Makes a case of nothing yet; the profile fills it in.
  public init(number: String, orderNumber: String) {
    self.number = number
    self.orderNumber = orderNumber
  }
}
