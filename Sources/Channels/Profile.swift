internal import Tabular

/// How one format of channel file is read: which columns it has, and what their words mean.
///
/// Columns are found by name, never by position: exports drift by year, by shop and by what was
/// ticked. A profile is data; reading by it is in `OrderReader`.
public struct Profile: Sendable {
  /// The profile's name, such as `douyin-orders`; files are known by it.
  public let name: String
  /// The platform whose orders it holds; order lines are unique on it.
  public let platform: String
  /// The names each field goes by, canonical; the first one is shown to people.
  let columns: [Field: [String]]
  /// The fields without which a file of this format cannot be computed.
  let core: Set<Field>
  /// Columns that a file of this format does not have.
  let absent: [String]
  /// Columns that hold a buyer's name, phone, address or words, and are kept blank.
  let personal: Set<String>
  /// True where a row is a whole order, its lines joined by semicolons, its amounts totals.
  let joinsLines: Bool
  /// How far an order is by its status word; a later stage has the higher number.
  let orderRanks: [String: Int]
  /// What after-sale status words mean.
  let afterSale: [String: AfterSale]

  /// What a column is to the reader.
  enum Field: Int, CaseIterable, Sendable {
    case order, line, name, spec, quantity, productID, merchantCode, itemNumber, goodsAmount
    case payable, freight, platformSubsidy, streamerSubsidy
    case submitted, paid, shipped, completed, orderStatus, afterSaleStatus
  }

  /// What an after-sale status says of the money.
  enum AfterSale: Sendable {
    /// Nothing went back; with how far the case is.
    case nothing(rank: Int)
    /// All of it went back.
    case all
    /// All of it went back where the order is closed; else it does not say how much.
    case allWhenClosed
  }

  /// The name that the field's column is shown by.
  func title(_ field: Field) -> String { columns[field]?.first ?? "\(field)" }

  /// Tells whether a column holds personal data.
  ///
  /// Columns that no profile knows are judged by the words in their name.
  func isPersonal(_ header: String) -> Bool {
    let header = canonicalHeader(header)
    return personal.contains(header) || Self.personalWords.contains { header.contains($0) }
  }

  private static let personalWords = [
    "收件", "收货人", "收货地址", "手机", "电话", "详细地址", "街道", "身份证", "实名", "买家", "用户昵称", "留言", "备注",
  ].map(canonicalHeader)
}
