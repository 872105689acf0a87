import ArgumentParser

/// What goes out for good, and why.
struct StockRemoval: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("货号:数量，可带单位，可加 #批号，可多个", "SKU:QUANTITY, maybe with a unit and #LOT; one or more."),
      valueName: "item"))
  var items: [String]
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @Option(help: ArgumentHelp(say("原因，如 损耗、死亡、破损、试吃", "Why, such as 损耗, 死亡, 破损 or 试吃.")))
  var reason: String
  @OptionGroup var by: OperatorOption

}
