internal import TOMLKit

/// A profile as its file has it; what it leaves out comes from the profile it is `like`.
struct ProfileFile: Decodable {
  var name: String
  var title: String?
  var like: String?
  var platform: String?
  var kind: String?
  var sheet: Bool?
  var lines: String?
  var core: [String]?
  var absent: [String]?
  var order: [String]?
  var line: [String]?
  var number: [String]?
  var numbered: Bool?
  var item: String?
  var carried: [String]?
  var measures: Bool?
  var goods: [String]?
  var cash: [String]?
  var sold: [String]?
  var back: [String]?
  var closed: [String]?
  var unpaid: [String]?
  var signed: [String]?
  var times: [String]?
  var personal: [String]?
  var columns: [String: [String]]?
  var orderStatus: [String: Int]?
  var orderRefund: [String: String]?
  var afterSale: [String: String]?
  var afterSaleType: [String: String]?

  private enum CodingKeys: String, CodingKey {
    case name, title, like, platform, kind, sheet, lines, core, absent, order, line, number,
      numbered, item, carried,
      measures, goods, cash, sold, back, closed, unpaid, signed, times, personal, columns
    case orderStatus = "order-status"
    case orderRefund = "order-refund"
    case afterSale = "after-sale"
    case afterSaleType = "after-sale-type"
  }

  /// Reads a file's text.
  ///
  /// - Throws: what TOMLKit throws: the text is no TOML, a key is unknown, a value of another kind.
  init(text: String) throws {
    self = try TOMLDecoder(strictDecoding: true).decode(Self.self, from: text)
  }

  /// This file, completed by another one; of tables, key by key.
  func completed(by base: ProfileFile) -> ProfileFile {
    var whole = self
    whole.like = base.like
    whole.title = title ?? base.title
    whole.platform = platform ?? base.platform
    whole.kind = kind ?? base.kind
    whole.sheet = sheet ?? base.sheet
    whole.lines = lines ?? base.lines
    whole.core = core ?? base.core
    whole.absent = absent ?? base.absent
    whole.order = order ?? base.order
    whole.line = line ?? base.line
    whole.number = number ?? base.number
    whole.numbered = numbered ?? base.numbered
    whole.item = item ?? base.item
    whole.carried = carried ?? base.carried
    whole.measures = measures ?? base.measures
    whole.goods = goods ?? base.goods
    whole.cash = cash ?? base.cash
    whole.sold = sold ?? base.sold
    whole.back = back ?? base.back
    whole.closed = closed ?? base.closed
    whole.unpaid = unpaid ?? base.unpaid
    whole.signed = signed ?? base.signed
    whole.times = times ?? base.times
    whole.personal = personal ?? base.personal
    whole.columns = Self.completed(columns, by: base.columns)
    whole.orderStatus = Self.completed(orderStatus, by: base.orderStatus)
    whole.orderRefund = Self.completed(orderRefund, by: base.orderRefund)
    whole.afterSale = Self.completed(afterSale, by: base.afterSale)
    whole.afterSaleType = Self.completed(afterSaleType, by: base.afterSaleType)
    return whole
  }

  private static func completed<Value>(
    _ own: [String: Value]?, by base: [String: Value]?
  ) -> [String: Value]? {
    guard let base else { return own }
    return base.merging(own ?? [:]) { _, own in own }
  }
}
