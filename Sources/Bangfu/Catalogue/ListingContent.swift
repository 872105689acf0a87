public import Domain

/// What one piece of a listing holds.
public struct ListingContent: Equatable, Sendable {
  /// The products, how many of its unit of each in one piece (nil for the base unit), and how the price splits
  /// over them, in yuan; no shares for by catalogue price.
  public var skus: [String] = [], quantities: [Quantity] = [], units: [String?] = [],
    shares: [Money] = []

  /// Makes a content of nothing yet.
  public init() {}
}

extension ListingContent {
  /// Adds a product as `BC01`, `BC01:2`, `HS01:5斤`, `BC01@60` or `BC01:2@200`: its quantity, its share of the price.
  ///
  /// - Throws: as `add(_:quantity:share:)`.
  public mutating func add(parsing text: String) throws(Problem) {
    let halves = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    try add(
      String(parts[0]), quantity: parts.count == 2 ? String(parts[1]) : "",
      share: halves.count == 2 ? String(halves[1]) : "")
  }

  /// Adds a product, as people write it: a blank quantity is 1, a blank share none.
  ///
  /// - Throws: `Problem` `quantity_malformed`, `amount_malformed`, `listing_product_twice`, …
  public mutating func add(_ sku: String, quantity: String, share: String) throws(Problem) {
    guard !skus.contains(sku) else { throw Problem("listing_product_twice", ["code": sku]) }
    let entered =
      try quantity.isEmpty
      ? EnteredQuantity(Quantity(whole: 1), nil) : EnteredQuantity(asked: quantity, of: sku)
    skus.append(sku)
    quantities.append(entered.number)
    units.append(entered.unit)
    if !share.isEmpty { shares.append(try Money(asked: share, in: sku)) }
  }
}
