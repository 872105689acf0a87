/// A row of a CSV file, read in the plainest way.
struct Cells {
  let header: [String]
  let cells: [String]

  subscript(column: String) -> String {
    header.firstIndex(of: column).map { cells[$0] } ?? ""
  }

  var isPaid: Bool { self["支付完成时间"].count > 1 }

  var goods: Int {
    fen("订单应付金额") - fen("运费") + fen("平台实际承担优惠金额") + fen("达人实际承担优惠金额")
  }

  var wentBack: Bool {
    self["售后状态"] == "已全额退款" || self["售后状态"].hasSuffix("退款成功") && self["订单状态"] == "已关闭"
  }

  /// The digits of an amount; zero where there are none.
  func fen(_ column: String) -> Int { Int(self[column].filter(\.isNumber)) ?? 0 }

  /// The cells of all rows, without quotes and tabs.
  static func rows(in bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, 0x0A:
        rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell = []
        if byte == 0x0A { rows.append([]) }
      case 0x09: break
      default: cell.append(byte)
      }
    }
    return rows.dropLast()
  }
}
