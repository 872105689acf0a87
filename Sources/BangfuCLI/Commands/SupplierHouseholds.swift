import ArgumentParser
import Bangfu
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

/// `bangfu supplier link`: a household delivers through a supplier.
struct SupplierLink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: say("联农：农户通过这个供应商供货", "Links a household to the supplier it delivers through."),
    discussion: say(
      "农户用你给的代码和称呼登记（supplier add --kind household），不需要也不要写身份证号、电话、住址。",
      """
      A household is known by the code and the name that you give it (supplier add --kind household); identity \
      numbers, telephones and addresses do not belong here.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var link: HouseholdLink

  func run() throws {
    try link.confirm()
    try global.open().link(household: link.household, to: link.supplier, from: link.day)
    printToStandardError(
      say(
        "农户 \(link.household) 从 \(link.day ?? Today.day) 起通过 \(link.supplier) 供货",
        "\(link.household) delivers through \(link.supplier) since \(link.day ?? Today.day)."))
  }
}

/// `bangfu supplier unlink`: it does so no longer.
struct SupplierUnlink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink",
    abstract: say("农户不再通过这个供应商供货", "A household delivers through a supplier no longer."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var link: HouseholdLink

  func run() throws {
    try link.confirm()
    try global.open().unlink(household: link.household, from: link.supplier, after: link.day)
    printToStandardError(
      say(
        "农户 \(link.household) 过了 \(link.day ?? Today.day) 不再通过 \(link.supplier) 供货",
        "\(link.household) delivers through \(link.supplier) no longer after \(link.day ?? Today.day)."
      ))
  }
}

/// `bangfu supplier households`: the links.
struct SupplierHouseholds: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "households",
    abstract: say("列出联结的农户和付给他们的钱", "Lists linked households, and what was paid for them."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String?
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().households(of: supplier)) }
}
