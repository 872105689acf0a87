import Bangfu
import Domain

extension SupplierReceipt {
  /// Says what became of an entry, and what is owed now.
  func show(_ words: String, as key: String, _ format: Format) {
    switch format {
    case .json:
      let json = JSON.object([
        (key, .int(number)), ("owed", .string(owed.description)), ("repeated", .bool(repeated)),
      ])
      printLine(json.pretty)
    case .csv: printLine("\(key),owed,repeated\n\(number),\(owed),\(repeated)")
    case .table: printLine(words + againWords(repeated) + say("，", "; ") + owedWords(owed))
    }
  }
}

/// Says that what was asked for had been entered before.
func againWords(_ isRepeated: Bool) -> String {
  isRepeated ? say("（已记过，没有重复记）", " (entered before; not entered twice)") : ""
}

/// Says what is owed to a supplier, or by one.
func owedWords(_ owed: Money) -> String {
  owed >= .zero
    ? say("还欠 \(owed.grouped)", "\(owed.grouped) is owed")
    : say("对方欠（或预付）\((-owed).grouped)", "they owe \((-owed).grouped), or have it in advance")
}
