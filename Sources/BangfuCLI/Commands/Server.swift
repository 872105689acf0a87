import ArgumentParser
import Bangfu
import Domain
import Postgres

/// `bangfu server`: the private cluster.
struct Server: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server",
    abstract: say("私有数据库服务器", "Starts, stops and shows the private database server."),
    subcommands: [Start.self, Stop.self, Show.self])

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: say("启动（平时会自动启动）", "Starts it; commands do so by themselves."))
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let cluster = try cluster()
      try cluster.expectMade()
      try cluster.start()
      printToStandardError(say("数据库服务器已启动", "The database server runs."))
    }
  }

  struct Stop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stop", abstract: say("停止", "Stops it."))
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let stopped = try cluster().stop()
      printToStandardError(
        stopped
          ? say("数据库服务器已停止", "The database server is stopped.")
          : say("数据库服务器本来就没有运行", "The database server was not running."))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: say("是否在运行；没有运行时退出码为 1", "Tells whether it runs; exit status 1 when not."))
    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      let cluster = try cluster()
      let status = try cluster.status()
      var state = "stopped"
      var process = ""
      switch status {
      case .absent: state = "absent"
      case .stopped: break
      case .elsewhere: state = "elsewhere"
      case .running(let number, _): (state, process) = ("running", String(number))
      }
      let columns = ["state", "process", "home", "socket_folder", "log"].map(Headings.column)
      printRows(
        Table(
          columns,
          rows: [
            [
              format == .table ? Headings.word(state) : state, process, cluster.home,
              cluster.socketFolder, cluster.log,
            ]
          ]
        ), format)
      if state != "running" { throw ExitCode(Exit.no.rawValue) }
    }
  }

  static func cluster() throws -> Cluster {
    guard case .cluster(let cluster) = try Session.place() else {
      throw Problem("server_not_ours")
    }
    return cluster
  }
}

private func cluster() throws -> Cluster { try Server.cluster() }
