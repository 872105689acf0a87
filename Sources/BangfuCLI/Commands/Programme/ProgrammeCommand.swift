import ArgumentParser

/// `bangfu programme`: the programme itself.
struct ProgrammeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme", abstract: say("项目本身", "The programme itself."),
    subcommands: [ProgrammeChange.self])
}
