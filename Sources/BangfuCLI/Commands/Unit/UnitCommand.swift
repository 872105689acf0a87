import ArgumentParser

/// `bangfu unit`: the units products are sold in.
struct UnitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unit", abstract: say("计量单位", "Units products are sold in."),
    subcommands: [UnitAdd.self, UnitList.self])
}
