internal import TOMLKit

/// A profile as its file has it; what it leaves out comes from the profile it is `like`.
struct ProfileFile: Decodable {
  var name: String
  var title: String?
  var like: String?
  var platform: String?
  var lines: String?
  var core: [String]?
  var absent: [String]?
  var goods: [String]?
  var sold: [String]?
  var closed: [String]?
  var times: [String]?
  var personal: [String]?
  var columns: [String: [String]]?
  var orderStatus: [String: Int]?
  var orderRefund: [String: String]?
  var afterSale: [String: String]?

  private enum CodingKeys: String, CodingKey {
    case name, title, like, platform, lines, core, absent, goods, sold, closed, times, personal,
      columns
    case orderStatus = "order-status"
    case orderRefund = "order-refund"
    case afterSale = "after-sale"
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
    whole.title = title ?? base.title
    whole.platform = platform ?? base.platform
    whole.lines = lines ?? base.lines
    whole.core = core ?? base.core
    whole.absent = absent ?? base.absent
    whole.goods = goods ?? base.goods
    whole.sold = sold ?? base.sold
    whole.closed = closed ?? base.closed
    whole.times = times ?? base.times
    whole.personal = personal ?? base.personal
    whole.columns = (base.columns ?? [:]).merging(columns ?? [:]) { _, own in own }
    whole.orderStatus = (base.orderStatus ?? [:]).merging(orderStatus ?? [:]) { _, own in own }
    whole.orderRefund = (base.orderRefund ?? [:]).merging(orderRefund ?? [:]) { _, own in own }
    whole.afterSale = (base.afterSale ?? [:]).merging(afterSale ?? [:]) { _, own in own }
    return whole
  }
}
