import ArgumentParser
import Bangfu

/// `bangfu stock count show`: what a count found, and what is not counted yet.
struct StockCountShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("盘点的差异，和还没盘的", "What a count found, and what is not counted yet."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().counts.differences(in: count)) }
}
