import Domain

/// A cell of a table, as the program knows it; how it is written is said here and by its column.
enum Cell: Equatable, Sendable {
  case text(String)
  case flag(Bool)
  case tenders([Tender])

  /// An empty one.
  static let empty = Cell.text("")
  /// No money.
  static let zero = Cell.text("0.00")

  init(_ text: String) { self = .text(text) }
  init(_ text: String?) { self = .text(text ?? "") }
  init(_ flag: Bool) { self = .flag(flag) }
  init(_ number: some BinaryInteger) { self = .text(String(number)) }
  init(_ number: (some BinaryInteger)?) { self = .text(number.map { String($0) } ?? "") }
  init(_ amount: Money) { self = .text(amount.description) }
  init(_ amount: Money?) { self = .text(amount?.description ?? "") }
  init(_ quantity: Quantity) { self = .text(quantity.short) }
  init(_ quantity: Quantity?) { self = .text(quantity?.short ?? "") }

  /// The cell in CSV.
  var plain: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .tenders(let tenders):
      tenders.map { "\($0.method.rawValue) \($0.amount)" }.joined(separator: ", ")
    }
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .flag: false
    case .tenders(let tenders): tenders.isEmpty
    }
  }
}
