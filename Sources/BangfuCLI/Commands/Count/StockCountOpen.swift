import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock count open`: opens a count of a location, or of a category there.
struct StockCountOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: say("开始盘点一个地点，或其中一类商品", "Opens a count of a location, or of a category there."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @Option(help: ArgumentHelp(say("只盘这一类", "Only products of this category."))) var category: String?
  @Flag(
    help: ArgumentHelp(say("盲盘：盘点单上不写账面数", "Blind: the sheet does not show the book quantity.")))
  var blind = false
  @Option(
    help: ArgumentHelp(say("差额超过多少元要复盘", "A difference worth more yuan must be counted twice.")))
  var recountOver = "100"
  @OptionGroup var by: OperatorOption

  func run() throws {
    let count = try global.open(operator: by.operator).counts.open(
      location: location, category: category, isBlind: blind,
      recountOver: Money(asked: recountOver.typed, in: "--recount-over"))
    printLine(
      say(
        "盘点 \(count) 已开始；盘点单：bangfu stock count sheet \(count)",
        "Count \(count) is open; its sheet: bangfu stock count sheet \(count)"))
  }
}
