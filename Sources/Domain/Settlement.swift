/// What one row of a settlement file says: money that a platform or a payment service paid or withheld (结算明细).
///
/// It is a fact about money, never a sale.
public struct Settlement: Equatable, Sendable {
  /// What an amount is of; profiles name it by its raw value.
  public enum Kind: String, CaseIterable, Sendable {
    /// What the buyer paid, with freight.
    case sale
    /// What platform, streamer or state add to it (补贴).
    case subsidy
    /// What went back to the buyer.
    case refund
    /// The platform's service fee (技术服务费).
    case serviceFee = "service-fee"
    /// The streamer's commission (达人佣金).
    case commission
    /// What agents take: 招商服务费, 团长佣金, 服务商佣金, 渠道分成.
    case agentFee = "agent-fee"
    /// Advertising (推广费).
    case promotionFee = "promotion-fee"
    /// Premiums, as of freight insurance (运费险).
    case insurance
    /// The payment service's fee (手续费).
    case paymentFee = "payment-fee"
    /// Any other fee that is known.
    case otherFee = "other-fee"
    /// Compensation (赔付), paid or received.
    case compensation
    /// A deposit (保证金).
    case deposit
    /// A withdrawal (提现).
    case withdrawal
    /// What the owner of the account moved for other ends.
    case transfer
    /// What the profile does not know: kept and reported, never dropped.
    case unknown

    /// What a rate may be agreed of.
    public static let fees: [Self] = [
      .serviceFee, .commission, .agentFee, .promotionFee, .insurance, .paymentFee, .otherFee,
    ]
  }

  /// Which account of the money a file gives.
  public enum Ledger: String, CaseIterable, Sendable {
    /// What is settled, order by order.
    case bill
    /// The movements of the platform's account.
    case account
    /// The bill of a payment service.
    case payment
    /// A list of what streamers get (佣金订单明细), which says once more what bills deduct.
    case commission
  }

  /// The platform's number of the line, or what the profile puts one together from.
  public var number = ""
  /// The platform's number of the order it is of; empty for what is of none.
  public var orderNumber = ""
  /// Which account of the money it is from.
  public var ledger: Ledger
  /// What the file calls the movement.
  public var entry = ""
  /// The streamer that a commission is of; empty for none.
  public var host = ""
  /// When the money moved, local time `YYYY-MM-DD HH:MM:SS`.
  public var settledAt = ""
  /// What is neither income nor expense by the file, in yuan.
  public var neutral = Money.zero
  private var amounts = Self.nothing
  private static let nothing = [Money](repeating: .zero, count: Kind.allCases.count)

  /// Makes a line of nothing yet; the profile fills it in.
  public init(ledger: Ledger) { self.ledger = ledger }

  /// The yuan of a kind, signed: what comes to the shop is above zero.
  public subscript(kind: Kind) -> Money {
    get { amounts[kind.index] }
    set { amounts[kind.index] = newValue }
  }

  /// What it adds to the account: the sum of all kinds.
  public var amount: Money { amounts.reduce(.zero, +) }

  /// The yuan of each kind, in the order of the kinds.
  public var parts: [Money] { amounts }
}

extension Settlement.Kind {
  private static let inOrder = allCases

  fileprivate var index: Int { Self.inOrder.firstIndex(of: self) ?? 0 }

  /// The name of its column.
  public var column: String { rawValue.replacing("-", with: "_") }
}
