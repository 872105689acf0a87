import ArgumentParser
import Bangfu

/// `bangfu channel unmapped`: lists what is not mapped, with the money that waits.
struct ChannelUnmapped: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmapped",
    abstract: say("还没有对应商品的链接，和因此待定的销售额", "Lists what is not mapped, with the money that waits."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(Table(global.open().listings.unmapped(in: channel))) }
}
