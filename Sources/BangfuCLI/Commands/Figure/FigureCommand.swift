import ArgumentParser
import Bangfu

/// `bangfu figure`: the figure as it is published.
struct FigureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: say("帮扶销售额：发布、版本、过渡表", "Publishes the figure, and shows its versions and bridges."),
    discussion: say(
      "发布的版本一字不变；以后的改动是新的版本，和一张说明差额的过渡表（bangfu month restate）。",
      """
      A version that was published never changes; what changes later is a new version, with a bridge to it: bangfu month \
      restate.
      """),
    subcommands: [
      FigurePublish.self, FigureShow.self, FigureList.self, FigureBridgeCommand.self,
      FigureExplain.self, FigureExport.self, FigureVerify.self, FigureProof.self,
    ])
}
