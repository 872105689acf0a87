import ArgumentParser
import Postgres

/// `bangfu server status`: tells whether the private cluster runs.
struct ServerStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say("是否在运行；没有运行时退出码为 1", "Tells whether it runs; exit status 1 when not."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let cluster = try ServerCommand.cluster()
    let status = try cluster.status()
    var state = "stopped"
    var process = ""
    switch status {
    case .absent: state = "absent"
    case .stopped: break
    case .elsewhere: state = "elsewhere"
    case .running(let number, _): (state, process) = ("running", String(number))
    }
    printRows(
      Table(
        [.state, .process, .home, .socketFolder, .log],
        rows: [
          [
            format == .table ? CodeWords.word(state) : state, process, cluster.home,
            cluster.socketFolder, cluster.log,
          ]
        ]
      ), format)
    if state != "running" { throw ExitCode(Exit.no.rawValue) }
  }
}
