import Bangfu
import Domain
import Tabular

/// Settlement files that tests make: small, of the shape that platforms and payment services give them.
extension TextTable {
  static let douyinSettlements = [
    "结算时间", "订单号", "子订单号", "结算金额", "结算账户", "结算单类型", "有结算前退款", "下单时间", "商品ID", "商品数量", "订单总价",
    "结算前退款金额", "平台补贴", "达人补贴", "用户实付", "收入合计", "平台服务费", "佣金", "渠道分成", "招商服务费", "站外推广费",
    "其他分成", "支出合计", "备注", "达人ID",
  ]
  static let douyinAccount = [
    "动账时间", "动帐流水号", "动账方向", "动账金额", "动账场景", "子订单号", "订单号", "达人ID", "订单实付应结", "运费实付", "实际平台补贴",
    "订单退款", "平台服务费", "佣金", "招商服务费", "备注",
  ]
  static let weixinAccount = [
    "流水单号", "记账时间", "动帐类型", "收支类型", "收支金额", "账户余额", "关联订单号", "关联售后单号", "详情",
  ]

  /// A bill of 抖店 of rows that have a `'` before their numbers, with the row of formulas under the header.
  static func douyinBill(_ name: String, _ rows: [[String: String]]) -> TextTable {
    let formulas = ["结算金额": "收入+支出", "收入合计": "用户实付+补贴"]
    return TextTable(name: name, columns: douyinSettlements, rows: [formulas] + rows, order: "订单号")
  }
}

/// A row of a bill of 抖店: what the buyer paid, what was withheld of it.
struct DouyinSettled {
  var cells: [String: String]

  /// A line that was settled: paid 100.00, 5.00 of fee and 20.00 of commission, unless told otherwise.
  init(
    _ order: String, _ line: String? = nil, paid: Int = 100_00, refunded: Int = 0, subsidy: Int = 0,
    service: Int = 5_00, commission: Int = 20_00, at: String = "2026-10-20 10:00:00",
    type: String = "已结算"
  ) {
    func yuan(_ fen: Int) -> String {
      "\(fen < 0 ? "-" : "")\(abs(fen) / 100).\(abs(fen) % 100 < 10 ? "0" : "")\(abs(fen) % 100)"
    }
    let income = paid + subsidy - refunded
    cells = [
      "结算时间": at, "订单号": "'" + order, "子订单号": "'" + (line ?? order),
      "结算金额": yuan(income - service - commission), "结算单类型": type, "结算前退款金额": yuan(-refunded),
      "平台补贴": yuan(subsidy), "用户实付": yuan(paid), "收入合计": yuan(income), "平台服务费": yuan(-service),
      "佣金": yuan(-commission), "支出合计": yuan(-service - commission), "备注": "张三丰的备注",
    ]
  }

  func with(_ column: String, _ value: String) -> DouyinSettled {
    var line = self
    line.cells[column] = value
    return line
  }
}

extension Shop {
  /// Imports a bill of 抖店.
  @discardableResult
  func importBill(_ rows: [DouyinSettled], name: String = "bill.csv") throws -> ImportResult {
    try importTable(.douyinBill(name, rows.map(\.cells)))
  }

  /// A reconciliation of October, a row a text, without what was agreed or is listed of fees.
  func reconciled(
    _ channel: String = "douyin", by dimension: ReconciliationDimension = .reason,
    month: String = "2026-10"
  ) throws -> [String] {
    guard let month = Month(month) else { return [] }
    let report = try programme.settlements.reconcile(channel, month, by: dimension)
    let left: Set = [
      "mended_by", "agreed", "agreed_by", "expected_fee", "differing", "fee_difference",
      "commission_listed", "commission_estimated",
    ]
    return (report.rows.rows + report.total.rows).map { row in
      row.indices.filter { !left.contains(report.rows.keys[$0]) }.map { row[$0] }
        .joined(separator: " ")
    }
  }
}
