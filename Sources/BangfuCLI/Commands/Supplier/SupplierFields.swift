import ArgumentParser
import Bangfu

struct SupplierFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "类型：company 企业、collective 村集体、cooperative 合作社、household 农户",
        "The kind: company, collective, cooperative or household.")))
  var kind: String?
  @Option(
    help: ArgumentHelp(
      say("联农带农户数（没有单独登记的）", "The households it links, without those of their own record.")))
  var households: Int?
  @Option(help: ArgumentHelp(say("乡镇", "The township."))) var township: String?

  /// The supplier to enter.
  func draft(_ code: String, name: String?, isActive: Bool? = nil) -> SupplierDraft {
    var draft = SupplierDraft(code: code)
    draft.name = name
    draft.kind = kind
    draft.households = households
    draft.township = township
    draft.isActive = isActive
    return draft
  }
}
