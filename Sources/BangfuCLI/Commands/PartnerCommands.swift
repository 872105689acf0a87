import ArgumentParser
import Bangfu

/// `bangfu supplier`: the suppliers.
struct SupplierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supplier", abstract: say("供应商", "Suppliers."),
    subcommands: [
      Add.self, List.self, Show.self, Change.self, SupplierOwed.self, SupplierAccount.self,
      SupplierPay.self, SupplierAdjust.self, SupplierUndo.self, SupplierContract.self,
      SupplierBuyBack.self,
      SupplierBuyBackUndo.self, SupplierLink.self, SupplierUnlink.self, SupplierHouseholds.self,
    ])

  struct Fields: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        say(
          "类型：company 企业、collective 村集体、cooperative 合作社、household 农户",
          "The kind: company, collective, cooperative or household.")))
    var kind: String?
    @Option(
      help: ArgumentHelp(
        say("联农带农户数（没有单独登记的）", "The households it links, without those of their own record.")))
    var households: Int?
    @Option(help: ArgumentHelp(say("乡镇", "The township."))) var township: String?
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: say("新增供应商", "Adds a supplier."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
    @OptionGroup var fields: Fields

    func run() throws {
      try global.open().saveSupplier(
        code, name: name, kind: fields.kind, households: fields.households,
        township: fields.township, isActive: nil, isNew: true)
      printToStandardError(say("已新增供应商 \(code) \(name)", "Added supplier \(code) \(name)."))
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: say("修改供应商（没有写的不变）", "Changes a supplier; what is not said stays."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
    @OptionGroup var fields: Fields
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
    var active: Bool?

    func validate() throws {
      if name == nil, active == nil, fields.kind == nil, fields.households == nil,
        fields.township == nil
      {
        throw nothingToChange()
      }
    }

    func run() throws {
      try global.open().saveSupplier(
        code, name: name, kind: fields.kind, households: fields.households,
        township: fields.township, isActive: active, isNew: false)
      printToStandardError(say("已修改供应商 \(code)", "Changed supplier \(code)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出供应商", "Lists the suppliers."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().suppliers()) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say("显示一个供应商", "Shows a supplier."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.showOne(global.open().suppliers(code).known("supplier_unknown", code))
    }
  }
}

/// `bangfu buyer`: the organisations that buy.
struct BuyerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buyer", abstract: say("采购单位", "Organisations that buy."),
    subcommands: [Add.self, List.self, Show.self, Change.self])

  struct Fields: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        say(
          "类型：government 机关、institution 事业单位、enterprise 企业、union 工会、canteen 食堂、supermarket 商超、other 其他",
          "The kind: government, institution, enterprise, union, canteen, supermarket or other.")))
    var kind: String?
    @Option(help: ArgumentHelp(say("省", "The province."))) var province: String?
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: say("新增采购单位", "Adds a buyer."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
    @OptionGroup var fields: Fields

    func run() throws {
      try global.open().saveBuyer(
        code, name: name, kind: fields.kind, province: fields.province, isActive: nil, isNew: true)
      printToStandardError(say("已新增采购单位 \(code) \(name)", "Added buyer \(code) \(name)."))
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: say("修改采购单位（没有写的不变）", "Changes a buyer; what is not said stays."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
    @OptionGroup var fields: Fields
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在用", "Whether it is in use.")))
    var active: Bool?

    func validate() throws {
      if name == nil, active == nil, fields.kind == nil, fields.province == nil {
        throw nothingToChange()
      }
    }

    func run() throws {
      try global.open().saveBuyer(
        code, name: name, kind: fields.kind, province: fields.province, isActive: active,
        isNew: false)
      printToStandardError(say("已修改采购单位 \(code)", "Changed buyer \(code)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("列出采购单位和欠款", "Lists the buyers, and what they owe."))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().buyers()) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say("显示一个采购单位", "Shows a buyer."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("代码", "The code."))) var code: String
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.showOne(global.open().buyers(code).known("buyer_unknown", code))
    }
  }
}
