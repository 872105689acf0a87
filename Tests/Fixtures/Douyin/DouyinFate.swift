/// What became of an order: its status words, and what they say of the money.
struct DouyinFate {
  /// What went back.
  enum Refund { case nothing, all, unknown }

  let paid: Bool
  let orderStatus: String
  let afterSale: String
  let refund: Refund
  let reason: String

  private init(
    _ orderStatus: String, _ afterSale: String = "-", _ refund: Refund = .nothing,
    paid: Bool = true, reason: String = "-"
  ) {
    self.orderStatus = orderStatus
    self.afterSale = afterSale
    self.refund = refund
    self.paid = paid
    self.reason = reason
  }

  /// Draws one: of a thousand orders 30 unpaid, 40 taken back whole, 5 nobody knows how far.
  static func drawn(from random: inout SplitMix64) -> DouyinFate {
    switch random.below(1000) {
    case 0..<30: DouyinFate("已关闭", paid: false, reason: "超时未支付")
    case 30..<45: DouyinFate("已关闭", "已全额退款", .all, reason: "用户申请退款")
    case 45..<50: DouyinFate("已完成", "已全额退款", .all)
    case 50..<65: DouyinFate("已关闭", "退款成功", .all, reason: "用户申请退款")
    case 65..<70: DouyinFate("已关闭", "同意退款，退款成功", .all, reason: "七天无理由")
    case 70..<75: DouyinFate("已完成", "退款成功", .unknown)
    case 75..<90: DouyinFate("已完成", "售后关闭")
    case 90..<95: DouyinFate("已完成", "售后已拒绝")
    case 95..<98: DouyinFate("已完成", "换货成功")
    case 98..<100: DouyinFate("已完成", "补寄成功")
    case 100..<104: DouyinFate("已发货", "待收退货")
    case 104..<250: DouyinFate("已发货")
    case 250..<300: DouyinFate("待发货")
    default: DouyinFate("已完成")
    }
  }

  /// True where the goods went out.
  var isShipped: Bool { orderStatus == "已发货" || orderStatus == "已完成" }
}
