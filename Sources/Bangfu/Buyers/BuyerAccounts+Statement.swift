internal import Domain
internal import Postgres

/// Statements of account, and what buyers say of them.
extension BuyerAccounts {
  /// A buyer's statement for some days; what is still to come is left out.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `day_to_come`.
  public func statement(of buyer: String, in days: DayRange = .all) throws -> BuyerStatement {
    try session.transaction(.repeatableRead) {
      let number = try number(of: buyer)
      let (name, to) = try session.execute(
        """
        SELECT b.name, least(\(days.last)::date, business_day(now(), g.timezone, g.day_start))::text
        FROM buyer b CROSS JOIN programme g WHERE b.buyer_id = \(number)
        """
      ).single().decode((String, BusinessDay).self)
      if let from = days.from, from > to {
        throw Problem("day_to_come", ["day": from.description])
      }
      let lines = try session.list(
        """
        SELECT day, kind, number, document, invoice, note, method, ordered, amount, owed, state, said_by, said_on, said
        FROM buyer_statement(\(number), \(days.first)::date, \(to.description)::date)
        """)
      let ageing = try session.list(
        """
        SELECT not_due, to_30, to_60, to_90, older, advance, owed
        FROM buyer_ageing_on(\(number), \(to.description)::date)
        """)
      let closing = ageing.rows.first.flatMap { Money($0[6]) } ?? .zero
      return BuyerStatement(
        buyer: buyer, name: name, from: days.from, to: to,
        opening: BuyerStatement.opening(of: lines) ?? closing, closing: closing, lines: lines,
        ageing: ageing, answers: BuyerStatement.answers(in: lines))
    }
  }

  /// Keeps that a buyer confirmed or disputed lines of its statement.
  ///
  /// - Throws: `Problem` `buyer_unknown`, `statement_line_unknown`, `statement_line_answered`, `statement_nothing_open`,
  ///   `day_to_come`, `act_before`, `reason_blank`; `statement_answer_said_by_given`.
  public func answer(_ it: StatementAnswer) throws -> StatementReceipt {
    let (number, lines, amount) = try session.transaction {
      try session.execute(
        """
        SELECT posting, lines, amount FROM answer_statement(\(it.buyer), \(it.lines)::bigint[], \(it.days.first)::date,
          \(it.days.last)::date, \(it.word.rawValue), \(it.saidBy), \(it.day?.description)::date, \(it.reason), now(),
          \(session.operatorName), \(it.word == .confirmed ? "canteen confirm" : "canteen dispute"))
        """
      ).single().decode((Int64, Int, Money).self)
    }
    return StatementReceipt(number: number, lines: lines, amount: amount)
  }
}

extension BuyerStatement {
  /// What was owed before the first of some lines; nil where there is none.
  static func opening(of lines: Listed) -> Money? {
    guard let first = lines.rows.first, let owed = lines.keys.firstIndex(of: "owed"),
      let amount = lines.keys.firstIndex(of: "amount"), let after = Money(first[owed])
    else { return nil }
    return after - (Money(first[amount]) ?? .zero)
  }

  /// What lines change in what is owed, by what was said of them.
  static func answers(in lines: Listed) -> [Answers] {
    guard let state = lines.keys.firstIndex(of: "state"),
      let amount = lines.keys.firstIndex(of: "amount")
    else { return [] }
    var sums: [String: (lines: Int, amount: Money)] = [:]
    for row in lines.rows {
      sums[row[state], default: (0, .zero)].lines += 1
      if let money = Money(row[amount]) {
        sums[row[state], default: (0, .zero)].amount += money
      }
    }
    return ["confirmed", "disputed", "unanswered"].map {
      Answers(state: $0, lines: sums[$0]?.lines ?? 0, amount: sums[$0]?.amount ?? .zero)
    }
  }
}
