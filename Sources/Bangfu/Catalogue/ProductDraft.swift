public import Domain

/// A product as it is entered into the catalogue; nil leaves a field as it is, or at its default.
public struct ProductDraft: Sendable {
  /// The product's own code.
  public var sku: String
  /// What people call it.
  public var name: String?
  /// The base unit's code, such as 公斤.
  public var unit: String?
  /// Yuan for a base unit.
  public var price: Money?
  /// A word to group products by.
  public var category: String?
  /// The supplier's code; empty for none.
  public var supplier: String?
  /// Where it comes from; by default the programme's county.
  public var origin: String?
  /// Pinyin initials; by default computed from the name.
  public var initials: String?
  /// Barcodes that are added.
  public var barcodes: [String] = []
  /// Units of its own that it has; one that is there already must hold as much.
  public var units: [OwnUnit] = []
  /// Whether its stock is kept by lot, first expired, first out.
  public var hasLots: Bool?
  /// Whether it is a service, which has no stock.
  public var isService: Bool?
  /// Days from production to expiry.
  public var shelfDays: Int?
  /// Whether it is sold.
  public var isActive: Bool?

  /// Makes a product of which only the code is known.
  public init(sku: String) { self.sku = sku }
}
