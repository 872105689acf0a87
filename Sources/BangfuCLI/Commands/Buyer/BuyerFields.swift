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
  @Option(
    help: ArgumentHelp(
      say("统一社会信用代码（18 位）", "The unified social credit code, of 18 characters.")))
  var creditCode: String?
  @Option(help: ArgumentHelp(say("联系人和电话", "Whom to ask there, and how."))) var contact: String?
  @Option(
    help: ArgumentHelp(
      say("账期：销售后多少天付款", "The terms: how many days after a sale it pays."), valueName: "days"))
  var terms: Int?

  /// Whether none is given.
  var areAbsent: Bool {
    kind == nil && province == nil && creditCode == nil && contact == nil && terms == nil
  }

  /// The buyer to enter.
  func draft(_ code: String, name: String?, isActive: Bool? = nil) -> BuyerDraft {
    var draft = BuyerDraft(code: code)
    draft.name = name
    draft.kind = kind
    draft.province = province
    draft.creditCode = creditCode
    draft.contact = contact
    draft.terms = terms
    draft.isActive = isActive
    return draft
  }
}
