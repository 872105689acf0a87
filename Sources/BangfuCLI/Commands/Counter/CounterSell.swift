import ArgumentParser
import Bangfu
import Domain

/// `bangfu counter sell`: sells at the till: scan or type goods, take money, print.
struct CounterSell: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sell",
    abstract: say(
      "收银：扫码或输入商品，收款，出小票", "Sells at the till: scan or type goods, take money, print."),
    discussion: say(
      """
      扫码，或输入货号、条码、名称的一部分、拼音首字母，后面可写数量；空行收款；? 帮助。
      购物篮每一步都存盘，断电、关窗口也不会丢，下次接着卖。
      小票写到标准输出，其余的话写到标准错误，所以可以：bangfu counter sell | lp
      """,
      """
      Scan, or type a sku, barcode, part of a name or pinyin initials, maybe with a quantity; an empty line is payment; ? helps.
      The basket is saved at every step: it outlives a closed window and a power cut.
      Slips go to standard output, words to standard error: bangfu counter sell | lp
      """))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel = "counter"
  @Option(help: ArgumentHelp(say("出货地点代码", "The location that issues the goods.")))
  var location: String?
  @Option(help: ArgumentHelp(say("经手人", "Who sells."))) var `operator`: String?

  func run() throws {
    let name = Session.operatorName(`operator`, login: global.as)
    let shop = try Shop(global, operatorName: name)
    let shopName = try shop.name(channel: channel, location: location)
    let file = try BasketFile.taken(
      programme: global.programme, channel: channel, operatorName: name)
    var counter = Counter(
      shop: shop, file: file, shopName: shopName, operatorName: name, till: try till(in: file))
    printToStandardError(
      "\(shopName.visible)  \(name.visible)  " + say("? 帮助", "? helps"))
    let low = try shop.ask { try $0.stock.low(of: nil, at: location, channel: channel) }
    if !low.isEmpty {
      printToStandardError(
        say(
          "有 \(low.count) 种商品低于最低库存：bangfu stock list --below",
          "Below their minimum: \(low.count); see bangfu stock list --below"))
    }
    for basket in try file.others(programme: global.programme, operatorName: name) {
      let option = basket.channel == "counter" ? "" : " --channel \(basket.channel)"
      printToStandardError(
        say(
          "还有没卖完的购物篮（\(basket.channel)，\(basket.lines.count) 行，合计 \(basket.total)）：另开 counter sell\(option)",
          "Another basket was left unsold (\(basket.channel), \(basket.lines.count) \(basket.lines.count == 1 ? "line" : "lines"), \(basket.total)): "
            + "counter sell\(option) once more."))
    }
    let end = counter.run()
    tellExpired(shop)
    if end != .done { throw ExitCode(end.rawValue) }
  }

  /// Lists the expired goods that were sold today, when the till is left.
  private func tellExpired(_ shop: Shop) {
    guard let sold = try? shop.ask({ try $0.stock.expiredSales() }),
      !sold.rows.isEmpty
    else { return }
    printToStandardError(
      say("今天卖出的过期商品：\n", "Expired goods sold today:\n")
        + Table(sold).forPeople.text(within: Screen.width))
  }

  /// The till that was kept, or a new one; a basket that was sent keeps its location.
  private func till(in file: BasketFile) throws(Problem) -> Till {
    let new = Till(channel: channel, location: location)
    do {
      guard var till = try file.load() else { return new }
      if till.basket.lines.isEmpty { return new }
      if case .resuming(let stage) = till.stage { till.stage = stage }
      if case .choosing = till.stage { till.stage = .goods }
      if till.stage != .unsure { till.basket.location = location }
      return till
    } catch {
      guard error.code == "basket_damaged" else { throw error }
      printToStandardError("bangfu: \(error)")
      return new
    }
  }
}
