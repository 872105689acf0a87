/// A quantity as people enter it: a number, and maybe the unit it is of.
public struct EnteredQuantity: Equatable, Sendable {
  /// How many of the unit, in thousandths.
  public let number: Quantity
  /// The unit; nil for the product's base unit.
  public let unit: String?

  /// Reads `5`, `2.5斤` or `2 箱`: plain digits, at most three after the point, above zero.
  ///
  /// - Parameters:
  ///   - text: the number, maybe with the unit behind it.
  ///   - code: what it is of, for the problem.
  ///   - other: the unit where it stands apart; blank for none.
  ///   - isZeroToo: true where nothing is a quantity too, as in a count.
  /// - Throws: `Problem` `quantity_malformed`, `quantity_not_positive`, `unit_twice`.
  public init(
    asked text: String, of code: String, unit other: String = "", orZero isZeroToo: Bool = false
  ) throws(Problem) {
    let (digits, name) = EnteredQuantity.split(text)
    let facts = ["code": code, "quantity": text]
    guard let number = Quantity(digits), number >= .zero || !isZeroToo else {
      throw Problem("quantity_malformed", facts)
    }
    if number <= .zero && !isZeroToo { throw Problem("quantity_not_positive", facts) }
    if let name, !other.isEmpty, name != other {
      throw Problem("unit_twice", ["code": code, "quantity": text, "unit": other])
    }
    self.number = number
    unit = name ?? (other.isEmpty ? nil : other)
  }

  /// Makes a quantity of a unit.
  public init(_ number: Quantity, _ unit: String?) {
    self.number = number
    self.unit = unit
  }

  /// Takes the number and the unit behind it apart; what does not end in a unit's letters is a number whole.
  public static func split(_ text: String) -> (number: String, unit: String?) {
    let unit = text.drop { !$0.isLetter }
    guard !unit.isEmpty, unit.startIndex > text.startIndex, isUnit(unit) else { return (text, nil) }
    var number = text[..<unit.startIndex]
    if number.last == " " { number.removeLast() }
    return (String(number), String(unit))
  }

  /// Whether a text can be a unit's name: letters alone.
  public static func isUnit(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy(\.isLetter)
  }
}
