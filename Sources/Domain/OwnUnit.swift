/// A unit of a product's own, and how many of another unit one of it holds.
public struct OwnUnit: Equatable, Sendable {
  /// Its name, such as 箱.
  public let name: String
  /// How many it holds.
  public let ratio: UnitRatio
  /// Of which unit; nil for the base unit.
  public let inner: String?

  /// Reads a name, and what one of it holds: `10`, `12.5`, `2斤` or `1/12`.
  ///
  /// - Throws: `Problem` `product_unit_plain`, `unit_holds_malformed`.
  public init(_ name: String, holds text: String) throws(Problem) {
    guard EnteredQuantity.isUnit(name) else { throw Problem("product_unit_plain") }
    let (number, inner) = EnteredQuantity.split(text)
    guard let ratio = UnitRatio(number) else {
      throw Problem("unit_holds_malformed", ["holds": text])
    }
    self.name = name
    self.ratio = ratio
    self.inner = inner
  }

  /// Reads the units of a product as a list has them: `箱=10 件=6箱`, with spaces or semicolons between.
  ///
  /// - Throws: `Problem` `product_units_malformed`.
  public static func list(_ text: String, of sku: String) throws(Problem) -> [OwnUnit] {
    let joined = text.replacing(/\s*[=＝]\s*/, with: "=")
    var units: [OwnUnit] = []
    for word in joined.split(whereSeparator: { $0.isWhitespace || ";；,，、".contains($0) }) {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let unit = try? OwnUnit(parts[0], holds: parts[1]) else {
        throw Problem("product_units_malformed", ["code": sku, "text": String(word)])
      }
      units.append(unit)
    }
    return units
  }
}
