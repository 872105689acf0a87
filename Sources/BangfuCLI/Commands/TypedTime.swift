import ArgumentParser
import Domain
import Glibc

/// Now, as typed days and times are held against.
enum Today {
  /// The seconds since 1970 in UTC.
  static var seconds: Int { Int(time(nil)) }

  /// Today in Asia/Shanghai, +08:00 all year.
  static var day: BusinessDay {
    let number = (seconds + 8 * 3600) / 86_400
    return BusinessDay(number: number) ?? .first
  }

  /// The first day that is not too long ago to be asked about: `BANGFU_ASK_BEFORE`, else 400 days back.
  static var oldest: BusinessDay? {
    Session.environment["BANGFU_ASK_BEFORE"].flatMap { BusinessDay($0) }
      ?? BusinessDay(number: day.number - 400)
  }

  /// Refuses a `BANGFU_ASK_BEFORE` that is no day.
  static func expectOldest() throws(Problem) {
    guard let text = Session.environment["BANGFU_ASK_BEFORE"], !text.isEmpty else { return }
    if BusinessDay(text) == nil { throw Problem("ask_before_malformed", ["value": text]) }
  }
}

/// A day or time of an act that somebody typed.
struct TypedTime {
  /// What a typed time is likely to be.
  enum Expectation {
    /// An act, which is past, and not long.
    case past
    /// A last day, which is to come, within so many days.
    case ahead(Int)
    /// One end of a period, within ten years either way.
    case period
  }

  /// The option, or where else it was said.
  let place: String
  /// As it was understood.
  let text: String
  let day: BusinessDay
  /// The seconds since 1970, where a time was typed.
  var seconds: Int?
  let expectation: Expectation

  /// Takes a day; nil where none was said.
  init?(_ day: BusinessDay?, _ place: String, _ expectation: Expectation = .past) {
    guard let day else { return nil }
    self.place = place
    self.day = day
    text = day.description
    self.expectation = expectation
  }

  /// Takes a time; nil where none was said.
  init?(_ at: Instant?, _ place: String) {
    guard let at, let day = BusinessDay(number: (at.seconds + 8 * 3600) / 86_400) else {
      return nil
    }
    self.place = place
    self.day = day
    text = at.description.replacing("T", with: " ").replacing("+08:00", with: "")
    seconds = at.seconds
    expectation = .past
  }

  /// What is unlikely about it; nil where nothing is.
  var doubt: String? {
    let days = day.number - Today.day.number
    let isAhead = seconds.map { $0 > Today.seconds + 300 } ?? (days > 0)
    let ago = say("是很久以前", "is long ago")
    let far = say("离现在还很远", "is far ahead")
    let later = say("还没到", "is still to come")
    let what: String? =
      switch expectation {
      case .past: isAhead ? later : Today.oldest.map { day < $0 } == true ? ago : nil
      case .ahead(let most): days > most ? far : days < 0 ? say("已经过了", "is past already") : nil
      case .period: days > 3660 ? far : days < -3660 ? ago : nil
      }
    return what.map { "\(place) \(text) \($0)" }
  }

  /// Whether it must be agreed to even where nobody can be asked: an act that has not happened.
  var isToCome: Bool {
    guard case .past = expectation else { return false }
    return seconds.map { $0 > Today.seconds + 300 } ?? (day > Today.day)
  }
}

/// Agreed beforehand to what a command would ask.
struct YesOption: ParsableArguments {
  @Flag(help: ArgumentHelp(say("日期少见也不再询问", "Do not ask about unlikely days."))) var yes = false

  /// Asks about the times that are unlikely; where nobody can be asked one that is past gets a warning.
  ///
  /// - Throws: `Problem` `confirmation_declined`, `confirmation_needed` for what is still to come, or
  ///   `ask_before_malformed`.
  func confirm(_ times: TypedTime?...) throws(Problem) { try confirm(times.compactMap(\.self)) }

  /// The same, for a list.
  func confirm(_ times: [TypedTime], before: String = "") throws(Problem) {
    try Today.expectOldest()
    if yes { return }
    for time in times {
      guard let doubt = time.doubt else { continue }
      if Prompting.isPossible || time.isToCome {
        try BangfuCLI.confirm(doubt + say("，没写错？", ": is that right?"), yes: false)
      } else {
        YesOption.note(before + doubt)
      }
    }
  }

  /// Says what is unlikely about the day that a list is asked of.
  static func note(_ time: TypedTime?) {
    if let doubt = time?.doubt { note(doubt) }
  }

  private static func note(_ doubt: String) {
    printToStandardError(say("注意：\(doubt)", "Note: \(doubt)."))
  }
}
