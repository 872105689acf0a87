/// The order export of 拼多多, as it is without a choice of columns.
enum Pinduoduo {
  static let header = [
    "商品", "订单号", "订单状态", "商品总价(元)", "邮费(元)", "店铺优惠折扣(元)", "平台优惠折扣(元)", "多多支付立减金额(元)",
    "用户实付金额(元)", "商家实收金额(元)", "商品数量(件)", "发货时间", "确认收货时间", "商品id", "商品规格", "样式ID",
    "商家编码-规格维度", "商家编码-商品维度", "商家备注", "售后状态", "快递单号", "快递公司", "订单成交时间", "是否分期", "分期期数",
    "手续费承担方", "分期方式",
  ]

  static var columns: [FixtureColumn<PlatformRow>] {
    FixtureColumn.all(of: header, orderColumns, itemColumns, amountColumns)
  }

  private static var orderColumns: [FixtureColumn<PlatformRow>] {
    [
      .text("订单号") { "\($0.shortDay)-\(digits($0.order.number, 15))" },
      .text("订单状态") { orderStatus($0) },
      .words("售后状态") { $0.isPaid ? afterSaleStatus($0) : nil },
      // An order is concluded when it is paid.
      .moment("订单成交时间", \.order.paid),
      .moment("发货时间", \.order.shipped),
      .moment("确认收货时间", \.order.completed),
      .words("商家备注") { $0.often(30, shift: 7) ? "赠品：红薯干1袋,已联系" : nil },
      .words("快递单号") { $0.order.shipped.map { "YT\(1_000_000_000 + $0)" } },
      .words("快递公司") { $0.order.shipped == nil ? nil : "圆通快递" },
      .text("是否分期") { $0.often(20, shift: 11) ? "是" : "否" },
    ]
  }

  private static var itemColumns: [FixtureColumn<PlatformRow>] {
    [
      .text("商品") { $0.item.product.name },
      .number("商品数量(件)", \.item.quantity),
      .text("商品id") { $0.item.platformID(lead: "55", width: 10) },
      .text("商品规格") { $0.one(of: ["默认", "标准装,彭水直发", "礼盒装"], shift: 13) },
      .text("样式ID") { $0.item.platformID(lead: "14", width: 11) },
      .text("商家编码-规格维度", \.item.merchantCode),
    ]
  }

  private static var amountColumns: [FixtureColumn<PlatformRow>] {
    [
      .amount("商品总价(元)", \.item.listed),
      .amount("邮费(元)", \.item.freight),
      .amount("店铺优惠折扣(元)", \.item.shopDiscount),
      .amount("平台优惠折扣(元)", \.item.platformSubsidy),
      .amount("多多支付立减金额(元)", \.item.streamerSubsidy),
      .amount("用户实付金额(元)", \.item.payable),
      // What the platform takes off, it pays.
      .amount("商家实收金额(元)") { $0.item.goods + $0.item.freight },
    ]
  }

  private static func orderStatus(_ row: PlatformRow) -> String {
    switch (row.fate.stage, row.refund) {
    case (.unpaid, _): "待付款"
    case (.closed, _): row.often(4, shift: 15) ? "已取消，退款成功" : "未发货，退款成功"
    case (_, .whole), (_, .part): row.often(2, shift: 15) ? "已收货，退款成功" : "已发货，退款成功"
    case (.paid, _): "待发货"
    case (.shipped, _): row.often(2, shift: 15) ? "已发货，待签收" : "已发货，待收货"
    case (.done, _): row.often(2, shift: 15) ? "已签收" : "已收货"
    }
  }

  private static func afterSaleStatus(_ row: PlatformRow) -> String {
    switch row.refund {
    case .nothing, .refused: "无售后或售后取消"
    case .asked: "售后处理中"
    case .part, .whole: "退款成功"
    }
  }
}

extension PlatformRow {
  /// The day an order number begins with, such as `261007`.
  fileprivate var shortDay: String {
    String(month.day(at: order.submitted).filter { $0 != "-" }.dropFirst(2))
  }
}
