import ArgumentParser
import Bangfu

struct LocationFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("类型：shop 门店、warehouse 仓库、stand 展位", "The kind: shop, warehouse or stand.")))
  var kind: String?
  @Flag(help: ArgumentHelp(say("设为默认", "Make it the default one."))) var `default` = false

  /// The location to enter.
  func draft(_ code: String, name: String?, isActive: Bool? = nil) -> LocationDraft {
    var draft = LocationDraft(code: code)
    draft.name = name
    draft.kind = kind
    draft.isDefault = self.default
    draft.isActive = isActive
    return draft
  }
}
