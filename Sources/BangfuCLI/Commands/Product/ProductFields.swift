import ArgumentParser
import Bangfu
import Domain

/// What can be said of a product.
struct ProductFields: ParsableArguments {
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
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      say("是否服务（门票、住宿、套餐），没有库存", "Whether it is a service, such as a ticket, without stock.")))
  var service: Bool?
  @Option(help: ArgumentHelp(say("保质期天数", "Days from production to expiry."))) var shelfDays: Int?

  /// Whether nothing is said.
  var isEmpty: Bool {
    [category, supplier, origin, initials].allSatisfy { $0 == nil } && barcode.isEmpty
      && lots == nil && service == nil && shelfDays == nil
  }

  func product(
    _ sku: String, name: String?, unit: String?, price: String?
  ) throws(Problem) -> ProductDraft {
    var product = ProductDraft(sku: sku)
    product.name = name
    product.unit = unit
    if let price { product.price = try Money(asked: price.typed, in: sku) }
    product.category = category
    product.supplier = supplier
    product.origin = origin
    product.initials = initials
    product.barcodes = barcode
    product.hasLots = lots
    product.isService = service
    product.shelfDays = shelfDays
    return product
  }
}
