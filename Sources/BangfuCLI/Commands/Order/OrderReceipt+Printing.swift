import Bangfu
import Domain

extension OrderReceipt {
  /// Prints what became of a refund or a void: words for people, the receipt for programs.
  func show(_ words: String, _ format: Format) {
    guard format == .json else { return printLine(words) }
    printLine(
      JSON.object([
        ("document", .int(document)), ("total", .string(total.description)),
        ("repeated", .bool(repeated)), ("day", .string(day)),
      ]).pretty)
  }
}
