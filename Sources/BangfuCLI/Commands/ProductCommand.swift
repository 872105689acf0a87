import ArgumentParser
import Bangfu
import Domain

/// `bangfu product`: the products.
struct ProductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product", abstract: say("商品", "Products."),
    subcommands: [
      Add.self, List.self, Show.self, Change.self, ProductUnits.self, Import.self,
    ])

  /// What can be said of a product.
  struct Fields: ParsableArguments {
    @Option(help: ArgumentHelp(say("类别", "The category."))) var category: String?
    @Option(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String?
    @Option(help: ArgumentHelp(say("产地；默认为受帮扶县", "The origin; by default the aided county.")))
    var origin: String?
    @Option(help: ArgumentHelp(say("拼音首字母；默认自动生成", "Pinyin initials; computed by default.")))
    var initials: String?
    @Option(help: ArgumentHelp(say("条码（可多次）", "A barcode; may be repeated.")))
    var barcode: [String] = []
    @Flag(
      inversion: .prefixedNo,
      help: ArgumentHelp(
        say("是否按批次管理库存，先到期先出", "Whether its stock is kept by lot, first expired, first out.")))
    var lots: Bool?
    @Option(help: ArgumentHelp(say("保质期天数", "Days from production to expiry."))) var shelfDays: Int?

    /// Whether nothing is said.
    var isEmpty: Bool {
      [category, supplier, origin, initials].allSatisfy { $0 == nil } && barcode.isEmpty
        && lots == nil && shelfDays == nil
    }

    func product(
      _ sku: String, name: String?, unit: String?, price: String?
    ) throws(Problem) -> Product {
      var product = Product(sku: sku)
      product.name = name
      product.unit = unit
      if let price { product.price = try Money(asked: price.typed, in: sku) }
      product.category = category
      product.supplier = supplier
      product.origin = origin
      product.initials = initials
      product.barcodes = barcode
      product.hasLots = lots
      product.shelfDays = shelfDays
      return product
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: say("新增商品", "Adds a product."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String
    @Option(help: ArgumentHelp(say("基本单位，如 公斤、盒、尾", "The base unit, such as 公斤, 盒, 尾.")))
    var unit: String
    @Option(help: ArgumentHelp(say("每单位价格（元）", "Yuan for a base unit."))) var price: String
    @OptionGroup var fields: Fields

    func run() throws {
      let product = try fields.product(sku, name: name, unit: unit, price: price)
      try global.open().save(product, isNew: true)
      printToStandardError(say("已新增商品 \(sku) \(name)", "Added product \(sku) \(name)."))
    }
  }

  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: say("修改商品（没有写的不变）", "Changes a product; what is not said stays."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
    @Option(help: ArgumentHelp(say("名称", "The name."))) var name: String?
    @Option(help: ArgumentHelp(say("基本单位", "The base unit."))) var unit: String?
    @Option(help: ArgumentHelp(say("每单位价格（元）", "Yuan for a base unit."))) var price: String?
    @OptionGroup var fields: Fields
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(say("是否在售", "Whether it is sold.")))
    var active: Bool?

    func validate() throws {
      if name == nil, unit == nil, price == nil, active == nil, fields.isEmpty {
        throw nothingToChange()
      }
    }

    func run() throws {
      var product = try fields.product(sku, name: name, unit: unit, price: price)
      product.isActive = active
      try global.open().save(product, isNew: false)
      printToStandardError(say("已修改商品 \(sku)", "Changed product \(sku)."))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("列出商品，可按货号、名称、拼音、条码查找", "Lists products, all or those that contain a text."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("要找的文字", "The text to look for."))) var text: String?
    @OptionGroup var options: ListOptions

    func run() throws { try options.show(global.open().products(matching: text)) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: say("显示一个商品", "Shows a product."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("货号或条码", "The sku or a barcode."))) var code: String
    @OptionGroup var options: ListOptions

    func run() throws { try options.showOne(global.open().product(code)) }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: say("从 CSV 导入商品（要么全部，要么不导）", "Imports products from a CSV file, all or nothing."),
      discussion: say(
        "列：sku、name、unit、price 必须有；barcode、category、supplier、origin、initials、lots、shelf_days、units 可以没有。units 是其他单位，如“箱=10 件=6箱”：没有的加上，不改、不去掉已有的。",
        "Columns: sku, name, unit, price; barcode, category, supplier, origin, initials, lots, shelf_days, units may be absent. units are other units, as \"箱=10 件=6箱\": they are added; what is there is neither changed nor taken away."
      ))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "The CSV file; - for standard input.")))
    var file: String
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      let programme = try global.open()
      let done = try withInput(file) { try programme.importProducts($0) }
      let same = done.rows - done.new - done.changed
      if format == .json {
        printLine(
          JSON.object([
            ("rows", .int(Int64(done.rows))), ("new", .int(Int64(done.new))),
            ("changed", .int(Int64(done.changed))), ("same", .int(Int64(same))),
            ("suppliers", .array(done.suppliers.map { .string($0) })),
          ]).pretty)
      } else {
        printToStandardError(
          say(
            "导入 \(done.rows) 个商品：新增 \(done.new)，变更 \(done.changed)，相同 \(same)",
            "Imported \(done.rows) \(done.rows == 1 ? "product" : "products"): "
              + "\(done.new) new, \(done.changed) changed, \(same) same."
          ))
        if !done.suppliers.isEmpty {
          let names = done.suppliers.joined(separator: "、")
          printToStandardError(
            say("新增供应商（企业）：\(names)", "New suppliers, as companies: \(names)."))
        }
      }
    }
  }
}
