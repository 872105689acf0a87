import Bangfu
import Domain
import Tabular

/// A channel file of text that a test makes: columns by name, the rest blank.
struct TextTable {
  var name: String
  var columns: [String]
  var rows: [[String: String]]
  /// The columns of which equal cells keep rows together when the file is cut.
  var order = ""

  var text: String {
    let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "-" } }
    return lines.map { CSVWriter.encode(row: $0, spreadsheetSafe: false) + "\n" }.joined()
  }

  /// The table cut in two at a place, where no order is cut through.
  func cut(at place: Int) -> [TextTable] {
    var place = place
    while place > 0, place < rows.count, rows[place][order] == rows[place - 1][order] { place -= 1 }
    var parts = [self, self]
    parts[0].rows = Array(rows[..<place])
    parts[1].rows = Array(rows[place...])
    return parts.filter { !$0.rows.isEmpty }
  }
}

extension TextTable {
  static let douyinAfterSales = [
    "售后单号", "订单号", "商品单号", "退商品金额（元）", "退运费金额（元）", "退支付优惠（元）", "售后类型", "售后状态", "售后申请时间",
    "商家退款时间", "用户到账时间", "售后完结时间",
  ]
  static let weixinOrders = [
    "订单号", "订单下单时间", "订单状态", "商品名称", "商品编码(平台)", "商品编码(自定义)", "SKU编码(自定义)", "商品属性",
    "商品实际价格(总共)", "商品数量", "支付时间", "商品售后", "商品已退款金额",
  ]
  static let weixinAfterSales = [
    "售后单号", "售后申请时间", "商品编码（平台）", "用户到账时间", "售后完结时间", "订单编号", "退款类型", "退款金额", "退款状态",
  ]
  static let taobaoOrders = [
    "子订单编号", "主订单编号", "商品标题", "购买数量", "外部系统编号", "商品属性", "订单状态", "商家编码", "买家实付金额", "退款状态",
    "退款金额", "订单创建时间", "订单付款时间", "商品ID",
  ]
  static let taobaoRefunds = [
    "订单编号", "退款单编号", "退款类型", "商品ID", "买家退款金额", "退款申请时间", "退款状态", "完结时间",
  ]
}

extension Shop {
  /// Imports a table into the channel of its platform.
  @discardableResult
  func importTable(_ table: TextTable) throws -> ImportResult {
    try importText(table.text, name: table.name) { $0.channel = nil }
  }
}
