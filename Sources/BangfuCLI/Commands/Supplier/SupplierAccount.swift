import ArgumentParser
import Bangfu

/// `bangfu supplier account`: every entry of an account.
struct SupplierAccount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: say(
      "供应商往来账：进货、退货、付款、回购、调整",
      "Lists a supplier's account: purchases, returns, payments, buy-backs."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.open().accounts.entries(of: supplier), levels: ["owed"])
  }
}
