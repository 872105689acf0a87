extension DouyinCase {
  /// The names of the columns, in the order of the file.
  static let header = [
    "售后单号", "订单号", "商品单号", "商品名称", "商品ID", "应付金额（元）", "商品运费（元）", "支付优惠（元）", "商品税费（元）",
    "商品发货状态", "售后类型", "退商品金额（元）", "退运费金额（元）", "退支付优惠（元）", "退税费金额（元）", "售后状态", "售后申请时间",
    "退款方式", "是否已上传退款凭证", "售后原因", "售后原因标签", "退货物流单号", "退货异常", "退货发货时间", "退货物流公司",
    "自动处理截止时间", "同意售后申请时间", "商家退款时间", "用户到账时间", "售后关闭时间", "商家退货地址", "商家退货联系人姓名",
    "商家退货联系人电话", "仲裁状态", "纠纷责任方", "是否极速退款", "是否拒签后退款", "发货物流单号", "发货物流状态", "换货物流单号",
    "退货物流状态", "售后完结时间", "订单备注", "用户售后说明", "售后备注", "操作人", "协商记录", "换货商品信息", "商家编码", "门店名称",
  ]

  static var columns: [FixtureColumn<DouyinCase>] {
    FixtureColumn.all(of: header, caseColumns, amountColumns, timeColumns)
  }

  private static var caseColumns: [FixtureColumn<DouyinCase>] {
    [
      .id("售后单号", \.number),
      .id("订单号", \.row.order.number),
      .id("商品单号", \.item.number),
      .text("商品名称", \.item.product.name),
      .text("商品ID") { $0.item.platformID(lead: "37", width: 17) },
      .text("商家编码", \.item.merchantCode),
      .text("商品发货状态") { $0.isShipped ? "已发货" : "未发货" },
      .text("售后类型", \.type),
      .text("售后状态", \.status),
      .text("售后原因") { $0.one(of: ["七天无理由", "质量问题", "少件/漏发", "多拍/错拍"], shift: 5) },
      .text("退款方式") { _ in "原路退回" },
      .plain("是否极速退款") { $0.often(9) ? "是" : "否" },
      .text("用户售后说明") { $0.often(4, shift: 7) ? "红薯有磕碰，退一部分" : "-" },
    ]
  }

  private static var amountColumns: [FixtureColumn<DouyinCase>] {
    [
      .amount("应付金额（元）", \.item.payable),
      .amount("商品运费（元）", \.item.freight),
      .amount("退商品金额（元）") { $0.asked },
      .amount("退运费金额（元）") { $0.cash >= $0.item.cash ? $0.item.freight : 0 },
      .words("退支付优惠（元）") { _ in nil },
    ]
  }

  private static var timeColumns: [FixtureColumn<DouyinCase>] {
    [
      .moment("售后申请时间", \.applied),
      .moment("同意售后申请时间") { $0.arrived == nil ? nil : $0.applied },
      .moment("用户到账时间", \.arrived),
      .moment("售后完结时间", \.arrived),
    ]
  }

  /// What is asked for, whether or not it went back.
  private var asked: Int {
    switch outcome {
    case .back(let cash): cash
    case .open, .closed: item.cash
    case .exchanged: 0
    }
  }

  private var isShipped: Bool { row.order.shipped != nil }

  private var type: String {
    if case .exchanged = outcome { return often(2) ? "换货" : "补寄" }
    return isShipped ? one(of: ["退货退款", "已发货退款(仅退款)"]) : "未发货退款(仅退款)"
  }

  private var status: String {
    switch outcome {
    case .back: "同意退款，退款成功"
    case .open: one(of: ["待商家处理", "待商家收货", "同意退款，退款中"])
    case .closed: one(of: ["售后关闭", "拒绝售后申请"])
    case .exchanged: type == "换货" ? "换货成功" : "补寄成功"
    }
  }
}
