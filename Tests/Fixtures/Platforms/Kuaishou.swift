/// The order export of 快手小店: an order is a line.
enum Kuaishou {
  static let header = [
    "订单号", "赠品订单号", "活动订单编号", "订单创建时间", "订单支付时间", "预售定金支付时间", "订单状态", "实付款", "快递费", "店铺优惠",
    "平台补贴", "主播补贴", "混资活动优惠", "支付优惠", "支付方式", "成交数量", "买家留言", "账号类型", "账号明细", "订单备注",
    "旗帜颜色", "售后状态", "活动订单", "预售/承诺发货时间", "订单载体", "商品名称", "商品ID", "商品规格", "SKU编码", "商品单价",
    "渠道", "CPS达人ID", "CPS达人昵称", "预估推广佣金", "预估推广者分佣比例", "团长ID", "团长昵称", "快赚客ID", "快赚客昵称",
    "授权推广者ID", "授权推广者昵称", "收货人姓名", "收货人电话", "收货地址-省", "收货地址-市", "收货地址-区", "收货地址-街道", "收货地址",
    "发货时间", "快递公司", "快递单号", "物流信息", "集运类型", "直邮类型", "仓库名称", "仓库地址", "实名姓名", "服务门店ID",
    "服务门店名称", "服务门店地址", "国补/类国补/消费券",
  ]

  static var columns: [FixtureColumn<PlatformRow>] {
    FixtureColumn.all(of: header, orderColumns, itemColumns, amountColumns, receiverColumns)
  }

  private static var orderColumns: [FixtureColumn<PlatformRow>] {
    [
      .id("订单号", \.order.number),
      .moment("订单创建时间", \.order.submitted),
      .moment("订单支付时间", \.order.paid),
      .moment("发货时间", \.order.shipped),
      .text("订单状态") { orderStatus($0) },
      .words("售后状态") { afterSaleStatus($0) },
      .words("支付方式") { $0.isPaid ? $0.one(of: ["微信支付", "支付宝"], shift: 3) : nil },
      .words("买家留言") { $0.often(25, shift: 5) ? "请尽快发货，谢谢\"老板\"" : nil },
      .words("订单备注") { $0.often(30, shift: 7) ? "小额打款,已联系" : nil },
      .text("账号类型") { _ in "主播账号" },
      .text("订单载体") { $0.one(of: ["直播", "短视频", "商品卡"], shift: 11) },
      .text("渠道") { $0.often(3, shift: 19) ? "自营" : "分销" },
      .words("快递公司") { $0.order.shipped == nil ? nil : "中通快递" },
      .words("快递单号") { $0.order.shipped.map { "ZT\(1_000_000_000 + $0)" } },
    ]
  }

  private static var itemColumns: [FixtureColumn<PlatformRow>] {
    [
      .text("商品名称") { $0.item.product.name },
      .text("商品ID") { $0.item.platformID(lead: "21", width: 12) },
      .text("商品规格") { $0.one(of: ["默认", "标准装", "礼盒装,彭水直发"], shift: 13) },
      .text("SKU编码", \.item.merchantCode),
      .number("成交数量", \.item.quantity),
    ]
  }

  private static var amountColumns: [FixtureColumn<PlatformRow>] {
    [
      .amount("实付款", \.item.payable),
      .amount("快递费", \.item.freight),
      .amount("店铺优惠", \.item.shopDiscount),
      .some("平台补贴") { $0.item.platformSubsidy == 0 ? nil : $0.item.platformSubsidy },
      .some("主播补贴") { $0.item.streamerSubsidy == 0 ? nil : $0.item.streamerSubsidy },
      .amount("商品单价", \.item.product.price),
      .plain("预估推广者分佣比例") { $0.one(of: ["30.0%", "20.0%", "0.0%"], shift: 21) },
    ]
  }

  private static var receiverColumns: [FixtureColumn<PlatformRow>] {
    [
      .text("收货人姓名", \.order.receiver.name),
      .text("收货人电话", \.order.receiver.phone),
      .text("收货地址-省", \.order.receiver.place.province),
      .text("收货地址-市", \.order.receiver.place.city),
      .text("收货地址-区", \.order.receiver.place.district),
      .text("收货地址-街道", \.order.receiver.place.street),
      .text("收货地址", \.order.receiver.address),
    ]
  }

  private static func orderStatus(_ row: PlatformRow) -> String {
    switch row.fate.stage {
    case .unpaid: "待付款"
    case .paid: "待发货"
    case .shipped: "已发货"
    case .done: row.often(3, shift: 15) ? "已收货" : "交易成功"
    case .closed: "交易关闭"
    }
  }

  private static func afterSaleStatus(_ row: PlatformRow) -> String? {
    switch row.refund {
    case .nothing: nil
    case .asked: "售后处理中"
    case .refused: "售后关闭"
    case .part, .whole: row.often(2, shift: 17) ? "售后成功" : "退款成功"
    }
  }
}
