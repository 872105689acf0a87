internal import Tabular

/// How one format of channel file is read: which columns it has, and what their words mean.
///
/// Columns are found by name, never by position: exports drift by year, by shop and by what was
/// ticked. A profile is data, a file of `profiles/`; reading by it is in `OrderReader`.
public struct Profile: Sendable {
  /// The profile's name, such as `douyin-orders`; files are known by it.
  public let name: String
  /// What people call such a file.
  public let title: String
  /// The platform whose orders it holds; order lines are unique on it.
  public let platform: String
  /// The canonical names each field goes by.
  let columns: [Field: [String]]
  /// The names as the profile has them; the first one is shown to people.
  let titles: [Field: String]
  /// The fields without which a file of this format cannot be computed.
  let core: Set<Field>
  /// Columns that a file of this format does not have.
  let absent: [String]
  /// Columns that hold a buyer's name, phone, address or words, and are kept blank.
  let personal: Set<String>
  /// True where a row is a whole order, its lines joined by semicolons, its amounts totals.
  let joinsLines: Bool
  /// What the goods value is made of.
  let goods: [Term]
  /// The times of which the first that is filled makes a row a sale.
  let sold: [Field]
  /// How the file writes its times; the first one is how the program writes them.
  let times: [TimePattern]
  /// How far an order is by its status word; a later stage has the higher number.
  let orderRanks: [String: Int]
  /// The status words of orders that are closed.
  let closed: Set<String>
  /// What status words of orders say of the money, where they do.
  let orderRefunds: [String: AfterSale]
  /// What after-sale status words mean.
  let afterSale: [String: AfterSale]

  /// A field that is added to the goods value, or taken off.
  struct Term: Equatable, Sendable {
    let field: Field
    let isAdded: Bool
  }

  /// What an after-sale status says of the money.
  enum AfterSale: String, Sendable {
    /// Nothing went back.
    case nothing
    /// The buyer asks for it.
    case asked
    /// The shop, or the platform, refused it.
    case refused
    /// Goods went back for other goods.
    case exchanged
    /// All of it went back.
    case whole
    /// All of it went back where the order is closed; else nobody can tell how much.
    case wholeWhenClosed = "whole-when-closed"
    /// Some went back; nobody can tell how much.
    case some

    /// How far the case is.
    var rank: Int {
      switch self {
      case .nothing: 0
      case .asked: 1
      case .refused: 2
      case .exchanged: 3
      case .wholeWhenClosed, .some: 5
      case .whole: 6
      }
    }
  }

  /// The name that the field's column is shown by.
  func title(_ field: Field) -> String { titles[field] ?? field.name }

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

  /// A status word as words are compared: without the punctuation and spaces that exports vary.
  static func word(_ text: String) -> String {
    String(text.filter { !"，,、;； ".contains($0) })
  }
}
