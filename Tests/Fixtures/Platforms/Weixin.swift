/// The order export of 视频号小店: a row an article, cells of the order on every line or on the first alone.
enum Weixin {
  static let header = [
    "订单号", "订单下单时间", "订单发货时间", "订单确认收货时间", "订单完成结算时间", "订单状态", "发货方式", "收件人姓名", "收件人地址", "省",
    "市", "区", "收件人手机", "买家备注", "商家备注", "打标颜色", "商品总价", "订单实际支付金额", "订单实际收款金额", "订单运费",
    "商品优惠", "跨店优惠", "商品改价", "积分抵扣", "支付方式", "支付时间", "交易单号", "物流公司", "快递单号", "技术服务费",
    "技术服务费（将以人气卡形式返还）", "运费险预计投保费用", "带货方式", "带货账号类型", "带货账号昵称", "带货费用渠道", "带货费用类型", "带货费用",
    "带货佣金率", "礼物单号", "商品名称", "商品编码(平台)", "商品编码(自定义)", "SKU编码(自定义)", "商品属性", "商品价格(单件)",
    "商品实际价格(单件)", "商品实际价格(总共)", "是否预售", "商品数量", "商品平台券优惠", "商品平均运费", "定制信息", "定制预览图", "商品发货",
    "商品售后", "商品已退款金额",
  ]

  static var columns: [FixtureColumn<PlatformRow>] {
    FixtureColumn.all(of: header, orderColumns, receiverColumns, itemColumns, amountColumns)
  }

  private static var orderColumns: [FixtureColumn<PlatformRow>] {
    [
      .id("订单号", \.order.number),
      .moment("订单下单时间") { $0.told($0.order.submitted) },
      .moment("支付时间") { $0.told($0.order.paid) },
      .moment("订单发货时间") { $0.told($0.order.shipped) },
      .moment("订单确认收货时间") { $0.told($0.order.completed) },
      .words("订单状态") { $0.told(orderStatus($0)) },
      .words("发货方式") { $0.told("物流发货") },
      .words("支付方式") { $0.told($0.isPaid ? "微信支付" : nil) },
      .words("交易单号") { $0.told($0.isPaid ? "42000\($0.order.number)" : nil) },
      .words("快递单号") { $0.told($0.order.shipped).map { "SF\(1_000_000_000 + $0)" } },
      .words("带货账号昵称") { $0.told($0.one(of: ["彭水县长直播间", "苗妹妹 𠮷祥工坊"], shift: 21)) },
      .some("订单实际支付金额") { row in row.told(row.order.items.reduce(0) { $0 + $1.payable }) },
      .some("订单运费") { $0.told($0.order.items[0].freight) },
    ]
  }

  private static var receiverColumns: [FixtureColumn<PlatformRow>] {
    [
      .words("收件人姓名") { $0.told($0.order.receiver.name) },
      .words("收件人地址") { $0.told($0.order.receiver.address) },
      .words("收件人手机") { $0.told($0.order.receiver.phone) },
      .words("省") { $0.told($0.order.receiver.place.province) },
      .words("市") { $0.told($0.order.receiver.place.city) },
      .words("区") { $0.told($0.order.receiver.place.district) },
      .words("买家备注") { $0.often(25, shift: 5) ? $0.told("请尽快发货，谢谢\"老板\"") : nil },
    ]
  }

  private static var itemColumns: [FixtureColumn<PlatformRow>] {
    [
      .text("商品名称") { $0.item.product.name },
      .text("商品编码(平台)") { $0.item.platformID(lead: "1000", width: 10) },
      .text("SKU编码(自定义)", \.item.merchantCode),
      .text("商品属性") { $0.one(of: ["默认", "规格:标准装", "规格:标准装;产地:彭水"], shift: 13) },
      .number("商品数量", \.item.quantity),
      .plain("是否预售") { _ in "否" },
      .text("商品发货") { $0.order.shipped == nil ? "未发货" : "已发货" },
      .words("商品售后") { afterSaleStatus($0) },
    ]
  }

  private static var amountColumns: [FixtureColumn<PlatformRow>] {
    [
      .amount("商品价格(单件)", \.item.product.price),
      .amount("商品实际价格(总共)", \.item.goods),
      .amount("商品平台券优惠", \.item.platformSubsidy),
      .amount("商品平均运费", \.item.freight),
      .some("商品已退款金额") { row in
        let back = row.back(of: row.item.goods)
        return back > 0 ? back : row.often(2, shift: 45) ? 0 : nil
      },
    ]
  }

  private static func orderStatus(_ row: PlatformRow) -> String {
    switch row.fate.stage {
    case .unpaid: "待付款"
    case .paid: "待发货"
    case .shipped: row.often(2, shift: 15) ? "待收货" : "已发货"
    case .done: "已完成"
    case .closed: "已取消"
    }
  }

  private static func afterSaleStatus(_ row: PlatformRow) -> String? {
    switch row.refund {
    case .nothing, .asked: nil
    case .refused: row.one(of: ["售后关闭", "用户取消申请", "商家拒绝退款"], shift: 17)
    case .part, .whole: row.often(5, shift: 17) ? "平台处理完成" : "退款完成"
    }
  }
}
