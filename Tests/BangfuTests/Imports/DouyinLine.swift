import Fixtures
import Tabular

/// One row of a 抖店 order export, sub-order variant, by column name; the rest are dashes.
struct DouyinLine {
  var cells: [String: String]
  var variant = DouyinVariant.sub

  /// A paid sub-order of one piece.
  init(
    _ order: String, _ line: String, sku: String = "BC01", pieces: Int = 1,
    payable: String = "128.00", paid: String = "2026-10-05 10:00:00", status: String = "已完成",
    afterSale: String = "-"
  ) {
    cells = [
      "主订单编号": order, "子订单编号": line, "选购商品": "商品" + sku, "商品规格": "默认", "商品ID": "35" + sku,
      "商家编码": sku, "商品数量": String(pieces), "订单应付金额": payable, "运费": "0.00", "平台实际承担优惠金额": "0.00",
      "达人实际承担优惠金额": "0.00", "订单提交时间": "2026-10-05 09:59:00", "支付完成时间": paid, "订单状态": status,
      "售后状态": afterSale, "收件人": "张三丰", "收件人手机号": "13800001111", "详细地址": "聊城市花园路1号",
    ]
  }

  func with(_ column: String, _ value: String) -> DouyinLine {
    var line = self
    line.cells[column] = value
    return line
  }

  /// As a main-order row, whose sub-orders, codes and names are joined by semicolons.
  static func main(
    _ order: String, lines: [String], skus: [String], pieces: Int, payable: String,
    status: String = "已完成", afterSale: String = "-"
  ) -> DouyinLine {
    var line = DouyinLine(
      order, lines.joined(separator: ";"), sku: skus.joined(separator: ";"), pieces: pieces,
      payable: payable, status: status, afterSale: afterSale)
    line.cells["选购商品"] = skus.map { "商品\($0)-(A)" }.joined(separator: ";")
    line.cells["商品ID"] = skus.map { "35" + $0 }.joined(separator: ";")
    line.variant = .main
    return line
  }

  static func csv(_ lines: [DouyinLine], variant: DouyinVariant? = nil) -> String {
    let header = (variant ?? lines.first?.variant ?? .sub).header
    let rows = lines.map { line in
      header.map { line.cells[$0].map { "\t" + $0 } ?? "-" }
    }
    return "\u{FEFF}"
      + ([header] + rows).map { CSVWriter.encode(row: $0, spreadsheetSafe: false) + "\r\n" }
      .joined()
  }
}
