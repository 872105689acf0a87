typealias DouyinColumn = FixtureColumn<DouyinRow>

extension DouyinColumn {
  /// The columns of a variant, in the order of its header.
  static func all(of variant: DouyinVariant) -> [Self] {
    all(
      of: variant.header, orderColumns, itemColumns, amountColumns, receiverColumns, timeColumns,
      trafficColumns)
  }

  private static var orderColumns: [DouyinColumn] {
    [
      .id("主订单编号") { $0.order.number },
      .text("支付方式") { $0.one(of: ["微信支付", "支付宝", "抖音月付", "银行卡支付"], shift: 3) },
      .plain("是否修改过地址") { $0.often(40) ? "是" : "否" },
      .text("买家留言") { $0.often(25, shift: 5) ? "请尽快发货，谢谢\"老板\"" : "-" },
      .text("旗帜颜色") { $0.often(30, shift: 7) ? "红" : "-" },
      .text("商家备注") { $0.often(30, shift: 7) ? "赠品：红薯干1袋,已联系" : "-" },
      .text("APP渠道") { $0.one(of: ["抖音", "抖音极速版", "今日头条", "抖音火山版"], shift: 11) },
      .text("订单状态") { $0.order.fate.orderStatus },
      .text("售后状态") { $0.order.fate.afterSale },
      .text("取消原因") { $0.order.fate.reason },
      .text("订单类型") { _ in "普通订单" },
    ]
  }

  private static var itemColumns: [DouyinColumn] {
    [
      .text("子订单编号") { row in row.joined { String($0.number) } },
      .text("选购商品") { row in
        row.joined { row.isJoined ? "\($0.product.name)-(\($0.product.sku))" : $0.product.name }
      },
      .text("商品规格") { row in row.one(of: ["默认", "规格:标准装", "规格:标准装;产地:彭水"], shift: 13) },
      .text("货号") { row in row.joined { $0.product.sku } },
      .text("商品ID") { row in row.joined { $0.platformID(lead: "37", width: 17) } },
      .text("商家编码") { row in row.joined(\.merchantCode) },
      .number("商品数量") { $0.sum(\.quantity) },
      .amount("商品单价") { $0.items.first?.product.price ?? 0 },
      .amount("商品金额") { $0.sum(\.listed) },
    ]
  }

  private static var amountColumns: [DouyinColumn] {
    [
      .amount("订单应付金额") { $0.sum(\.payable) },
      .amount("运费") { $0.sum(\.freight) },
      .amount("优惠总金额") { $0.sum(\.discounts) },
      .discount("平台优惠", called: "平台券") { $0.sum(\.platformSubsidy) },
      .discount("商家优惠", called: "满99-立减") { $0.sum(\.shopDiscount) },
      .discount("达人优惠", called: "达人红包") { $0.sum(\.streamerSubsidy) },
      .amount("商家改价") { _ in 0 },
      .amount("支付优惠") { _ in 0 },
      .amount("红包抵扣") { _ in 0 },
      .amount("手续费") { _ in 0 },
      .amount("降价类优惠") { _ in 0 },
      .amount("平台实际承担优惠金额") { $0.sum(\.platformSubsidy) },
      .amount("商家实际承担优惠金额") { $0.sum(\.shopDiscount) },
      .amount("达人实际承担优惠金额") { $0.sum(\.streamerSubsidy) },
      .amount("税费") { _ in 0 },
      .amount("教育优惠") { _ in 0 },
    ]
  }

  private static var receiverColumns: [DouyinColumn] {
    [
      .text("收件人") { $0.order.receiver.name },
      .text("收件人手机号") { $0.order.receiver.phone },
      .text("省") { $0.order.receiver.place.province },
      .text("市") { $0.order.receiver.place.city },
      .text("区") { $0.order.receiver.place.district },
      .text("街道") { $0.order.receiver.place.street },
      .text("详细地址") { $0.order.receiver.address },
      .text("快递信息") { $0.order.shipped == nil ? "-" : "SF\($0.order.number % 1_000_000_007)-顺丰速运" },
    ]
  }

  private static var timeColumns: [DouyinColumn] {
    [
      .time("订单提交时间", \.order.submitted),
      .time("支付完成时间", \.order.paid),
      .time("发货时间", \.order.shipped),
      .time("订单完成时间", \.order.completed),
      .time("承诺发货时间") { row in
        row.order.paid.map { min($0 + 48 * 3600, row.month.seconds - 1) }
      },
    ]
  }

  private static var trafficColumns: [DouyinColumn] {
    [
      .text("流量来源") { $0.one(of: ["小店自卖", "精选联盟", "巨量千川"], shift: 19) },
      .text("达人ID") { $0.isOwnShop ? "0" : "3\(digits(Int($0.order.noise >> 40), 9))" },
      .text("达人昵称") { $0.isOwnShop ? "-" : $0.one(of: streamers, shift: 21) },
      .plain("是否安心购") { _ in "是" },
      .text("流量类型") { $0.one(of: ["自然流量", "付费流量"], shift: 23) },
      .text("流量体裁") { $0.one(of: ["直播", "短视频", "商品卡"], shift: 25) },
      .text("流量渠道") { $0.one(of: ["直播推荐", "关注", "搜索", "其他"], shift: 27) },
      .text("发货主体") { _ in "店铺" },
      .plain("是否平台仓自流转") { _ in "否" },
      .plain("是否是以旧换新") { _ in "否" },
      .plain("是否是渠道商品") { _ in "否" },
      .plain("商品单价是否含税") { _ in "否" },
    ]
  }
}

/// Names with a character of four bytes in GB18030, too.
private let streamers = [
  "彭水县长直播间", "聊城援渝干部老张", "乡村好物🍠阿依", "苗妹妹 𠮷祥工坊", "鲁渝协作·优选",
]

extension DouyinRow {
  fileprivate var isOwnShop: Bool { often(3, shift: 19) }
}
