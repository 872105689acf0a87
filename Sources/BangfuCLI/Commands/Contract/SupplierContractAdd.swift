import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier contract add`: adds a contract.
struct SupplierContractAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("登记回购合同", "Adds a contract."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Option(help: ArgumentHelp(say("约定价（元/基本单位）", "Yuan for a base unit."))) var price: String
  @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay
  @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay
  @OptionGroup var sure: YesOption
  @Option(help: ArgumentHelp(say("最多多少（基本单位）", "At most so many base units."))) var max: String?

  func run() throws {
    try sure.confirm(TypedTime(from, "--from", .period), TypedTime(to, "--to", .period))
    let contract = try global.open().contracts.add(
      supplier: supplier, sku: sku, price: Money(asked: price.typed, in: "--price"), from: from,
      to: to,
      maximum: max.map { try Quantity(asked: $0.typed, of: sku) })
    printToStandardError(
      say(
        "回购合同 \(contract)：\(supplier) 收回 \(sku)，每单位 \(price) 元，\(from) 至 \(to)",
        "Contract \(contract): \(supplier) buys \(sku) back at \(price), \(from) to \(to)."))
  }
}
