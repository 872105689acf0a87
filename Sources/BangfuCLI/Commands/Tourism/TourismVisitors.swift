import ArgumentParser
import Bangfu
import Domain

/// `bangfu tourism visitors`: how many visitors of a sale came from where.
struct TourismVisitors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visitors",
    abstract: say("登记一张单的游客人数，按省", "Keeps how many visitors of a sale came from where."),
    discussion: say(
      "例：bangfu tourism visitors 1 山东:40 重庆:2 --reduction 山东游客半价。再登记一次就代替原来的。",
      "Example: bangfu tourism visitors 1 山东:40 重庆:2 --reduction 山东游客半价. Said again, it replaces what was said."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("单据", "The document of the sale."))) var document: Int64
  @Argument(
    help: ArgumentHelp(
      say("省（简称）和人数", "A province's short name and how many."), valueName: "province:people"))
  var visitors: [String]
  @Option(help: ArgumentHelp(say("它的优惠是为什么", "What its discount was given for.")))
  var reduction = ""
  @Option(help: ArgumentHelp(say("备注", "A remark."))) var note: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    let said = try visitors.map { text in
      let parts = text.split(whereSeparator: { $0 == ":" || $0 == "：" }).map(String.init)
      guard parts.count == 2, let people = Int32(parts[1].typed), people > 0 else {
        throw Problem("visitors_malformed", ["text": text])
      }
      return (parts[0], Int(people))
    }
    let number = try global.open(operator: by.operator).tourism.say(
      visitors: said, of: document, reduction: reduction, note: note)
    let people = said.reduce(0) { $0 + $1.1 }
    printLine(
      say(
        "登记 \(number)：单据 \(document) 有 \(people) 位游客",
        "Entry \(number): \(people) visitors of document \(document)"))
  }
}
