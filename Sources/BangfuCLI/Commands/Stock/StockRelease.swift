import ArgumentParser
import Bangfu

/// `bangfu stock release`: goods that were promised are free again.
struct StockRelease: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: say("取消预留，或已取走", "Releases a reservation."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("预留编号", "The reservation's number."))) var reservation: Int64
  @Option(help: ArgumentHelp(say("说明", "A remark."))) var note: String?
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).reservations.release(reservation, reason: note)
    printToStandardError(
      say("预留 \(reservation) 已取消", "Reservation \(reservation) is released."))
  }
}
