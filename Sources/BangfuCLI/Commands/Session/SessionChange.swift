import ArgumentParser
import Bangfu
import Domain

/// `bangfu session change`: changes what is said of a livestream session.
struct SessionChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: say("修改场次", "Changes a livestream session."),
    discussion: say(
      "没写的不变；改错了用 bangfu session undo。", "What is not named stays; bangfu session undo undoes it."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("场次编号", "The session's number."))) var number: Int64
  @Option(help: ArgumentHelp(say("主播（达人）名称", "The host's name."))) var host: String?
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @Option(help: ArgumentHelp(say("开始时间", "When it begins."))) var from: Instant?
  @Option(help: ArgumentHelp(say("结束时间", "When it ends."))) var to: Instant?
  @Option(
    help: ArgumentHelp(
      say("订单和结算文件里的达人ID", "The host's number in order files and settlements (达人ID).")))
  var hostID: String?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if host == nil, channel == nil, from == nil, to == nil, hostID == nil {
      throw ValidationError(say("写出要改什么", "Say what is to be changed."))
    }
  }

  func run() throws {
    var draft = LivestreamDraft()
    (draft.host, draft.hostNumber) = (host?.typed, hostID?.typed)
    (draft.channel, draft.begins, draft.ends) = (channel, from, to)
    let done = try global.open(operator: by.operator).livestreams.change(
      number, to: draft, reason: reason)
    done.show(
      say(
        "已修改场次 \(number)（编号 \(done.number)）",
        "Session \(number) is changed; the change's number is \(done.number)"), format)
  }
}
