/// The clock of a programme: that of Asia/Shanghai, ahead of UTC by the same hours all year since 1991.
///
/// In the database it is the `timezone` of `programme`, by which all rules there read a time.
public enum ProgrammeClock {
  /// The zone's name.
  public static let zone = "Asia/Shanghai"
  /// How far it is ahead of UTC, in seconds.
  public static let secondsEast = 8 * 3600
  /// The same, as instants are written.
  public static let offset = "+08:00"

  /// The day that it shows at so many seconds since 1970 in UTC; nil for one that no `BusinessDay` is.
  public static func day(at seconds: Int) -> BusinessDay? {
    BusinessDay(number: (seconds + secondsEast) / 86_400)
  }
}
