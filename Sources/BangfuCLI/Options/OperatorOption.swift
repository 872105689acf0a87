import ArgumentParser

/// Who does what a command posts; the user of the system without it.
struct OperatorOption: ParsableArguments {
  @Option(help: ArgumentHelp(say("经手人", "Who does it."))) var `operator`: String?
}
