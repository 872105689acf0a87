import ArgumentParser

/// `bangfu rules`: what counts, from which day on.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: say("计入规则：什么算数，从哪天起", "What counts, from which day on."),
    subcommands: [
      RulesShow.self, RulesSet.self, RulesTry.self, RulesHistory.self, RulesUndo.self,
    ])
}
