import ArgumentParser

/// `bangfu target`: what the programme promised.
struct TargetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "target", abstract: say("目标", "What the programme promised."),
    subcommands: [TargetSet.self, TargetShow.self, TargetHistory.self, TargetRemove.self])
}
