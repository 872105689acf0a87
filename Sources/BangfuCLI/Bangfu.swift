import ArgumentParser

struct Bangfu: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "bangfu", version: "0.1.0")

  @OptionGroup var global: GlobalOptions
}
