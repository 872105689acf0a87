internal import Domain
internal import FoundationEssentials

/// Reckons the pace from what the channels counted, day by day.
///
/// Days are numbers of days.
struct PaceReckoning {
  /// What is known of a channel.
  struct Channel {
    let code: String, name: String
    let knownUntil: BusinessDay
    let counted: [Int: Money]
    let pending: Money
    let returns: Returns?
  }

  /// What was sold in a year, and what of it was refunded after how many days.
  struct Returns {
    let gross: Money
    let delays: [Int], amounts: [Money]

    /// What part of sales goes back.
    var share: Double {
      gross > .zero ? amounts.reduce(Money.zero, +).yuan / gross.yuan : 0
    }

    /// After how many days nine tenths of it have.
    var window: Int {
      let all = amounts.reduce(Money.zero, +).yuan
      var sum = 0.0
      for (delay, amount) in zip(delays, amounts) {
        sum += amount.yuan
        if sum >= 0.9 * all { return delay }
      }
      return 0
    }

    /// What part of what goes back has not yet after so many days.
    func left(after days: Int) -> Double {
      let all = amounts.reduce(Money.zero, +).yuan
      guard all > 0 else { return 0 }
      return zip(delays, amounts).filter { $0.0 > days }.reduce(0) { $0 + $1.1.yuan } / all
    }
  }

  let from: BusinessDay, to: BusinessDay, amount: Money, today: BusinessDay
  let channels: [Channel]

  var pace: Pace {
    let last = min(today.number, to.number)
    let counted = sum(channels, from.number...max(from.number, last))
    let left = amount - counted
    let days = to.number - last
    let (expected, low, high) = forecast(until: fresh.map(\.knownUntil.number).min())
    let parts = channels.map(report)
    return Pace(
      from: from, to: to, amount: amount, today: today, counted: counted,
      atRisk: parts.reduce(.zero) { $0 + $1.atRisk },
      expectedBack: channels.reduce(.zero) { $0 + expectedBack(of: $1) },
      pending: channels.reduce(.zero) { $0 + $1.pending },
      neededADay: days > 0 ? max(.zero, Money(yuan: left.yuan / Double(days))) : nil,
      neededAWeek: days > 0 ? max(.zero, Money(yuan: left.yuan / Double(days) * 7)) : nil,
      expected: expected, low: low, high: high,
      knownUntil: expected == nil ? nil : fresh.map(\.knownUntil).min(), error: error,
      months: months, channels: parts)
  }

  /// The channels whose files are not missing.
  private var fresh: [Channel] { channels.filter { !isStale($0) } }

  private func isStale(_ channel: Channel) -> Bool {
    today.number - channel.knownUntil.number > Reports.staleAfter
  }

  private func sum(_ channels: [Channel], _ days: ClosedRange<Int>) -> Money {
    channels.reduce(.zero) { sum, channel in
      channel.counted.reduce(sum) { days.contains($1.key) ? $0 + $1.value : $0 }
    }
  }

  private func report(_ channel: Channel) -> Pace.Channel {
    let known = channel.knownUntil.number
    let window = channel.returns?.window ?? 0
    let last = min(today.number, to.number)
    return Pace.Channel(
      code: channel.code, name: channel.name,
      counted: sum([channel], from.number...max(from.number, last)),
      aDay: Money(yuan: sum([channel], (known - 27)...known).yuan / 28),
      atRisk: window > 0
        ? max(.zero, sum([channel], (today.number - window)...today.number)) : .zero,
      backPercent: (channel.returns?.share ?? 0) * 100, window: window,
      knownUntil: channel.knownUntil, isStale: isStale(channel))
  }

  /// What of the sales of the last year goes back by experience, by how long ago each was.
  private func expectedBack(of channel: Channel) -> Money {
    guard let returns = channel.returns, returns.share > 0 else { return .zero }
    return Money(
      yuan: channel.counted.reduce(0) { sum, day in
        let ago = today.number - day.key
        guard ago >= 0, ago <= (returns.delays.last ?? 0), day.value > .zero else { return sum }
        return sum + day.value.yuan * returns.share * returns.left(after: ago)
      })
  }

  /// What the period will have counted, if nothing is known after a day.
  private func forecast(until known: Int?) -> (Money?, Money?, Money?) {
    guard let known, known < to.number, let forecast = forecast(after: known, through: to.number)
    else { return (nil, nil, nil) }
    let stale = channels.filter { isStale($0) }
    let base =
      (known >= from.number ? sum(fresh, from.number...known).yuan : 0)
      + sum(stale, from.number...max(from.number, today.number)).yuan
    return (
      Money(yuan: base + forecast.expected), Money(yuan: base + forecast.low),
      Money(yuan: base + forecast.high)
    )
  }

  /// What the fresh channels count after a day through another, by what they counted before.
  private func forecast(after known: Int, through last: Int) -> Forecast? {
    guard let first = fresh.compactMap({ $0.counted.keys.min() }).min(), first <= known,
      last > known
    else { return nil }
    let start = max(first, known - Forecast.mostWeeks * 7 + 1)
    let seasons = seasons(before: known)
    let days = (start...known).map { day in
      fresh.reduce(0.0) { $0 + ($1.counted[day]?.yuan ?? 0) }
    }
    return Forecast(
      of: days, seasons: (start...known).map { seasons[month(of: $0) - 1] },
      ahead: ((known + 1)...last).map { seasons[month(of: $0) - 1] })
  }

  /// How much each month of a year sells, against the mean of all: by whole years before the one of a day; else 1.
  private func seasons(before day: Int) -> [Double] {
    guard let year = BusinessDay(number: day)?.year,
      let first = channels.compactMap({ $0.counted.keys.min() }).min(),
      let firstDay = BusinessDay(number: first)
    else { return Array(repeating: 1, count: 12) }
    let whole = firstDay.month == 1 && firstDay.day <= 7 ? firstDay.year : firstDay.year + 1
    var (sums, days) = (Array(repeating: 0.0, count: 12), Array(repeating: 0.0, count: 12))
    for year in whole..<max(whole, year) {
      for month in 1...12 {
        guard let span = span(of: month, in: year) else { continue }
        sums[month - 1] += sum(channels, span).yuan
        days[month - 1] += Double(span.count)
      }
    }
    let (all, count) = (sums.reduce(0, +), days.reduce(0, +))
    guard all > 0, count > 0 else { return Array(repeating: 1, count: 12) }
    return zip(sums, days).map { max(0.05, $0 / $1 / (all / count)) }
  }

  private func span(of month: Int, in year: Int) -> ClosedRange<Int>? {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    guard let first = BusinessDay(year: year, month: month, day: 1)?.number,
      let end = BusinessDay(year: next.0, month: next.1, day: 1)?.number
    else { return nil }
    return first...(end - 1)
  }

  private func month(of day: Int) -> Int { BusinessDay(number: day)?.month ?? 1 }

  /// The target by month: by its days, and by the season of each.
  private var months: [Pace.Month] {
    let seasons = seasons(before: from.number)
    var months: [(name: String, weight: Double, counted: Money)] = []
    for day in from.number...to.number {
      guard let date = BusinessDay(number: day) else { continue }
      let name = String(date.description.prefix(7))
      if months.last?.name != name { months.append((name, 0, .zero)) }
      months[months.count - 1].weight += seasons[date.month - 1]
      if day <= today.number {
        months[months.count - 1].counted += channels.reduce(.zero) {
          $0 + ($1.counted[day] ?? .zero)
        }
      }
    }
    let plans = amount.split(by: months.map { max(1, Int64($0.weight * 1_000)) })
    return zip(months, plans).map { Pace.Month(month: $0.name, plan: $1, counted: $0.counted) }
  }

  /// By how many percent forecasts of months past were off, in the mean; nil where none could be made.
  private var error: Double? {
    guard let known = fresh.map(\.knownUntil.number).min(), let day = BusinessDay(number: known)
    else { return nil }
    var errors: [Double] = []
    var (year, month) = (day.year, day.month)
    for _ in 0..<6 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      guard let span = span(of: month, in: year), span.upperBound <= known,
        let forecast = forecast(after: span.lowerBound - 1, through: span.upperBound)
      else { continue }
      let actual = sum(fresh, span).yuan
      if actual > 0 { errors.append(abs(forecast.expected - actual) / actual * 100) }
    }
    return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
  }
}

extension Money {
  /// The amount in yuan, for forecasts, which are no sums.
  fileprivate var yuan: Double { Double(minor) / 100 }

  /// The amount nearest to so many yuan.
  fileprivate init(yuan: Double) { self.init(minor: Int64((yuan * 100).rounded())) }
}
