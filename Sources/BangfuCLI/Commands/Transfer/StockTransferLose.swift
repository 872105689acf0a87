import ArgumentParser
import Bangfu

/// `bangfu stock transfer lose`: explains what did not arrive.
struct StockTransferLose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lose", abstract: say("差异：没有收到的，说明原因", "Explains what did not arrive."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var part: StockTransferPart
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String

  func run() throws { try part.end(global) { try $0.lose($1, of: part.transfer, reason: reason) } }
}
