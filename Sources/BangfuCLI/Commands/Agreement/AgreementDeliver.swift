import ArgumentParser
import Bangfu
import Domain

/// `bangfu agreement deliver`: says that a sale delivers goods of an agreement.
struct AgreementDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: say("一笔销售是某份签约的交货", "Says that a sale delivers goods of an agreement."),
    discussion: say(
      "签约本身从不计入，计入的是交货。先用 bangfu order enter --buyer 录入销售，再用这条命令对上；商品和数量不超过签约。",
      """
      An agreement never counts itself: what delivers it does. Enter the sale with bangfu order enter --buyer, then name \
      both; a product is delivered at most as often as was agreed.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("签约编号", "The agreement's number."))) var number: Int64
  @Argument(help: ArgumentHelp(say("销售单号", "The sale's document."))) var document: Int64
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    let open = try programme.agreements.deliver(number, by: document)
    printLine(
      say(
        "单据 \(document) 是签约 \(number) 的交货，还有 \(open.grouped) 没有交货",
        "Document \(document) delivers agreement \(number): \(open.grouped) are still to come."))
  }
}
