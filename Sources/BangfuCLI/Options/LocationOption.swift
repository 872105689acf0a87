import ArgumentParser

/// Which location, where a list can be of one.
struct LocationOption: ParsableArguments {
  @Option(help: ArgumentHelp(say("只看一个地点", "Of one location."))) var location: String?
}
