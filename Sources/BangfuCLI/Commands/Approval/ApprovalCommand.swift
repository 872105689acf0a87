import ArgumentParser

/// `bangfu approval`: what a second person allows.
struct ApprovalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approval", abstract: say("第二个人的批准", "What a second person allows."),
    subcommands: [
      ApprovalList.self, ApprovalGive.self, ApprovalRefuse.self, ApprovalRules.self,
      ApprovalRule.self,
    ])
}
