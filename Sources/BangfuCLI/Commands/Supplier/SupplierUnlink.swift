import ArgumentParser
import Bangfu

/// `bangfu supplier unlink`: a household delivers through a supplier no longer.
struct SupplierUnlink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink",
    abstract: say("农户不再通过这个供应商供货", "A household delivers through a supplier no longer."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var link: HouseholdLink

  func run() throws {
    try link.confirm()
    try global.open().households.unlink(link.household, from: link.supplier, after: link.day)
    printToStandardError(
      say(
        "农户 \(link.household) 过了 \(link.day ?? Today.day) 不再通过 \(link.supplier) 供货",
        "\(link.household) delivers through \(link.supplier) no longer after \(link.day ?? Today.day)."
      ))
  }
}
