import ArgumentParser
import Domain

/// Which household delivers through which supplier, and since or until when.
struct HouseholdLink: ParsableArguments {
  @Argument(
    help: ArgumentHelp(say("企业、村集体或合作社的代码", "The company's, collective's or cooperative's code.")))
  var supplier: String
  @Argument(help: ArgumentHelp(say("农户（household 类供应商）的代码", "The household's code as a supplier.")))
  var household: String
  @Option(help: ArgumentHelp(say("日期；默认今天", "The day; by default today."))) var day: BusinessDay?
  @OptionGroup var sure: YesOption

  /// Asks about an unlikely day.
  func confirm() throws { try sure.confirm(TypedTime(day, "--day")) }
}
