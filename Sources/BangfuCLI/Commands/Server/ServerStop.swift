import ArgumentParser
import Bangfu

/// `bangfu server stop`: stops the private cluster.
struct ServerStop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop", abstract: say("停止", "Stops it."))
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let stopped = try Session.database().privateServer.stop()
    printToStandardError(
      stopped
        ? say("数据库服务器已停止", "The database server is stopped.")
        : say("数据库服务器本来就没有运行", "The database server was not running."))
  }
}
