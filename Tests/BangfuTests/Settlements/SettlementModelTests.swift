import Bangfu
import Domain
import Fixtures
import FoundationEssentials
import Postgres
import Testing

/// A year of a platform's orders, after-sale cases and settlement bills, at random, cut into files that come in any order,
/// again, overlapping, undone and imported again: per order nothing is settled twice, and nothing is lost.
///
/// The model knows orders as numbers alone: what was paid, went back, was withheld, was settled.
@Suite struct SettlementModelTests {
  /// How many years: `YEARS`, a few without it.
  static let count = ProcessInfo.processInfo.environment["YEARS"].flatMap(UInt64.init) ?? 6

  @Test(arguments: 1...count)
  func `per order nothing is settled twice and nothing is lost`(seed: UInt64) throws {
    let year = SettledYear(seed: seed)
    var dice = Dice(seed &* 104_729)
    let shop = try Shop()
    var files = year.files(&dice)
    // Some come twice, and all in any order.
    files += files.filter { _ in dice.roll(4) == 0 }
    files = files.indices.map { _ in files.remove(at: dice.roll(files.count)) }
    for file in files {
      let result = try shop.importTable(file)
      #expect(result.rejected == 0, "seed \(seed), \(file.name)")
      if dice.roll(4) == 0, result.number > 0 {
        _ = try? shop.programme.imports.undo(result.number)
        try shop.importTable(file)
      }
    }
    // What is undone at the end is missing at the end: its lines are, unless another file says them.
    try expect(year, in: shop, without: [], seed)
    let bills = files.filter { $0.columns == TextTable.douyinSettlements }
    let gone = bills[dice.roll(bills.count)]
    for number in try shop.imports(named: gone.name) { _ = try shop.programme.imports.undo(number) }
    let left = Set(bills.filter { $0.name != gone.name }.flatMap { $0.rows.map(\.settledKey) })
    try expect(year, in: shop, without: Set(gone.rows.map(\.settledKey)).subtracting(left), seed)
    #expect(try shop.violations() == [], "seed \(seed)")
  }

  private func expect(
    _ year: SettledYear, in shop: Shop, without missing: Set<String>, _ seed: UInt64
  ) throws {
    var lines = 0
    for month in year.months {
      let orders = year.orders.filter { $0.month == month }
      let model = orders.map { order in
        let settlements = order.settlements.filter { !missing.contains($0.key) }
        let net = settlements.reduce(0) { $0 + $1.income - $1.refund }
        let fees = settlements.reduce(0) { $0 + $1.fees }
        return SettledOrder(
          number: order.number, paid: order.paid, refunds: order.refunds, fees: fees,
          settled: net - fees, open: order.paid - order.refunds - net)
      }
      let report = try shop.programme.settlements.reconcile(
        "douyin", #require(Month(month)), by: .reason)
      let total = try SettledOrder(#require(report.total.rows.first), from: 1, number: "")
      #expect(
        total == model.reduce(SettledOrder()) { $0 + $1 }, "seed \(seed), \(month)")
      let found = try shop.programme.settlements.reconcile(
        "douyin", #require(Month(month)), by: .order)
      for row in found.rows.rows {
        let order = try SettledOrder(row, from: 1, number: row[0])
        #expect(model.contains(order), "seed \(seed), \(month), order \(row[0])")
        #expect(order.open != 0)
      }
      #expect(found.rows.rows.count == model.filter { $0.open != 0 }.count, "seed \(seed)")
      lines += orders.flatMap(\.settlements).filter { !missing.contains($0.key) }.count
    }
    #expect(
      try shop.programme.settlements.list(Settlements.Selection()).rows.count == lines,
      "seed \(seed): every line is there once")
  }
}

/// What an order comes to, in fen: paid - refunds - fees = settled + open.
private struct SettledOrder: Equatable {
  var number = ""
  var paid = 0, refunds = 0, fees = 0, settled = 0, open = 0

  init() {}

  init(number: String, paid: Int, refunds: Int, fees: Int, settled: Int, open: Int) {
    (self.number, self.paid, self.refunds) = (number, paid, refunds)
    (self.fees, self.settled, self.open) = (fees, settled, open)
  }

  init(_ row: [String], from column: Int, number: String) throws {
    let amounts = try row[(column + 1)...(column + 5)].map { text in
      Int(try #require(Money(text)).minor)
    }
    self.init(
      number: number, paid: amounts[0], refunds: amounts[1], fees: amounts[2],
      settled: amounts[3], open: amounts[4])
    #expect(paid - refunds - fees == settled + open)
  }

  static func + (one: Self, other: Self) -> Self {
    Self(
      number: "", paid: one.paid + other.paid, refunds: one.refunds + other.refunds,
      fees: one.fees + other.fees, settled: one.settled + other.settled,
      open: one.open + other.open)
  }
}

/// A year's orders, and what was settled of each.
private struct SettledYear {
  struct Settled {
    let order: String
    let income: Int, refund: Int, service: Int, commission: Int
    let at: String
    let type: String
    var fees: Int { service + commission }
    var key: String { "'\(order)|\(at)|\(type)" }
    var row: [String: String] {
      var line = DouyinSettled(
        order, paid: type == "已结算" ? income : -refund, refunded: 0, service: service,
        commission: commission, at: at, type: type
      ).cells
      line["备注"] = nil
      return line
    }
  }

  struct Order {
    let number: String
    let month: String
    let paid: Int
    var refunds = 0
    var line: DouyinLine
    var case_: [String: String]?
    var settlements: [Settled] = []
  }

  let months = (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }
  private(set) var orders: [Order] = []

  init(seed: UInt64) {
    var dice = Dice(seed)
    for number in 0..<60 {
      let month = dice.roll(12) + 1
      let paid = (dice.roll(90) + 10) * 100 + dice.roll(100)
      orders.append(order("69\(10_000 + number)", month, paid, &dice))
    }
  }

  private func time(_ month: Int, _ day: Int, _ hour: Int) -> String {
    let year = 2026 + (month - 1) / 12
    let month = (month - 1) % 12 + 1
    return
      "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):00:00"
  }

  private func order(_ number: String, _ month: Int, _ paid: Int, _ dice: inout Dice) -> Order {
    let yuan = Money(minor: Int64(paid)).description
    let at = time(month, dice.roll(28) + 1, dice.roll(24))
    var order = Order(
      number: number, month: String(at.prefix(7)), paid: paid,
      line: DouyinLine(number, number, payable: yuan, paid: at))
    order.line.cells["订单提交时间"] = at
    let isSettled = dice.roll(5) > 0
    if isSettled {
      order.settlements.append(
        Settled(
          order: number, income: paid, refund: 0, service: paid / 20,
          commission: dice.roll(2) == 0 ? paid / 5 : 0, at: time(month + 1, 5, dice.roll(24)),
          type: "已结算"))
    }
    guard dice.roll(3) == 0 else { return order }
    let back = dice.roll(2) == 0 ? paid : paid / 3
    order.refunds = back
    order.case_ = [
      "售后单号": "S" + number, "订单号": number, "商品单号": number, "售后状态": "同意退款，退款成功",
      "售后申请时间": time(month + 1, 8, 9), "用户到账时间": time(month + 1, 9, 9),
      "退商品金额（元）": Money(minor: Int64(back)).description,
    ]
    if isSettled, dice.roll(4) > 0 {
      order.settlements.append(
        Settled(
          order: number, income: 0, refund: back, service: 0, commission: 0,
          at: time(month + 1, 10, 9), type: "结算后退款-原路退回"))
    }
    return order
  }

  /// The files: orders and cases by the month, bills in pieces that overlap.
  func files(_ dice: inout Dice) -> [TextTable] {
    var files: [TextTable] = []
    for month in months {
      let found = orders.filter { $0.month == month }
      if found.isEmpty { continue }
      files.append(
        TextTable(
          name: "orders_\(month).csv", columns: DouyinLine("", "").variant.header,
          rows: found.map(\.line.cells)))
      let cases = found.compactMap(\.case_)
      if !cases.isEmpty {
        files.append(
          TextTable(
            name: "cases_\(month).csv", columns: TextTable.douyinAfterSales, rows: cases))
      }
    }
    var rows = orders.flatMap { $0.settlements.map(\.row) }
    rows = rows.indices.map { _ in rows.remove(at: dice.roll(rows.count)) }
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + dice.roll(20) + 5)
      let first = max(0, start - dice.roll(4))
      files.append(.douyinBill("bill_\(start).csv", Array(rows[first..<end])))
      start = end
    }
    return files
  }
}

extension [String: String] {
  /// What distinguishes a settlement line of the model.
  fileprivate var settledKey: String {
    "\(self["订单号"] ?? "")|\(self["结算时间"] ?? "")|\(self["结算单类型"] ?? "")"
  }
}

extension Shop {
  /// The numbers of the live imports of a file's name.
  fileprivate func imports(named name: String) throws -> [Int64] {
    try sql().execute("SELECT file_id FROM import_file WHERE name = \(name) AND state = 'live'")
      .map { try $0.decode(Int64.self) }
  }
}
