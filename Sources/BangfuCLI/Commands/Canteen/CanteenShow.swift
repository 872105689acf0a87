import ArgumentParser
import Bangfu

/// `bangfu canteen show`: shows the lines of an order, or its acts.
struct CanteenShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "显示一次订货：订了、送了、收了、拒收、途损", "Shows an order: ordered, delivered, accepted, refused, lost."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("订货编号", "The order's number."))) var order: Int64
  @Flag(help: ArgumentHelp(say("列出每次送货、验收、开票", "List its deliveries, acceptances and invoices.")))
  var acts = false
  @OptionGroup var options: ListOptions

  func run() throws {
    let canteens = try global.open().canteens
    try options.show(acts ? canteens.acts(of: order) : canteens.show(order))
  }
}
