extension FixturePlatform {
  /// What a row comes to, in fen: its goods value, and what of it went back as far as the file tells;
  /// `isUnknown` where it does not tell how much.
  func settled(_ row: PlatformRow) -> (goods: Int, back: Int, isUnknown: Bool) {
    let goods = row.item.goods
    let isBack = row.refund == .whole || row.refund == .part
    return switch self {
    case .pinduoduo where row.refund == .whole && row.fate.stage == .closed: (goods, goods, false)
    case .pinduoduo, .kuaishou: (goods, 0, isBack)
    case .weixin, .taobao: (goods, row.back(of: goods), false)
    }
  }

  /// The newest instant that a row tells.
  func newest(_ row: PlatformRow) -> Int {
    let order = row.order
    return switch self {
    case .pinduoduo: max(order.paid ?? 0, order.shipped ?? 0, order.completed ?? 0)
    case .kuaishou, .taobao: max(order.submitted, order.paid ?? 0, order.shipped ?? 0)
    case .weixin:
      max(
        order.submitted, order.paid ?? 0, row.told(order.shipped) ?? 0,
        row.told(order.completed) ?? 0)
    }
  }
}
