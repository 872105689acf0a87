import Domain
import Glibc

/// Now, as typed days and times are held against.
enum Today {
  /// The seconds since 1970 in UTC.
  static var seconds: Int { Int(time(nil)) }

  /// Today by the programme's clock.
  static var day: BusinessDay { ProgrammeClock.day(at: seconds) ?? .first }

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
