internal import Tabular

extension Profile {
  /// The profiles that the program carries.
  public static let shipped = [douyinOrders, douyinMainOrders]

  /// 抖店 order export, a row a sub-order (73 columns in 2026; 74, 75 and 90 seen).
  ///
  /// Header names after the importers that read the real file; see docs/reference/profiles.md.
  static let douyinOrders = douyin(
    name: "douyin-orders", joinsLines: false, extraCore: [], absent: [])

  /// 抖店 order export, a row a main order (75 columns): totals of lines joined by semicolons.
  ///
  /// Told by 商品金额 and 货号, and by having neither 商品单价 nor 商品规格.
  static let douyinMainOrders = douyin(
    name: "douyin-main-orders", joinsLines: true, extraCore: [.itemNumber, .goodsAmount],
    absent: ["商品单价", "商品规格"])

  private static func douyin(
    name: String, joinsLines: Bool, extraCore: Set<Field>, absent: [String]
  ) -> Profile {
    Profile(
      name: name, platform: "douyin", columns: douyinColumns,
      core: extraCore.union([
        .order, .line, .name, .quantity, .productID, .merchantCode, .payable, .freight,
        .platformSubsidy, .streamerSubsidy, .paid, .orderStatus, .afterSaleStatus,
      ]),
      absent: absent.map(canonicalHeader),
      personal: Set(
        ["收件人", "收件人手机号", "街道", "详细地址", "地址修改时段", "买家留言", "商家备注"].map(canonicalHeader)),
      joinsLines: joinsLines,
      orderRanks: [
        "待支付": 0, "待发货": 1, "备货中": 1, "待使用": 1, "部分发货": 2, "已发货": 3, "已使用": 4, "已完成": 4, "已关闭": 5,
      ],
      afterSale: [
        "": .nothing(rank: 0),
        "待退货": .nothing(rank: 1), "待收退货": .nothing(rank: 1), "售后待处理": .nothing(rank: 1),
        "待买家退货处理": .nothing(rank: 1), "待商家处理": .nothing(rank: 1), "待商家收货": .nothing(rank: 1),
        "售后关闭": .nothing(rank: 2), "售后已拒绝": .nothing(rank: 2),
        "换货成功": .nothing(rank: 3), "补寄成功": .nothing(rank: 3),
        "退款成功": .allWhenClosed, "同意退款,退款成功": .allWhenClosed,
        "已全额退款": .all,
      ])
  }

  private static let douyinColumns: [Field: [String]] = [
    .order: ["主订单编号"],
    .line: ["子订单编号"],
    .name: ["选购商品"],
    .spec: ["商品规格"],
    .quantity: ["商品数量"],
    .productID: ["商品ID"],
    .merchantCode: ["商家编码"],
    .itemNumber: ["货号"],
    .goodsAmount: ["商品金额"],
    .payable: ["订单应付金额"],
    .freight: ["运费"],
    .platformSubsidy: ["平台实际承担优惠金额"],
    .streamerSubsidy: ["达人实际承担优惠金额"],
    .submitted: ["订单提交时间"],
    .paid: ["支付完成时间"],
    .shipped: ["发货时间"],
    .completed: ["订单完成时间"],
    .orderStatus: ["订单状态"],
    .afterSaleStatus: ["售后状态"],
  ]
}
