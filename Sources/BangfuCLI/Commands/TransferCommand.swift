import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock transfer`: goods on their way from one location to another.
struct TransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: say(
      "调拨：发出、收到、差异、在途", "Goods sent from one location to another, in transit until they arrive."),
    subcommands: [Send.self, Receive.self, Lose.self, List.self])

  struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "send", abstract: say("发出", "Sends goods."))
    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp(
        say("货号:数量，可带单位，可加 #批号，可多个", "SKU:QUANTITY, maybe with a unit and #LOT; one or more."),
        valueName: "item"))
    var items: [String]
    @Option(help: ArgumentHelp(say("发出地点；默认为默认门店", "Where from; by default the default location.")))
    var from: String?
    @Option(help: ArgumentHelp(say("收货地点", "Where to."))) var to: String
    @Option(help: ArgumentHelp(say("说明，如车牌号", "A remark, such as the car's number."))) var note:
      String?
    @OptionGroup var by: OperatorOption
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      let transfer = try global.open(operator: by.operator).send(
        StockItems(parsing: items), from: from, to: to, reason: note)
      switch format {
      case .json: printLine(JSON.object([("transfer", .int(transfer))]).pretty)
      case .csv: printLine("transfer\n\(transfer)")
      case .table:
        printLine(say("调拨 \(transfer) 已发往 \(to)", "Transfer \(transfer) is on its way to \(to)."))
      }
    }
  }

  /// Of which transfer, and what of it.
  struct Part: ParsableArguments {
    @Argument(help: ArgumentHelp(say("调拨编号", "The transfer's number."))) var transfer: Int64
    @Argument(
      help: ArgumentHelp(
        say(
          "货号:数量，可带单位；不写就是在途的全部",
          "SKU:QUANTITY, maybe with a unit; without any, all that is on its way."),
        valueName: "item"))
    var items: [String] = []
    @OptionGroup var by: OperatorOption

    func run(_ global: GlobalOptions, isLost: Bool, reason: String?) throws {
      let programme = try global.open(operator: by.operator)
      _ = try programme.end(
        transfer: transfer, StockItems(parsing: items), isLost: isLost, reason: reason)
      let left = try programme.inTransit(of: transfer).rows
        .map { $0.joined(separator: " ") }.joined(separator: say("、", ", "))
      printToStandardError(
        left.isEmpty
          ? say("调拨 \(transfer) 已结清", "Nothing of transfer \(transfer) is on its way any more.")
          : say(
            "调拨 \(transfer) 还在途：\(left)", "Still on its way of transfer \(transfer): \(left)."))
    }
  }

  struct Receive: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "receive", abstract: say("收到，可以分几次", "What has arrived, maybe in parts."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var part: Part

    func run() throws { try part.run(global, isLost: false, reason: nil) }
  }

  struct Lose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lose", abstract: say("差异：没有收到的，说明原因", "Explains what did not arrive."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var part: Part
    @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String

    func run() throws { try part.run(global, isLost: true, reason: reason) }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("在途的调拨；--all 为全部", "Lists what is on its way; all transfers with --all."))
    @OptionGroup var global: GlobalOptions
    @Flag(help: ArgumentHelp(say("全部调拨", "All transfers."))) var all = false
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().transfers(all: all)) }
  }
}
