import ArgumentParser
import Bangfu

/// `bangfu stock count sheet`: the sheet to count by: printed, or as CSV to fill in.
struct StockCountSheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: say("盘点单：打印，或写成 CSV 填数", "The sheet to count by: printed, or as CSV to fill in."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().counts.sheet(of: count)) }
}
