/// A column of a list: its key, its heading in both languages, and what its cells hold, said once.
struct Column: Equatable, Sendable {
  /// Where the cells of a column stand.
  enum Alignment: Sendable { case left, right }

  /// What the cells of a column hold.
  enum Kind: Sendable {
    /// Names and codes, as they are.
    case text
    /// Codes that people read as words of their language.
    case word
    /// Several such codes, with commas between them.
    case words
    /// What an act is: the keys of other columns, each with its cell, with commas between them.
    case facts
    /// Yes or no.
    case flag
    /// Days, months and times.
    case day
    /// Units, which say of what the column before is a quantity.
    case unit
    /// Quantities of goods.
    case quantity
    /// Yuan, or another unit where amounts are shown in one.
    case money
    /// Such amounts, each in the place of another, which nobody adds up: what is owed after an entry, what a target was.
    case level
    /// What stays in yuan: prices of one unit of goods, and limits.
    case yuan
    /// How many there are of something.
    case number
    /// Numbers of ours, of documents, acts and rows: nobody adds them up.
    case id
    /// Several such numbers, with commas between them.
    case ids
    /// Percentages.
    case percent
    /// Other figures.
    case figure
    /// Methods of payment, and the amounts by each.
    case tenders
  }

  /// The English name for CSV and JSON.
  let key: String
  /// The heading in each language.
  let zh: String, en: String
  /// What the cells hold.
  let kind: Kind

  /// Describes a column.
  init(_ key: String, _ zh: String, _ en: String, _ kind: Kind = .text) {
    self.key = key
    self.zh = zh
    self.en = en
    self.kind = kind
  }

  /// The same column in a list in which nobody adds up its amounts.
  var ofLevels: Column { Column(key, zh, en, .level) }

  /// The heading for people.
  var title: String { Language.current == .zh ? zh : en }

  /// Whether the amounts of its cells add up to something.
  var isSummed: Bool { kind == .money }

  /// Where the cells stand.
  var alignment: Alignment {
    switch kind {
    case .quantity, .money, .level, .yuan, .number, .id, .ids, .percent, .figure: .right
    case .text, .word, .words, .facts, .flag, .day, .unit, .tenders: .left
    }
  }
}

extension Column {
  /// The column of a key, as the database names it; one that no list has is headed by its key.
  static func named(_ key: String) -> Column { byKey[key] ?? Column(key, key, key) }

  /// All columns that lists of the database have, by noun.
  static let all =
    common + ofCatalogue + ofOrders + ofCanteens + ofStock + ofSuppliers + ofImports + ofReports
    + ofDatabase
    + ofPeople + ofMonths + ofRules + ofFigures + ofSettlements

  private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
}
