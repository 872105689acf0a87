import Fixtures

/// A month's files of three platforms, at random: orders that grow from snapshot to snapshot, and after-sale
/// files that come before, with and after them.
struct RandomFolder {
  private(set) var tables: [TextTable] = []
  private var dice: Dice

  init(seed: UInt64) {
    dice = Dice(seed)
    for index in 0..<3 {
      let time = 1_791_200_000 + index * 800_000
      tables.append(douyinOrders(time, step: index))
      tables.append(douyinCases(time + 1, step: index))
      tables.append(weixinOrders(time + 2, step: index))
      tables.append(weixinCases(time + 3, step: index))
      tables.append(taobaoOrders(time + 4, step: index))
      tables.append(taobaoCases(time + 5, step: index))
    }
    tables.removeAll { $0.rows.isEmpty }
    // Some have no time in their name.
    for index in tables.indices where dice.roll(6) == 0 {
      tables[index].name = "undated_\(index).csv"
    }
  }

  /// The same rows in other files: cut, repeated, in another order.
  func shuffled(seed: UInt64) -> [TextTable] {
    var dice = Dice(seed &* 7919)
    var pieces = tables.flatMap { table in
      dice.roll(2) == 0 ? [table] : table.cut(at: dice.roll(table.rows.count + 1))
    }
    pieces += pieces.filter { _ in dice.roll(5) == 0 }
    return pieces.indices.map { _ in pieces.remove(at: dice.roll(pieces.count)) }
  }

  private mutating func day(_ first: Int) -> String {
    let day = min(31, first + dice.roll(8))
    return "2026-10-\(day < 10 ? "0" : "")\(day) 0\(dice.roll(10)):00:00"
  }

  private static let skus = ["BC01", "HS03", "NEW1", "AJ01", "GIFT"]

  private mutating func douyinOrders(_ time: Int, step: Int) -> TextTable {
    var rows: [[String: String]] = []
    for order in 0..<6 {
      for line in 0..<(order % 3 + 1) where dice.roll(4) > 0 {
        let state = dice.roll(step + 2)
        rows.append(
          DouyinLine(
            "69\(order)", "69\(order)\(line)", sku: Self.skus[(order + line) % 5],
            pieces: order % 2 + 1,
            payable: "\(50 + order).\(10 + line)", paid: "2026-10-0\(order + 1) 08:00:00",
            status: ["待发货", "已发货", "已关闭", "已完成"][min(state, 3)],
            afterSale: ["-", "-", "退款成功", "退款成功"][min(state, 3)]
          ).with("平台实际承担优惠金额", "\(order).00").cells)
      }
    }
    return TextTable(
      name: "\(time)_dy.csv", columns: DouyinLine("", "").variant.header, rows: rows, order: "主订单编号"
    )
  }

  private mutating func douyinCases(_ time: Int, step: Int) -> TextTable {
    var rows: [[String: String]] = []
    for number in 0..<5 where dice.roll(3) > 0 {
      let order = number % 6
      let isBack = dice.roll(3 - min(step, 1)) == 0
      rows.append([
        "售后单号": "S\(number)", "订单号": "69\(order)", "商品单号": "69\(order)\(number % 2)",
        "售后状态": isBack ? "同意退款，退款成功" : ["待商家处理", "售后关闭"][dice.roll(2)],
        "退商品金额（元）": "\(10 + 7 * number).5\(number)", "售后申请时间": "2026-10-07 09:00:00",
        "用户到账时间": isBack && dice.roll(3) > 0 ? "2026-10-1\(number) 12:00:00" : "-",
      ])
    }
    return TextTable(
      name: "\(time)_dysh.csv", columns: TextTable.douyinAfterSales, rows: rows, order: "售后单号")
  }

  private mutating func weixinOrders(_ time: Int, step: Int) -> TextTable {
    var rows: [[String: String]] = []
    for order in 0..<5 {
      let lines = order == 2 ? 3 : order % 2 + 1
      for line in 0..<lines {
        // Of the third order two lines are alike, but for what they cost.
        let item = order == 2 ? min(line, 1) : line
        let back = dice.roll(3) == 0 ? step * 10 + 5 : 0
        rows.append([
          "订单号": "37\(order)", "订单下单时间": "2026-10-0\(order + 1) 07:00:00",
          "订单状态": ["待发货", "已发货", "已完成"][step], "商品名称": "商品\(item)", "商品编码(平台)": "100\(item)",
          "SKU编码(自定义)": Self.skus[(order + item) % 5], "商品属性": "规格:默认", "商品数量": "1",
          "商品实际价格(总共)": "\(60 + order * 3 - line).00", "支付时间": "2026-10-0\(order + 1) 07:05:00",
          "商品售后": back > 0 ? "退款完成" : "-", "商品已退款金额": back > 0 ? "\(back).00" : "-",
        ])
      }
    }
    return TextTable(
      name: "\(time)_wx.csv", columns: TextTable.weixinOrders, rows: rows, order: "订单号")
  }

  private mutating func weixinCases(_ time: Int, step: Int) -> TextTable {
    var rows: [[String: String]] = []
    for number in 0..<4 where dice.roll(3) > 0 {
      rows.append([
        "售后单号": "W\(number)", "售后申请时间": "2026-10-08 09:00:00", "订单编号": "37\(number)",
        "商品编码（平台）": "100\(number % 2)", "退款金额": "5.00",
        "退款状态": dice.roll(step + 1) == 0 ? "退款中" : "退款完成", "用户到账时间": "2026-10-1\(number) 12:00:00",
      ])
    }
    return TextTable(
      name: "\(time)_wxsh.csv", columns: TextTable.weixinAfterSales, rows: rows, order: "售后单号")
  }

  private mutating func taobaoOrders(_ time: Int, step: Int) -> TextTable {
    var rows: [[String: String]] = []
    for order in 0..<5 where dice.roll(5) > 0 {
      let back = dice.roll(step + 2) > 1 ? [20, 40 + order][dice.roll(2)] : 0
      rows.append([
        "子订单编号": "40\(order)", "主订单编号": "40\(order)", "商品标题": "商品", "购买数量": "1",
        "商家编码": Self.skus[order], "买家实付金额": "\(40 + order - back).00",
        "退款状态": back > 0 ? "退款成功" : "没有申请退款", "退款金额": back > 0 ? "\(back).00" : "-",
        "订单状态": ["卖家已发货，等待买家确认", "交易成功"][dice.roll(2)], "订单付款时间": "2026-10-0\(order + 1) 06:05:00",
        "商品ID": "62\(order)",
      ])
    }
    return TextTable(
      name: "\(time)_tb.csv", columns: TextTable.taobaoOrders, rows: rows, order: "主订单编号")
  }

  private mutating func taobaoCases(_ time: Int, step: Int) -> TextTable {
    var rows: [[String: String]] = []
    for number in 0..<4 where dice.roll(3) > 0 {
      rows.append([
        "订单编号": "40\(number)", "退款单编号": "T\(number)", "商品ID": "62\(number)", "买家退款金额": "20.00",
        "退款状态": dice.roll(step + 1) == 0 ? "卖家拒绝退款" : "退款成功", "退款申请时间": day(5),
        "完结时间": "2026-10-2\(number) 12:00:00",
      ])
    }
    return TextTable(
      name: "\(time)_tbth.csv", columns: TextTable.taobaoRefunds, rows: rows, order: "退款单编号")
  }
}
