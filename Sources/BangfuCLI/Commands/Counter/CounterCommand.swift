import ArgumentParser

/// `bangfu counter`: the till.
struct CounterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counter", abstract: say("柜台", "The till."), subcommands: [CounterSell.self])
}
