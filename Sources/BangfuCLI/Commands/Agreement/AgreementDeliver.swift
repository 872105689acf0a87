import ArgumentParser
import Bangfu
import Domain

/// `bangfu agreement deliver`: says that a sale delivers goods of an agreement.
struct AgreementDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: say("一笔销售是某份签约的交货", "Says that a sale delivers goods of an agreement."),
    discussion: say(
      "签约本身从不计入，计入的是交货。先录入或导入销售，再用这条命令对上；商品和数量不超过签约。"
        + "导入的表里的签约没有编号，写 bangfu agreement list 里的订单号。",
      """
      An agreement never counts itself: what delivers it does. Enter or import the sale, then name both; a product is \
      delivered at most as often as was agreed. One that an imported sheet reports has no number: name its order, as \
      bangfu agreement list has it.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("签约编号，或表里的订单号", "The agreement's number, or the order of its sheet.")))
  var agreement: String
  @Argument(help: ArgumentHelp(say("销售单号", "The sale's document."))) var document: Int64
  @Option(
    help: ArgumentHelp(
      say("订单号属于哪个渠道，几个渠道都有时要写", "The channel of the order, where several have it.")))
  var channel: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    let name = AgreementName(agreement, channel: channel)
    let open = try programme.agreements.deliver(name, by: document)
    printLine(
      say(
        "单据 \(document) 是签约 \(name) 的交货，还有 \(open.grouped) 没有交货",
        "Document \(document) delivers agreement \(name): \(open.grouped) are still to come."))
  }
}
