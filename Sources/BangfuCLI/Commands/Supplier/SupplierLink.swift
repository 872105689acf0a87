import ArgumentParser
import Bangfu

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
    try global.open().households.link(link.household, to: link.supplier, from: link.day)
    printToStandardError(
      say(
        "农户 \(link.household) 从 \(link.day ?? Today.day) 起通过 \(link.supplier) 供货",
        "\(link.household) delivers through \(link.supplier) since \(link.day ?? Today.day)."))
  }
}
