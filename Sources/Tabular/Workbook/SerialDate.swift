/// A day and a time as spreadsheets keep them: days since an epoch, with a fraction.
struct SerialDate {
  /// What a number format shows of a date.
  enum Shape: UInt8 {
    /// No date: a number.
    case none
    case date
    case dateTime
    /// A time of day, or an elapsed time.
    case time
  }

  /// 9999-12-31.
  private static let last = 2_958_465.0

  private let days: Int
  private let seconds: Int

  /// Takes a number apart, unless no spreadsheet takes it for a date.
  ///
  /// Seconds are rounded, for a second is no whole number of 1/86,400 in binary.
  init?(_ serial: Double, is1904: Bool) {
    guard serial >= 0, serial <= Self.last + (is1904 ? -1462 : 0) + 1 else { return nil }
    let total = Int((serial * 86_400).rounded())
    seconds = total % 86_400
    days = total / 86_400 + (is1904 ? 1462 : 0)
  }

  /// Returns `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` or `HH:MM:SS`.
  ///
  /// A time that a format of days hides is shown all the same: nothing is lost.
  func text(_ shape: Shape) -> [UInt8] {
    if shape == .time && days < 1 || days == 0 { return clock(hours: 0) }
    if shape == .time { return clock(hours: 24 * days) }
    let day = Self.dayText(days)
    return shape == .date && seconds == 0
      ? day : day + [UInt8(ascii: " ")] + clock(hours: 0)
  }

  private func clock(hours: Int) -> [UInt8] {
    let hour = hours + seconds / 3600
    return Self.digits(hour, hour > 99 ? String(hour).utf8.count : 2) + [0x3A]
      + Self.digits(seconds / 60 % 60, 2) + [0x3A] + Self.digits(seconds % 60, 2)
  }

  /// Day 60 of the epoch of 1900 is a 29th of February that there was not.
  private static func dayText(_ days: Int) -> [UInt8] {
    if days == 60 { return Array("1900-02-29".utf8) }
    // Days since 0000-03-01, by the calendar of Gregory (Howard Hinnant's algorithm).
    let day = days + (days < 60 ? 1 : 0) + 693_899
    let era = day / 146_097
    let ofEra = day % 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * ofYear + 2) / 153
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return digits(year, 4) + [0x2D] + digits(month < 10 ? month + 3 : month - 9, 2) + [0x2D]
      + digits(ofYear - (153 * month + 2) / 5 + 1, 2)
  }

  private static func digits(_ number: Int, _ width: Int) -> [UInt8] {
    var digits = [UInt8](repeating: 0x30, count: width)
    var rest = number
    for position in (0..<width).reversed() {
      digits[position] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    return digits
  }
}
