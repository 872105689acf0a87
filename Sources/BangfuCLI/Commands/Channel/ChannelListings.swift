import ArgumentParser
import Bangfu

/// `bangfu channel listings`: lists the listings, and what each is mapped to.
struct ChannelListings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "listings",
    abstract: say("列出链接及其对应的商品", "Lists the listings, and what each is mapped to."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().listings.list(of: channel)) }
}
