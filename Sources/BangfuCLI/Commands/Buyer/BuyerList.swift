import ArgumentParser
import Bangfu

/// `bangfu buyer list`: lists the buyers, and what they owe.
struct BuyerList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出采购单位和欠款", "Lists the buyers, and what they owe."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().buyers.list())) }
}
