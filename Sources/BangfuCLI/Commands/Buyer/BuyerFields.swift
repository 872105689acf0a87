import ArgumentParser
import Bangfu

struct BuyerFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "类型：government 机关、institution 事业单位、enterprise 企业、union 工会、canteen 食堂、supermarket 商超、other 其他",
        "The kind: government, institution, enterprise, union, canteen, supermarket or other.")))
  var kind: String?
  @Option(help: ArgumentHelp(say("省", "The province."))) var province: String?

  /// The buyer to enter.
  func draft(_ code: String, name: String?, isActive: Bool? = nil) -> BuyerDraft {
    var draft = BuyerDraft(code: code)
    draft.name = name
    draft.kind = kind
    draft.province = province
    draft.isActive = isActive
    return draft
  }
}
