import ArgumentParser

/// `bangfu person`: who works in the programme.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: say("人员与权限", "Who works in the programme, and what they may do."),
    subcommands: [
      PersonAdd.self, PersonList.self, PersonChange.self, PersonRetire.self, PersonPassword.self,
      PersonHistory.self,
    ])
}
