import Domain

/// A day or time of an act that somebody typed.
struct TypedTime {
  /// What a typed time is likely to be.
  enum Expectation {
    /// An act, which is past, and not long.
    case past
    /// A last day, which is to come, within so many days.
    case ahead(Int)
    /// One end of a period, within ten years before or after.
    case period
  }

  /// The option, or where else it was said.
  let source: String
  /// As it was understood.
  let text: String
  let day: BusinessDay
  /// The seconds since 1970, where a time was typed.
  var seconds: Int?
  let expectation: Expectation

  /// Takes a day; nil where none was said.
  init?(_ day: BusinessDay?, _ source: String, _ expectation: Expectation = .past) {
    guard let day else { return nil }
    self.source = source
    self.day = day
    text = day.description
    self.expectation = expectation
  }

  /// Takes a time; nil where none was said.
  init?(_ at: Instant?, _ source: String) {
    guard let at, let day = ProgrammeClock.day(at: at.seconds) else {
      return nil
    }
    self.source = source
    self.day = day
    text = at.description.replacing("T", with: " ")
      .replacing(ProgrammeClock.offset, with: "")
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
    return what.map { "\(source) \(text) \($0)" }
  }

  /// Whether it must be agreed to even where nobody can be asked: an act that has not happened.
  var isToCome: Bool {
    guard case .past = expectation else { return false }
    return seconds.map { $0 > Today.seconds + 300 } ?? (day > Today.day)
  }
}
