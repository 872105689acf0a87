import ArgumentParser
import Bangfu
import Domain

/// `bangfu agreement undeliver`: takes a sale off the agreement that it was to deliver.
struct AgreementUndeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undeliver",
    abstract: say("一笔销售不再算某份签约的交货", "Takes a sale off its agreement; it stays a sale."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("销售单号", "The sale's document."))) var document: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(
      say("单据 \(document) 不再算交货？", "Take document \(document) off its agreement?"), yes: yes)
    let name = try programme.agreements.undeliver(document, reason: reason)
    printLine(
      say(
        "单据 \(document) 不再是签约 \(name) 的交货",
        "Document \(document) no longer delivers agreement \(name)."))
  }
}
