import ArgumentParser

/// `bangfu server`: the private cluster.
struct ServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server",
    abstract: say("私有数据库服务器", "Starts, stops and shows the private database server."),
    subcommands: [ServerStart.self, ServerStop.self, ServerStatus.self, ServerShare.self])
}
