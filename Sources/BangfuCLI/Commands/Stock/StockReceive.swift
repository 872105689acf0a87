import ArgumentParser
import Bangfu
import Domain

/// `bangfu stock receive`: goods that come in.
struct StockReceive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: say("入库", "Receives goods."),
    discussion: say(
      "--file 读 CSV，一次入库多行：列 sku、quantity，可有 unit、cost、lot、produced、expires。",
      "--file reads a CSV file, several lines of one delivery: columns sku, quantity, and maybe unit, cost, lot, produced, expires."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号或条码", "The sku or a barcode."))) var sku: String?
  @Argument(help: ArgumentHelp(say("数量，可带单位，如 2吨", "The quantity, maybe with a unit, as 2吨.")))
  var quantity: String?
  @Option(help: ArgumentHelp(say("地点代码；默认为默认门店", "The location; by default the default one.")))
  var location: String?
  @Option(help: ArgumentHelp(say("每单位进价（元）；数量带单位时是那个单位的", "Yuan for one of the quantity's unit.")))
  var cost: String?
  @Option(
    help: ArgumentHelp(
      say("批号；按批次管理的商品没写时自动编号", "The lot's number; made where the product is kept by lot.")))
  var lot: String?
  @Option(help: ArgumentHelp(say("生产日期 YYYY-MM-DD", "The day of production."))) var produced:
    BusinessDay?
  @Option(help: ArgumentHelp(say("保质期至 YYYY-MM-DD", "The last day it may be sold."))) var expires:
    BusinessDay?
  @Option(help: ArgumentHelp(say("供应商代码", "The supplier's code."))) var supplier: String?
  @Option(help: ArgumentHelp(say("送货单号", "The delivery note's number."))) var note: String?
  @Option(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "A CSV file of lines; - for standard input.")))
  var file: String?
  @OptionGroup var sure: YesOption
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func validate() throws {
    if file == nil, sku == nil || quantity == nil {
      throw ValidationError(say("请写出货号和数量，或用 --file", "Name a sku and a quantity, or give --file."))
    }
    if file != nil, sku != nil {
      throw ValidationError(say("--file 和货号不能同时写", "Give --file or a sku, not both."))
    }
  }

  func run() throws {
    let programme = try global.open(operator: by.operator)
    var receipt = Receipt(lines: try lines())
    try sure.confirm(
      receipt.lines.flatMap { line in
        let source = line.fileLine.map { say("第 \($0) 行 ", "line \($0): ") }
        return [
          TypedTime(line.produced, source.map { $0 + "produced" } ?? "--produced"),
          TypedTime(line.expires, source.map { $0 + "expires" } ?? "--expires", .ahead(3660)),
        ].compactMap(\.self)
      })
    receipt.location = location
    receipt.supplier = supplier
    receipt.note = note
    let received = try programme.stock.receive(receipt)
    guard format == .table else {
      printRows(table(received), format)
      warnOfExpiry(received, said: receipt.lines)
      return warnOfCosts(received, said: receipt.lines)
    }
    for line in received {
      let lot =
        line.lot.isEmpty || !line.isKeptByLot ? "" : say("，批号 \(line.lot)", ", lot \(line.lot)")
      let last =
        line.isKeptByLot
        ? line.expires.map { say("，保质期至 \($0)", ", to be sold by \($0)") } ?? "" : ""
      let quantity = EnteredQuantity.words(line.entered, line.quantity, line.unit)
      let covered =
        line.covered == .zero
        ? ""
        : say(
          "，补缺货 \(line.covered.short)", ", \(line.covered.short) of it for sales that were short")
      let receipt =
        line.receipt.map { say("，收货单 \($0)", ", receipt \($0)") }
        ?? say("，编号 \(line.number)", ", number \(line.number)")
      printLine(
        say(
          "\(line.location) 入库 \(line.sku) \(line.name) \(quantity)\(lot)\(last)\(covered)，现存 \(line.onHand.short) \(line.unit)\(receipt)",
          "Received \(quantity) of \(line.sku) \(line.name) into \(line.location)\(lot)\(last)\(covered): \(line.onHand.short) on hand\(receipt)."
        ))
    }
    warnOfCosts(received, said: receipt.lines)
    warnOfDays(received, said: receipt.lines)
    warnOfExpiry(received, said: receipt.lines)
  }

  /// Says which goods had expired when they came, by their day of production and shelf life.
  private func warnOfExpiry(_ received: [ReceivedLine], said lines: [Receipt.Line]) {
    for (line, said) in zip(received, lines) where said.expires == nil && line.isKeptByLot {
      let last = TypedTime(line.expires.flatMap { BusinessDay($0) }, line.sku, .ahead(.max))
      if let last, last.doubt != nil {
        printToStandardError(
          say(
            "注意：\(line.sku) \(line.lot) 的保质期到 \(last.day)，已经过期",
            "Note: \(line.sku) \(line.lot) expired on \(last.day) already."))
      }
    }
  }

  /// Says which costs are ten times the average so far, or a tenth of it, and how to undo the receipt.
  private func warnOfCosts(_ received: [ReceivedLine], said lines: [Receipt.Line]) {
    for (line, said) in zip(received, lines) {
      guard let usual = line.usualCost, usual > .zero, let cost = said.cost else { continue }
      printToStandardError(
        say(
          "注意：\(line.sku) 的进价 \(cost.grouped) 和现存的平均成本 \(usual.grouped) 差十倍以上；记错了就用 bangfu stock undo \(line.number) --reason 原因 撤销，再记对的",
          "Note: \(cost.grouped) for \(line.sku) is ten times the average cost of \(usual.grouped), or a tenth of it. "
            + "If it is mistyped: bangfu stock undo \(line.number) --reason WHY, and enter the right one."
        ))
    }
  }

  /// Says of which products the lot and the days that were given are noted, but not watched.
  private func warnOfDays(_ received: [ReceivedLine], said lines: [Receipt.Line]) {
    var named = Set<String>()
    for (line, said) in zip(received, lines) {
      guard !line.isKeptByLot,
        said.lot ?? said.expires?.description ?? said.produced?.description != nil,
        named.insert(line.sku).inserted
      else { continue }
      printToStandardError(
        say(
          "注意：\(line.sku) 不按批次管理，批号和日期只记在这次入库上，到期不会提醒；没有库存时可用 bangfu product change \(line.sku) --lots",
          "Note: \(line.sku) is not kept by lot: the lot and the days are noted with this receipt, and not watched. "
            + "While there is none of it: bangfu product change \(line.sku) --lots"))
    }
  }

  private func lines() throws -> [Receipt.Line] {
    if let file { return try withInput(file) { try Receipt.lines(ofFile: $0) } }
    var line = Receipt.Line(
      code: sku ?? "", try EnteredQuantity(asked: (quantity ?? "").typed, of: sku ?? ""))
    if let cost { line.cost = try Money(asked: cost.typed, in: "--cost") }
    line.lot = lot
    line.produced = produced
    line.expires = expires
    return [line]
  }

  private func table(_ lines: [ReceivedLine]) -> Table {
    Table(
      [
        .location, .sku, .name, .quantity, .unit, .enteredQuantity, .enteredUnit, .lot, .expires,
        .onHand, .covered, .receipt, .number,
      ],
      rows: lines.map {
        [
          $0.location, $0.sku, $0.name, $0.quantity.short, $0.unit,
          $0.entered?.number.short ?? "", $0.entered?.unit ?? "", $0.lot, $0.expires ?? "",
          $0.onHand.short, $0.covered.short, $0.receipt.map(String.init) ?? "",
          String($0.number),
        ]
      })
  }
}
