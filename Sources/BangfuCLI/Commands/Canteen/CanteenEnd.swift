import ArgumentParser
import Bangfu

/// `bangfu canteen end`: what is open of an order will not be delivered.
struct CanteenEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: say("结束订货：没送的不再送，放开预留", "Ends an order: what is due will not be delivered."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("订货编号", "The order's number."))) var order: Int64
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption

  func run() throws {
    let act = try global.open(operator: by.operator).canteens.end(order, reason: reason)
    printLine(say("已结束订货 \(order)，编号 \(act)", "Ended order \(order); the act's number is \(act)"))
  }
}
