import ArgumentParser
import Bangfu
import Domain

/// `bangfu session add`: adds a livestream session.
struct SessionAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("登记一场直播", "Adds a livestream session."),
    discussion: say(
      "同一主播同一时间只能在一场里。结束时间不算在内。",
      "A host is in one session at a time. The end is outside of it."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("主播（达人）名称", "The host's name."))) var host: String
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String
  @Option(
    help: ArgumentHelp(say("开始时间，如 2025-10-09T20:00", "When it begins, such as 2025-10-09T20:00.")))
  var from: Instant
  @Option(help: ArgumentHelp(say("结束时间", "When it ends."))) var to: Instant
  @Option(
    help: ArgumentHelp(
      say("订单和结算文件里的达人ID", "The host's number in order files and settlements (达人ID).")))
  var hostID: String?
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    var draft = LivestreamDraft()
    (draft.host, draft.hostNumber) = (host.typed, hostID?.typed)
    (draft.channel, draft.begins, draft.ends) = (channel, from, to)
    draft.id = try id.map(RequestID.checked)
    let done = try global.open(operator: by.operator).livestreams.add(draft)
    done.show(
      say("已登记场次 \(done.session)：\(host)", "Session \(done.session) is added: \(host)"), format)
  }
}
