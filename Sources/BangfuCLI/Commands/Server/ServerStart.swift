import ArgumentParser
import Bangfu

/// `bangfu server start`: starts the private cluster; commands do so by themselves.
struct ServerStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: say("启动（平时会自动启动）", "Starts it; commands do so by themselves."))
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try Session.database().privateServer.start()
    printToStandardError(say("数据库服务器已启动", "The database server runs."))
  }
}
