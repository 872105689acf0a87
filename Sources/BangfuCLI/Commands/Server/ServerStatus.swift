import ArgumentParser
import Bangfu

/// `bangfu server status`: reports whether the private cluster runs.
struct ServerStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say("是否在运行；没有运行时退出码为 1", "Reports whether it runs; exit status 1 when not."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let server = try Session.database().privateServer
    let status = try server.status()
    let state = status.state.rawValue
    printRows(
      Table(
        [.state, .process, .home, .socketFolder, .log],
        rows: [
          [
            Cell(format == .table ? CodeWords.word(state) : state), Cell(status.process),
            Cell(server.home), Cell(server.socketFolder), Cell(server.log),
          ]
        ]
      ), format)
    if status.state != .running { throw ExitCode(Exit.no.rawValue) }
  }
}
