public import Domain

/// A buyer's statement of account (对账单) for some days, in yuan.
public struct BuyerStatement: Equatable, Sendable {
  /// The buyer's code and name.
  public let buyer: String, name: String
  /// The first day, and the last one: today at the latest; the first is nil where the account is shown from its beginning.
  public let from: BusinessDay?, to: BusinessDay
  /// What was owed before the first day, and at the end of the last; below zero what was paid in advance.
  public let opening: Money, closing: Money
  /// Orders and entries in order of time, what was owed after each, and what the buyer said of each.
  public let lines: Listed
  /// What is owed at the end by days past the terms; no row where nothing was ever owed.
  public let ageing: Listed

  /// What lines change in what is owed, by what was said of them: confirmed, disputed, unanswered.
  public let answers: [Answers]

  /// Lines of which the buyer said the same.
  public struct Answers: Equatable, Sendable {
    /// `confirmed`, `disputed` or `unanswered`.
    public let state: String
    /// How many they are.
    public let lines: Int
    /// What they change in what is owed, in yuan.
    public let amount: Money
  }

  /// Whether what was owed before and all lines lead to what is owed at the end, which is added up by itself.
  public var reconciles: Bool { opening + answers.reduce(.zero) { $0 + $1.amount } == closing }
}

/// What a buyer says of lines of a statement.
public struct StatementAnswer: Sendable {
  /// What is said.
  public enum Word: String, Sendable { case confirmed, disputed }

  /// The buyer's code.
  public var buyer: String
  /// What is said of the lines.
  public var word: Word
  /// The lines' numbers; none for those of the days that nobody answered for.
  public var lines: [Int64] = []
  /// The days.
  public var days = DayRange.all
  /// Who said so for the buyer.
  public var saidBy: String
  /// The day it was said; nil for today.
  public var day: BusinessDay?
  /// Why lines are disputed; a remark where they are confirmed.
  public var reason: String?

  /// Answers for lines of a buyer's statement.
  public init(of buyer: String, _ word: Word, saidBy: String) {
    self.buyer = buyer
    self.word = word
    self.saidBy = saidBy
  }
}

/// What an answer returned.
public struct StatementReceipt: Equatable, Sendable {
  /// The act's number.
  public let number: Int64
  /// How many lines it is for.
  public let lines: Int
  /// What they change in what is owed, in yuan.
  public let amount: Money
}
