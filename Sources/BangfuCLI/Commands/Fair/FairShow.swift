import ArgumentParser
import Bangfu

/// `bangfu fair show`: what was sent to a fair, sold there, brought back and is left.
struct FairShow: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: say("展销会一张表：带去、带回、销售、剩余", "A fair's sheet: sent, brought back, sold, left."),
      discussion: say(
        "带去 − 带回 − 销售 + 其他 + 不在库存 = 剩余。其他是报损、盘点等；不在库存是摊位没有货而卖出的，减去退了款而没有退回摊位的。",
        """
        Sent - brought back - sold + otherwise + not in stock = left. Otherwise is what was wasted or counted; not in \
        stock is what sold where the stands held none, less what was refunded and did not come back there.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("展销会代码", "The fair's code."))) var code: String
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().fairs.sheet(code)) }
}
