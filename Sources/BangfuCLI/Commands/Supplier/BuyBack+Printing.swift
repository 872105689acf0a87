import Bangfu
import Domain

extension BuyBack {
  /// Says what became of a buy-back, and what is owed now.
  func show(_ words: String, _ format: Format) {
    switch format {
    case .json:
      let json = JSON.object([
        ("posting", .int(number)), ("amount", .string(amount.description)),
        ("cost", .string(cost.description)), ("owed", .string(owed.description)),
        ("repeated", .bool(repeated)),
      ])
      printLine(json.pretty)
    case .csv:
      printLine("posting,amount,cost,owed,repeated")
      printLine("\(number),\(amount),\(cost),\(owed),\(repeated)")
    case .table: printLine(words + againWords(repeated) + say("；", "; ") + owedWords(owed))
    }
  }
}
