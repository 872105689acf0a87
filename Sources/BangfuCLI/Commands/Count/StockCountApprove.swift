import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock count approve`: posts the differences; not by one who counted.
struct StockCountApprove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: say("批准盘点：差异入账；不能是盘点的人", "Posts the differences; not by one who counted."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("盘点编号", "The count's number."))) var count: Int64
  @Flag(help: ArgumentHelp(say("没盘到的保持账面数", "What was not counted stays as the book has it.")))
  var partial = false
  @Option(help: ArgumentHelp(say("说明", "A remark."))) var reason: String?
  @OptionGroup var by: OperatorOption
  @OptionGroup var approval: ApprovalOptions

  func run() throws {
    let programme = try global.open(operator: by.operator)
    let done = try approval.acting(in: programme, reason: reason) {
      try programme.counts.approve(count, isPartial: partial, reason: reason)
    }
    printToStandardError(
      say(
        "盘点 \(count) 已批准：\(done.lines) 处差异，金额 \(done.value.grouped)",
        "Approved count \(count): \(done.lines) differences, worth \(done.value.grouped)."))
  }
}
