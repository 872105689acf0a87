/// How a platform writes the cells of its CSV files.
struct CSVStyle: Sendable {
  /// What stands before and after a text inside its quotes.
  var before = "", after = ""
  /// True where numbers are written as texts are.
  var quotesNumbers = false
  /// What stands before an amount.
  var currency = ""
  /// How cells without content are spelled.
  var blanks = [""]

  /// 抖店: a tab before each text, `-` for nothing.
  static let tabLed = CSVStyle(before: "\t", blanks: ["-"])
  /// 拼多多: every cell in quotes, with a tab behind it.
  static let tabTrailed = CSVStyle(after: "\t", quotesNumbers: true)
  /// 快手小店: amounts in yuan signs, and every way to spell nothing.
  static let yuanSigned = CSVStyle(currency: "¥", blanks: ["-", "--", "—", "/", ""])
  /// 视频号小店: `-` for nothing.
  static let dashed = CSVStyle(blanks: ["-"])
  /// 淘宝: nothing special.
  static let plain = CSVStyle()
}
