import ArgumentParser

@main struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bangfu", version: "0.1.0")
}
