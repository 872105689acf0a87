import Bangfu
import Dispatch
import Domain
import Postgres
import Synchronization
import Tabular
import TestSupport
import Testing

/// Many clerks at once on the same few products: sales, voids, transfers, counts, assemblies, receipts and imports.
@Suite struct StockConcurrencyTests {
  /// What people may be told; anything else, a deadlock above all, is a fault.
  private static let refusals: Set = [
    "stock_short", "stock_expired", "stock_expired_stays", "transfer_done", "transfer_over",
    "count_open_already",
    "count_ended", "count_second_person", "count_overtaken", "count_recount", "count_incomplete",
    "order_voided", "order_refunded",
  ]

  @Test func `clerks at once never lose stock, never deadlock, and never go below zero`() throws {
    let shop = try Shop()
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    try shop.sql().execute(
      """
      UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default)
      WHERE code = 'douyin'
      """)
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try shop.programme.products.change(product)
    try shop.programme.parts.set(StockItems(["BC01:1", "HS03:1"]), of: "BC03")
    for sku in ["BC01", "HS03", "SF01"] { try shop.receive(sku, "30") }
    for sku in ["BC01", "HS03", "SF01"] { try shop.map("35" + sku, to: sku + ":1") }
    let (database, folder) = (shop.database, shop.folder.path)
    let faults = Mutex<[String]>([])
    let done = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { clerk in
      do {
        var clerk = try Clerk(database: database, folder: folder, number: clerk)
        for _ in 0..<40 {
          let code = refusal { try clerk.act() }
          if let code, !Self.refusals.contains(code) {
            faults.withLock { $0.append("\(clerk.last): \(code)") }
          }
          if code == nil { done.add(1, ordering: .relaxed) }
        }
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }
    #expect(faults.withLock { $0 } == [])
    #expect(done.load(ordering: .relaxed) > 60)
    // A lost transaction is run again, so that a deadlock shows only here.
    let deadlocks = try shop.sql().execute(
      "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    #expect(deadlocks.first?.text(0) == "0")
    let violations = try shop.violations()
    #expect(violations == [])
  }
}

/// One clerk with a session of their own.
private struct Clerk {
  private let programme: Programme
  private var dice: Dice
  private var sales: [Int64] = []
  private var transfers: [Int64] = []
  private var count: Int64?
  private let folder: String
  private let number: Int
  private var files = 0
  private var imports: [Int64] = []
  /// What was done last.
  private(set) var last = 0

  init(database: String, folder: String, number: Int) throws {
    (self.folder, self.number) = (folder, number)
    programme = try Programme(
      at: .server(TestServer.shared.conninfo(database: database)), named: "pengshui",
      operatorName: "clerk\(number)")
    dice = Dice(UInt64(number) + 1)
  }

  mutating func act() throws {
    let skus = ["BC01", "HS03", "SF01"].shuffled()
    last = dice.roll(12)
    switch last {
    case 0...3:
      var order = Order()
      order.lines = try skus.prefix(2).map { try OrderLine(parsing: "\($0):1@1") }
      order.location = dice.roll(3) == 0 ? "wh" : "shop"
      order.tenders = [Tender(method: .card, amount: Money(minor: 200))]
      sales.append(try programme.orders.enter(order, command: "test").document)
    case 4:
      guard let sale = sales.popLast() else { return }
      _ = try programme.orders.void(sale, reason: "x")
    case 5:
      let way = dice.roll(2) == 0 ? ("shop", "wh") : ("wh", "shop")
      transfers.append(
        try programme.transfers.send(
          StockItems(skus.prefix(2).map { "\($0):1" }), from: way.0, to: way.1, reason: nil))
    case 6:
      guard let transfer = transfers.popLast() else { return }
      if dice.roll(4) == 0 {
        try programme.transfers.lose(StockItems(), of: transfer, reason: "x")
      } else {
        try programme.transfers.receive(StockItems(), of: transfer)
      }
    case 7: try countSomething()
    case 8:
      _ = try programme.stock.assemble(
        "BC03", Quantity(whole: 1), apart: dice.roll(2) == 0, at: nil)
    case 9: try importSales(of: skus)
    case 10:
      guard let file = imports.popLast() else { return }
      _ = try programme.imports.undo(file)
    default:
      _ = try programme.stock.receive(
        Receipt(lines: skus.map { Receipt.Line(code: $0, quantity: Quantity(whole: 1)) }))
    }
  }

  /// Sales that have happened: what is short is covered by later receipts.
  private mutating func importSales(of skus: [String]) throws {
    files += 1
    let order = "\(number)0\(files)"
    let path = "\(folder)/\(order).csv"
    let writer = try FileWriter(path)
    try writer.write(
      DouyinLine.csv(
        skus.enumerated().map { DouyinLine(order, "\(order)\($0)", sku: $1, pieces: 3) }))
    try writer.flush()
    let request = ImportRequest(path: path, name: "\(order).csv", channel: "douyin")
    let result = try programme.imports.run(request)[0]
    imports.append(result.number)
  }

  private mutating func countSomething() throws {
    guard let open = count else {
      count = try programme.counts.open(
        location: dice.roll(2) == 0 ? "wh" : nil, category: dice.roll(2) == 0 ? "白茶" : "苕粉",
        isBlind: false,
        recountOver: Money(minor: 100_000))
      return
    }
    count = nil
    let sku =
      refusal { try programme.counts.enter(StockItems(counted: ["BC01:3"]), in: open) } == nil
      ? "BC01" : "SF01"
    if sku == "SF01" {
      _ = refusal { try programme.counts.enter(StockItems(counted: ["SF01:3"]), in: open) }
    }
    let boss = try Programme(at: programme.database, named: "pengshui", operatorName: "boss")
    let code = refusal { _ = try boss.counts.approve(open, isPartial: true, reason: nil) }
    if code != nil { try boss.counts.cancel(open, reason: "x") }
  }
}
