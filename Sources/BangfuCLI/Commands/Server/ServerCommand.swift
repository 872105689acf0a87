import Bangfu
import ArgumentParser
import Domain
import Postgres

/// `bangfu server`: the private cluster.
struct ServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server",
    abstract: say("私有数据库服务器", "Starts, stops and shows the private database server."),
    subcommands: [ServerStart.self, ServerStop.self, ServerStatus.self])

  /// The private cluster.
  ///
  /// - Throws: `Problem` `server_not_ours` where `BANGFU_DATABASE` names a server.
  static func cluster() throws -> Cluster {
    guard case .cluster(let cluster) = try Session.place() else {
      throw Problem("server_not_ours")
    }
    return cluster
  }
}
