import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier contract end`: says which day is a contract's last; before its first, it never was.
struct SupplierContractEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: say(
      "改合同的最后一天；早于第一天就是作废", "Says which day is a contract's last; before its first, it never was."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("合同编号", "The contract's number."))) var contract: Int64
  @Option(help: ArgumentHelp(say("最后一天", "The last day."))) var day: BusinessDay
  @OptionGroup var sure: YesOption

  func run() throws {
    try sure.confirm(TypedTime(day, "--day", .period))
    try global.open().contracts.end(contract, on: day)
    printToStandardError(
      say("合同 \(contract) 到 \(day) 为止", "Contract \(contract) ends on \(day)."))
  }
}
