import ArgumentParser
import Bangfu
import Domain

/// `bangfu supplier contract`: buy-back contracts.
struct SupplierContract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contract",
    abstract: say(
      "回购合同：供应商按约定价收回养大的货", "Buy-back contracts: a supplier takes grown goods at an agreed price."),
    subcommands: [Add.self, List.self, End.self])

  struct Add: ParsableCommand {
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
      let contract = try global.open().addContract(
        supplier: supplier, sku: sku, price: Money(asked: price.typed, in: "--price"), from: from,
        to: to,
        maximum: max.map { try Quantity(asked: $0.typed, of: sku) })
      printToStandardError(
        say(
          "回购合同 \(contract)：\(supplier) 收回 \(sku)，每单位 \(price) 元，\(from) 至 \(to)",
          "Contract \(contract): \(supplier) takes \(sku) back at \(price), \(from) to \(to)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出回购合同和已回购的", "Lists contracts, and what was taken back.")
    )
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().contracts()) }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "end",
      abstract: say(
        "改合同的最后一天；早于第一天就是作废", "Says which day is a contract's last; before its first, it never was."
      ))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("合同编号", "The contract's number."))) var contract: Int64
    @Option(help: ArgumentHelp(say("最后一天", "The last day."))) var day: BusinessDay
    @OptionGroup var sure: YesOption

    func run() throws {
      try sure.confirm(TypedTime(day, "--day", .period))
      try global.open().endContract(contract, on: day)
      printToStandardError(
        say("合同 \(contract) 到 \(day) 为止", "Contract \(contract) ends on \(day)."))
    }
  }
}
