import ArgumentParser
import Bangfu

/// `bangfu target history`: lists what targets were: who set them, when, why.
struct TargetHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say("目标的历次改动：谁、何时、为什么", "Lists what targets were: who set them, when, why."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(global.open().targets.history(), levels: ["amount"])
  }
}
