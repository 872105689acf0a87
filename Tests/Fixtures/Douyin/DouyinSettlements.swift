/// What a settlement bill adds up to.
public struct SettlementExpectation: Equatable, Sendable {
  /// The settlement lines.
  public var rows = 0
  /// The fen that were settled, and those withheld of them as fees.
  public var settled = 0, fees = 0

  /// All of it as JSON; amounts are texts in yuan.
  public var json: String {
    "{\"rows\": \(rows), \"settled\": \"\(yuan(settled))\", \"fees\": \"\(yuan(fees))\"}\n"
  }

  /// What was settled, in yuan.
  public var settledText: String { yuan(settled) }
}

/// A settlement line of one sub-order: what the buyer paid with its subsidies, and what was withheld.
struct DouyinSettlement: FixtureRow {
  let row: DouyinRow
  let item: FixtureItem
  let settled: Int

  var month: FixtureMonth { row.month }
  var noise: UInt64 { row.noise >> 5 }
  var income: Int { item.goods + item.freight }
  /// Five in a hundred of it.
  var service: Int { income / 20 }
  /// A fifth of it, where a streamer sold it.
  var commission: Int { often(3, shift: 3) ? 0 : income / 5 }
  var amount: Int { income - service - commission }

  private static func withheld(_ fen: Int) -> String { fen == 0 ? "0.00" : "-" + yuan(fen) }

  /// The names of the columns, in the order of the file.
  static let header = [
    "结算时间", "订单号", "子订单号", "结算金额", "结算账户", "结算单类型", "有结算前退款", "下单时间", "商品ID", "商品数量", "业务类型",
    "订单类型", "订单总价", "商品总价", "运费", "店铺劵", "结算前退款金额", "平台补贴", "达人补贴", "抖音支付补贴", "抖音月付营销补贴",
    "用户实付", "收入合计", "平台服务费", "佣金", "渠道分成", "招商服务费", "站外推广费", "其他分成", "其他分成说明", "支出合计",
    "是否免佣", "免佣金额", "备注",
  ]

  static var columns: [FixtureColumn<DouyinSettlement>] {
    let amounts: [FixtureColumn<DouyinSettlement>] = [
      .amount("结算金额", \.amount), .amount("运费", \.item.freight), .amount("结算前退款金额") { _ in 0 },
      .amount("用户实付", \.income), .amount("收入合计", \.income),
      .plain("平台服务费") { withheld($0.service) },
      .plain("佣金") { withheld($0.commission) },
      .plain("支出合计") { withheld($0.service + $0.commission) },
    ]
    return FixtureColumn.all(
      of: header,
      [
        .moment("结算时间", \.settled), .id("订单号", \.row.order.number), .id("子订单号", \.item.number),
        .text("结算账户") { _ in "聚合账户" }, .text("结算单类型") { _ in "已结算" },
        .moment("下单时间", \.row.order.submitted), .number("商品数量", \.item.quantity),
      ], amounts)
  }
}

/// A settlement bill (结算账单) of 抖店, of the orders of a plan that are over and of which nothing went back.
public struct DouyinSettlements: FixtureExport {
  private let orders: DouyinPlan

  /// The names of the columns, in the order of the file.
  public static let header = DouyinSettlement.header

  /// Makes the bill of a plan's orders.
  public init(_ orders: DouyinPlan) { self.orders = orders }

  /// The file's name: the export's time first, where it is told.
  public var name: String { Self.name(seed: orders.seed &+ 77, at: orders.exportTime) }

  /// Writes the file's bytes to a sink, and answers what it adds up to.
  public func write(
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> SettlementExpectation {
    var file = try CSVFile(
      DouyinSettlement.columns, style: .tabLed, encoding: orders.encoding, to: sink)
    var sums = SettlementExpectation()
    try orders.forEachRow { row, _ in
      guard let item = row.items.first, row.order.paid != nil, row.order.fate.refund == .nothing,
        let settled = row.order.completed
      else { return }
      let line = DouyinSettlement(row: row, item: item, settled: settled)
      try file.add(line)
      sums.rows += 1
      sums.settled += line.amount
      sums.fees += line.service + line.commission
    }
    try file.end()
    return sums
  }
}
