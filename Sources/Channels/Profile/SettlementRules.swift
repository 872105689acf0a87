internal import Domain

/// How the rows of a settlement file are read.
struct SettlementRules: Sendable {
  /// What a direction word says of an amount.
  enum Direction: String, CaseIterable, Sendable {
    /// It came in.
    case `in`
    /// It went out.
    case out
    /// It is neither income nor expense.
    case neutral
  }

  /// What a control total is the sum of, beside the kinds.
  enum Control: Equatable, Sendable {
    /// All rows.
    case rows
    /// Rows of a direction: their amounts without sign.
    case direction(Direction)
    /// What is of some kinds in all rows.
    case kinds([Settlement.Kind])

    static let words = ["rows"] + Direction.allCases.map(\.rawValue)

    /// The control of a word; several kinds have a plus between them: `paid+refund`.
    init?(_ word: String) {
      if word == "rows" {
        self = .rows
      } else if let direction = Direction(rawValue: word) {
        self = .direction(direction)
      } else {
        let kinds = word.split(separator: "+").map { Settlement.Kind(rawValue: String($0)) }
        guard !kinds.isEmpty, !kinds.contains(nil) else { return nil }
        self = .kinds(kinds.compactMap(\.self))
      }
    }
  }

  /// Which account of the money it is.
  let ledger: Settlement.Ledger
  /// What a row adds to the account, where no column has it.
  let amount: [Profile.Term]
  /// What of a row is of which kind; the rest is of the kind that its entry says.
  let parts: [(kind: Settlement.Kind, terms: [Profile.Term])]
  /// What a row says beside the money that moves: what is estimated.
  let neutral: [Profile.Term]
  /// The kinds of entries, by their words.
  let entries: [String: Settlement.Kind]
  /// What direction words mean.
  let directions: [String: Direction]
  /// What the totals of the file are the sums of, by their labels.
  let controls: [String: Control]
  /// What stands before the number of an order, and is none of it.
  let orderPrefixes: [String]
  /// Whether a refund that is settled is an after-sale case as well, for the platform's other files do not say its amount.
  let reportsRefunds: Bool

  /// What an entry is, and the word that says it: the whole, or what stands before one of its dashes.
  ///
  /// The word `*` is any. Nil for none.
  func kind(of entry: String) -> (kind: Settlement.Kind, word: String)? {
    var word = Profile.word(entry)
    if let kind = entries[word] { return (kind, word) }
    // Some begin with a code: 0010002|交易收入-订单收入.
    if let bar = word.firstIndex(of: "|") { word = String(word[word.index(after: bar)...]) }
    while true {
      if let kind = entries[word] { return (kind, word) }
      guard let end = word.lastIndex(where: { "-(（".contains($0) }) else { break }
      word = String(word[..<end])
    }
    return entries["*"].map { ($0, Profile.word(entry)) }
  }
}
