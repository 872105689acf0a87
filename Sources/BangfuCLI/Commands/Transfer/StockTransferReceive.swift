import ArgumentParser
import Bangfu

/// `bangfu stock transfer receive`: what has arrived, maybe in parts.
struct StockTransferReceive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: say("收到，可以分几次", "What has arrived, maybe in parts."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var part: StockTransferPart

  func run() throws { try part.end(global) { try $0.receive($1, of: part.transfer) } }
}
