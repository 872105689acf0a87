import ArgumentParser
import Bangfu

struct ChannelFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("平台，如 douyin；决定能导入哪种文件", "The platform, such as douyin, whose files it imports.")))
  var platform: String?
  @Option(
    help: ArgumentHelp(
      say("发货地点代码；没有则由供应商代发", "The location it ships from; none where suppliers ship.")))
  var shipsFrom: String?
  @Option(
    help: ArgumentHelp(
      say(
        "货发往的省，如 山东；采购单位另有的以它为准",
        "The province where its goods go, such as 山东; a buyer's own goes before.")))
  var province: String?

  /// The channel to enter.
  func draft(_ code: String, name: String?, kind: String?, isActive: Bool? = nil) -> ChannelDraft {
    var draft = ChannelDraft(code: code)
    draft.name = name
    draft.kind = kind
    draft.platform = platform
    draft.shipsFrom = shipsFrom
    draft.province = province
    draft.isActive = isActive
    return draft
  }
}
