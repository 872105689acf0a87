import ArgumentParser
import Bangfu
import Domain

/// `bangfu buyer account`: what buyers owe by age, or every entry of one account.
struct BuyerAccount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: say(
      "往来账：各单位欠款的账龄；写代码列出一个单位的明细", "Lists what buyers owe by age, or one buyer's account."),
    discussion: say(
      "账龄按过了账期多少天。--open 列出一个单位没付清的单据。",
      "Age is days past the terms. --open lists the documents of one buyer that are not paid."))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("采购单位代码；不写就是全部的账龄", "The buyer's code; without one, all by age.")))
  var buyer: String?
  @Flag(help: ArgumentHelp(say("没付清的单据", "The documents that are not paid."))) var open = false
  @Option(help: ArgumentHelp(say("哪天的账龄；默认今天", "The day of the ages; by default today.")))
  var day: BusinessDay?
  @OptionGroup var options: ListOptions

  func validate() throws {
    if buyer == nil, open {
      throw ValidationError(say("--open 要写采购单位", "--open is of one buyer: name it."))
    }
    if buyer != nil, day != nil {
      throw ValidationError(say("--day 是全部账龄的", "--day is of the ages of all buyers."))
    }
  }

  func run() throws {
    let accounts = try global.open().buyerAccounts
    guard let buyer else { return try options.show(accounts.ageing(on: day)) }
    try options.show(open ? accounts.open(of: buyer) : accounts.entries(of: buyer))
  }
}
