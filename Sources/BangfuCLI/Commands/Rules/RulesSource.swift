import ArgumentParser
import Bangfu
import Domain

/// The rule sets that a command names: those of a file, or the one in force on a day with some rules changed.
struct RulesSource: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("规则文件（JSON）；没有则用下面的选项", "A file of rules, JSON; without one, the options.")))
  var file: String?
  @Option(help: ArgumentHelp(say("从哪天起 YYYY-MM-DD", "The first day it holds on."))) var from:
    BusinessDay?
  @Option(help: ArgumentHelp(say("计入的产地（可多次）", "An origin that counts; may be repeated.")))
  var origin: [String] = []
  @Option(
    help: ArgumentHelp(say("货要发往的省（可多次）", "A province the goods must go to; may be repeated.")))
  var province: [String] = []
  @Flag(help: ArgumentHelp(say("发往哪里都计入", "The goods may go anywhere."))) var anywhere = false
  @Option(help: ArgumentHelp(say("认定：none 不要求，required 要求", "Certificates: none or required.")))
  var certificates: String?
  @Option(
    help: ArgumentHelp(
      say("商超按：till 收银、settlement 结算、paid 回款", "Of a supermarket: till, settlement or paid.")))
  var supermarket: String?
  @Option(help: ArgumentHelp(say("补贴：in 计入，out 不计入", "Subsidies: in or out."))) var subsidies:
    String?
  @Option(help: ArgumentHelp(say("旅游：in 计入，out 不计入", "Tourism: in or out."))) var tourism: String?
  @Option(
    help: ArgumentHelp(
      say(
        "渠道类型=paid 付款|delivered 送达|accepted 验收（可多次）",
        "A kind of channel and its event: paid, delivered or accepted; may be repeated."),
      valueName: "kind=event"))
  var recognize: [String] = []

  private var saysRules: Bool {
    !origin.isEmpty || !province.isEmpty || anywhere || !recognize.isEmpty
      || [certificates, supermarket, subsidies, tourism].contains { $0 != nil }
  }

  func validate() throws {
    if file != nil, from != nil || saysRules {
      throw ValidationError(
        say("规则文件和 --from 等选项只写一种", "Give a file of rules or options such as --from, not both."))
    }
    if file == nil, from == nil || !saysRules {
      throw ValidationError(
        say(
          "写规则文件，或写 --from 和要改的规则，如 --certificates required",
          "Name a file of rules, or give --from and what changes, such as --certificates required.")
      )
    }
    if anywhere, !province.isEmpty {
      throw ValidationError(
        say("--anywhere 和 --province 只写一种", "Give --anywhere or --province, not both."))
    }
    for rule in recognize where rule.split(separator: "=").count != 2 {
      throw ValidationError(
        say("\(rule)：应写成 渠道类型=paid", "\(rule): write a kind of channel, =, and an event."))
    }
  }

  /// The rule sets, in the order of their days.
  func sets(in programme: Programme) throws -> [RuleSet] {
    if let file { return try RuleFile.read(file) }
    guard let from, var set = try programme.rules.inForce(on: from)?.rules else {
      throw Problem("rules_before_first")
    }
    set.from = from
    set.to = nil
    if !origin.isEmpty { set.origins = origin }
    if anywhere { set.provinces = nil } else if !province.isEmpty { set.provinces = province }
    for (key, value) in [
      ("certificates", certificates), ("supermarket", supermarket), ("subsidies", subsidies),
      ("tourism", tourism),
    ] {
      if let value { set.chosen[key] = value }
    }
    for rule in recognize {
      let parts = rule.split(separator: "=").map(String.init)
      set.recognition[parts[0]] = parts[1]
    }
    try set.check()
    return [set]
  }
}
