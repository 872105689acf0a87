import ArgumentParser
import Bangfu
import Domain

/// `bangfu fair add`: adds a fair.
struct FairAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("新增一次展销会", "Adds a fair."),
    discussion: say(
      "例：bangfu fair add gaotang --name 彭水农特产品进高唐 --place 高唐 --from 2026-10-01 --to 2026-10-03 --channel fair"
        + " --stand gt1。同一渠道同一天只能有一次展销会；摊位先用 bangfu location add --kind stand 新增，只属于一次展销会。",
      """
      Example: bangfu fair add gaotang --name 彭水农特产品进高唐 --place 高唐 --from 2026-10-01 --to 2026-10-03 \
      --channel fair --stand gt1. A channel sells at one fair a day; stands are locations (bangfu location add --kind \
      stand), each of one fair.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
  @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
  @Option(help: ArgumentHelp(say("地点", "Where it is held."))) var place: String
  @Option(help: ArgumentHelp(say("第一天 YYYY-MM-DD", "The first day."))) var from: BusinessDay
  @Option(help: ArgumentHelp(say("最后一天 YYYY-MM-DD", "The last day."))) var to: BusinessDay
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel = "fair"
  @Option(help: ArgumentHelp(say("摊位的地点代码，可以重复", "A stand's location code; may be repeated.")))
  var stand: [String] = []
  @OptionGroup var by: OperatorOption

  func run() throws {
    try global.open(operator: by.operator).fairs.add(
      FairDraft(
        code: code, name: name, place: place, from: from, to: to, channel: channel, stands: stand))
    printToStandardError(say("已新增展销会 \(code) \(name)", "Added fair \(code) \(name)."))
  }
}
