public import Domain
internal import Postgres

extension Reports {
  /// A channel whose file is older than this many days is stale.
  static let staleAfter = 10

  /// Reports the pace towards the target whose period holds a day, today where none is named.
  ///
  /// A channel whose file is missing is in no forecast: nothing is made up for it.
  ///
  /// - Throws: `Problem` `target_none`.
  public func pace(today: BusinessDay? = nil) throws -> Pace {
    try session.transaction(.repeatableRead) {
      let today = try today ?? day()
      let target = try session.execute(
        """
        SELECT from_day, to_day, amount FROM target
        WHERE ended_by IS NULL AND \(today.description)::date BETWEEN from_day AND to_day
        """)
      guard let row = target.first else {
        throw Problem("target_none", ["day": today.description])
      }
      let (from, to, amount) = try row.decode((BusinessDay, BusinessDay, Money).self)
      return PaceReckoning(
        from: from, to: to, amount: amount, today: today, channels: try paceChannels(today)
      ).pace
    }
  }

  /// What went back in the year before a day, by channel.
  func returns(_ today: BusinessDay) throws -> [String: PaceReckoning.Returns] {
    try Dictionary(
      session.execute(
        "SELECT code, gross, delays, amounts FROM pace_returns(\(today.description)::date)"
      ).map { row in
        let (code, gross, delays, amounts) = try row.decode((String, Money, [Int], [Money]).self)
        return (code, PaceReckoning.Returns(gross: gross, delays: delays, amounts: amounts))
      }
    ) { first, _ in first }
  }

  private func paceChannels(_ today: BusinessDay) throws -> [PaceReckoning.Channel] {
    let returns = try returns(today)
    return try session.execute(
      """
      SELECT code, name, known_until, days::text[], amounts, pending
      FROM pace_channels(\(today.description)::date)
      """
    ).map { row in
      let (code, name, known, days, amounts, pending) = try row.decode(
        (String, String, BusinessDay, [String], [Money], Money).self)
      return PaceReckoning.Channel(
        code: code, name: name, knownUntil: known,
        counted: Dictionary(
          zip(days.compactMap { BusinessDay($0)?.number }, amounts), uniquingKeysWith: +),
        pending: pending, returns: returns[code])
    }
  }
}
