/// The 宝贝报表 of 千牛: a row a sub-order, what the buyer paid net of what went back.
enum Taobao {
  static let header = [
    "子订单编号", "主订单编号", "商品标题", "商品价格", "购买数量", "外部系统编号", "商品属性", "套餐信息", "联系方式备注", "订单状态",
    "商家编码", "支付单号", "买家应付货款", "买家实付金额", "退款状态", "退款金额", "订单创建时间", "订单付款时间", "淘鲜达渠道", "商品ID",
    "分阶段信息", "备注标签", "商家备注", "主订单买家留言", "发货时间", "应发货时间", "物流单号", "物流公司", "是否主动赔付", "主动赔付金额",
    "主动赔付出账时间",
  ]

  static var columns: [FixtureColumn<PlatformRow>] {
    FixtureColumn.all(of: header, orderColumns, itemColumns, amountColumns)
  }

  private static var orderColumns: [FixtureColumn<PlatformRow>] {
    [
      .id("主订单编号", \.order.number),
      .id("子订单编号", \.item.number),
      .moment("订单创建时间", \.order.submitted),
      .moment("订单付款时间", \.order.paid),
      .moment("发货时间", \.order.shipped),
      .text("订单状态") { orderStatus($0) },
      .text("退款状态") { afterSaleStatus($0) },
      .words("支付单号") { $0.isPaid ? "20260000\($0.order.number)" : nil },
      .words("物流单号") { $0.order.shipped.map { "YT\(1_000_000_000 + $0)" } },
      .words("物流公司") { $0.order.shipped == nil ? nil : "圆通速递" },
      .words("主订单买家留言") { $0.often(25, shift: 5) ? "请尽快发货，谢谢\"老板\"" : nil },
      .words("商家备注") { $0.often(30, shift: 7) ? "赠品：红薯干1袋,已联系" : nil },
      .plain("是否主动赔付") { _ in "否" },
    ]
  }

  private static var itemColumns: [FixtureColumn<PlatformRow>] {
    [
      .text("商品标题") { $0.item.product.name + " 彭水直发" },
      .text("商品属性") { $0.one(of: ["颜色分类:默认", "规格:标准装", "规格:标准装;产地:彭水"], shift: 13) },
      .text("商品ID") { $0.item.platformID(lead: "62", width: 10) },
      .text("商家编码", \.item.merchantCode),
      .text("外部系统编号", \.item.product.sku),
      .number("购买数量", \.item.quantity),
    ]
  }

  private static var amountColumns: [FixtureColumn<PlatformRow>] {
    [
      .amount("商品价格", \.item.product.price),
      .amount("买家应付货款", \.item.goods),
      .amount("买家实付金额") { $0.item.goods - $0.back(of: $0.item.goods) },
      .some("退款金额") { row in
        // What is asked for stands there too, but does not count.
        let back = row.refund == .asked ? row.item.goods / 2 : row.back(of: row.item.goods)
        return back > 0 ? back : row.often(2, shift: 45) ? 0 : nil
      },
    ]
  }

  private static func orderStatus(_ row: PlatformRow) -> String {
    switch row.fate.stage {
    case .unpaid: "等待买家付款"
    case .paid: "买家已付款，等待卖家发货"
    case .shipped: "卖家已发货，等待买家确认"
    case .done: "交易成功"
    case .closed: "交易关闭"
    }
  }

  private static func afterSaleStatus(_ row: PlatformRow) -> String {
    switch row.refund {
    case .nothing: "没有申请退款"
    case .asked: "买家已经申请退款，等待卖家同意"
    case .refused: row.often(2, shift: 17) ? "卖家拒绝退款" : "退款关闭"
    case .part, .whole: "退款成功"
    }
  }
}
