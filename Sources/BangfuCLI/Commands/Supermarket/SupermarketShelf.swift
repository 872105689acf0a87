import ArgumentParser
import Bangfu

/// `bangfu supermarket shelf`: what should stand on a supermarket's shelf, and what was counted there.
struct SupermarketShelf: ParsableCommand {
  /// Made anew each time, for a page has its title in both languages.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "shelf",
      abstract: say("商超货架：送去、退回、卖出、应有、盘点差异", "A shelf: sent, back, sold, expected, counted."),
      discussion: say(
        "送去 − 退回 − 卖出 + 其他 = 应有；应有 + 盘点差异 = 剩余。缺货是它的单子卖得比货架上多的。",
        """
        Sent − sent back − sold + otherwise = expected; expected + difference = left. Short is what its sheets sold beyond \
        what was there.
        """))
  }
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("商超的渠道代码", "The supermarket's channel."))) var channel: String
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.openForReports().supermarkets.shelf(of: channel)) }
}
