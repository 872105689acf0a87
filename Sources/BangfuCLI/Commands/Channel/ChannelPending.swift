import ArgumentParser
import Bangfu

/// `bangfu channel pending`: lists the order lines that are pending, and why.
struct ChannelPending: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pending",
    abstract: say("待定的订单行和待定的原因", "Lists the order lines that are pending, and why."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().channels.pending(in: channel)) }
}
