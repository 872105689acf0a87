import Bangfu
import Domain
import Postgres
import Testing

/// What is on hand: on a past day, by age, promised, and too little.
@Suite struct StockReportTests {
  let shop: Shop
  let programme: Programme
  init() throws {
    shop = try Shop()
    programme = shop.programme
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
  }

  /// Spreads the postings over the past, so many days apart.
  private func spread(days: Int) throws {
    try shop.sql().run(
      script: """
        ALTER TABLE posting DISABLE TRIGGER USER;
        UPDATE posting p SET recorded_at = now() - (l.last - p.posting_id) * interval '\(days) days'
        FROM (SELECT max(posting_id) AS last FROM posting) l;
        ALTER TABLE posting ENABLE TRIGGER USER;
        """)
  }

  private func today(minus days: Int) throws -> BusinessDay {
    let text = try shop.sql().execute(
      "SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date - \(days)::integer)::text")
    return try #require(text.first?.text(0).flatMap { BusinessDay($0) })
  }

  private func trade() throws {
    for (index, sku) in ["BC01", "HS01", "BC02", "SF01"].enumerated() {
      try shop.buy(sku, "2\(index)", at: "1\(index).07", from: nil)
      try shop.sell("\(sku):\(index + 1)")
      let transfer = try programme.transfers.send(
        StockItems(["\(sku):\(index + 2)"]), from: nil, to: "wh", reason: nil)
      _ = try programme.transfers.receive(StockItems(["\(sku):1"]), of: transfer)
    }
    _ = try programme.stock.waste(StockItems(["BC01:2"]), from: nil, reason: "x")
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the stock of any past day is the sum of the moves up to it`(seed: UInt64) throws {
    try trade()
    try spread(days: 3)
    let moves = try shop.sql().execute(
      """
      SELECT l.code || ' ' || p.sku, (m.quantity * 1000)::bigint, (m.value * 100)::bigint,
        (q.recorded_at AT TIME ZONE 'Asia/Shanghai')::date::text
      FROM stock_move m JOIN posting q USING (posting_id) JOIN location l USING (location_id) JOIN product p USING (product_id)
      """
    ).map { try $0.decode((String, Int64, Int64, String).self) }
    var dice = Dice(seed)
    for _ in 0..<8 {
      let day = try today(minus: dice.roll(80) - 1)
      var sums: [String: (Int64, Int64)] = [:]
      for move in moves where move.3 <= day.description {
        let sum = sums[move.0] ?? (0, 0)
        sums[move.0] = (sum.0 + move.1, sum.1 + move.2)
      }
      let expected = sums.filter { $0.value != (0, 0) }.map {
        "\($0.key) \(Quantity(minor: $0.value.0).short) \(Money(minor: $0.value.1))"
      }
      let found = try programme.stock.levels(at: nil, asOf: day).rows
        .map { "\($0[0]) \($0[1]) \($0[3]) \($0[5])" }
      #expect(found == expected.sorted(), "\(day)")
    }
  }

  @Test func `the stock of today is what is on hand`() throws {
    try trade()
    let now = try programme.stock.levels(at: nil).rows
      .filter { $0[3] != "0" }.map { [$0[0], $0[1], $0[3], $0[5]] }
    let found = try programme.stock.levels(at: nil, asOf: today(minus: 0)).rows
    #expect(found.map { [$0[0], $0[1], $0[3], $0[5]] } == now)
    #expect(!now.isEmpty)
    #expect(try programme.stock.levels(at: "wh", asOf: today(minus: 0)).rows.count == 4)
    #expect(try programme.stock.levels(at: nil, asOf: today(minus: 1)).rows.isEmpty)
  }

  @Test func `a business day ends where the next begins`() throws {
    try shop.receive("BC01", "3")
    try shop.sql().run(
      script: """
        UPDATE programme SET day_start = '06:00';
        ALTER TABLE posting DISABLE TRIGGER USER;
        UPDATE posting SET recorded_at = '2026-10-06T05:59:59+08:00';
        """)
    func onHand(_ day: String) throws -> Int {
      try programme.stock.levels(at: nil, asOf: #require(BusinessDay(day))).rows.count
    }
    #expect(try onHand("2026-10-05") == 1 && onHand("2026-10-04") == 0)
    try shop.sql().execute("UPDATE posting SET recorded_at = '2026-10-06T06:00:00+08:00'")
    #expect(try onHand("2026-10-05") == 0 && onHand("2026-10-06") == 1)
  }

  @Test func `the newest receipts are what is still there, and a lot is as old as its first`()
    throws
  {
    var product = ProductDraft(sku: "HS01")
    product.hasLots = true
    try programme.products.change(product)
    try shop.buy("BC01", "10", at: "10.00", from: nil)  // 200 days ago
    try shop.buy("BC01", "4", at: "11.00", from: nil)  // 160
    try shop.buy("HS01", "5", at: "3.00", from: nil, lot: "A")  // 120
    try shop.buy("BC01", "3", at: "12.01", from: nil)  // 80
    try shop.sell("BC01:11")  // 40
    try shop.buy("HS01", "1", at: "3.00", from: nil, lot: "A")  // 0
    try spread(days: 40)
    func ages() throws -> [[String: String]] {
      let listed = try programme.stock.ages(at: nil)
      return listed.rows.map {
        Dictionary(uniqueKeysWithValues: zip(listed.keys, $0)).filter { !$0.value.isEmpty }
      }
    }
    let found = try ages()
    #expect(found.map { $0["sku"] } == ["BC01", "HS01"])
    #expect(
      found[0]["quantity"] == "6" && found[0]["quantity_90"] == "3"
        && found[0]["quantity_180"] == "3")
    #expect(found[0]["quantity_30"] == nil && found[0]["quantity_older"] == nil)
    #expect(found[1]["quantity_180"] == "6" && found[1]["cost_180"] == found[1]["cost"])
    let parts = ["cost_30", "cost_90", "cost_180", "cost_older"]
    for row in found {
      let sum = parts.reduce(Money.zero) { $0 + (Money(row[$1] ?? "0") ?? .zero) }
      #expect(sum.description == row["cost"])
    }
    let listed = try programme.stock.ages(at: "wh")
    #expect(listed.rows.isEmpty)
  }

  @Test func `random days of stock are aged whole`() throws {
    try trade()
    try spread(days: 17)
    let wrong = try shop.sql().execute(
      """
      SELECT count(*) FROM stock_on_hand h LEFT JOIN stock_age a USING (location_id, product_id)
      WHERE h.quantity > 0 AND (a.quantity_30 + a.quantity_90 + a.quantity_180 + a.quantity_older,
          a.value_30 + a.value_90 + a.value_180 + a.value_older) IS DISTINCT FROM (h.quantity, h.value)
        OR least(a.quantity_30, a.quantity_90, a.quantity_180, a.quantity_older) < 0
      """)
    #expect(wrong.first?.text(0) == "0")
  }

  @Test func `what is below its minimum is marked, even where nothing ever was`() throws {
    try shop.receive("BC01", "5")
    try programme.minimums.set(of: "BC01", Quantity(whole: 5), at: nil)
    try programme.minimums.set(of: "6970100000062", Quantity(whole: 1), at: "wh")
    func low() throws -> [String] {
      try programme.stock.levels(at: nil, isLow: true).rows.map {
        "\($0[0]) \($0[1]) \($0[3])/\($0[10])"
      }
    }
    #expect(try low() == ["wh HS03 0/1"])
    try shop.sell("BC01:1")
    #expect(try low() == ["shop BC01 4/5", "wh HS03 0/1"])
    #expect(try programme.stock.low(of: ["BC01"], at: nil, channel: "counter").count == 1)
    #expect(try programme.stock.low(of: ["BC02"], at: nil, channel: "counter").isEmpty)
    #expect(try programme.stock.low(of: ["BC01"], at: nil, channel: "douyin").isEmpty)
    #expect(try programme.status().lowStock == 2)
    try programme.minimums.set(of: "BC01", .zero, at: nil)
    #expect(try low() == ["wh HS03 0/1"])
    #expect(try programme.minimums.list(at: nil).rows.count == 1)
    #expect(refusal { try programme.minimums.set(of: "NO", .zero, at: nil) } == "product_unknown")
    #expect(
      refusal { try programme.minimums.set(of: "BC01", .zero, at: "NO") } == "location_unknown")
    #expect(
      refusal { try programme.minimums.set(of: "BC01", Quantity(minor: 1500), at: nil) }
        == "quantity_not_whole")
    #expect(
      refusal { try programme.minimums.set(of: "HS01", Quantity(minor: -1), at: nil) }
        == "stock_minimum_positive")
  }

  @Test func `what is promised stays on hand, and warns until it is released or past`() throws {
    try shop.receive("BC01", "5")
    let day = try today(minus: -3)
    let first = try programme.reservations.reserve(
      StockItems(["BC01:2", "BC01:1"]), at: nil, for: "市总工会", until: day)
    func level() throws -> String {
      let row = try #require(try programme.stock.levels(at: nil).rows.first)
      return "\(row[3]) \(row[6]) \(row[11])"
    }
    #expect(try level() == "5 3 ")
    try shop.sell("BC01:3")
    #expect(try level() == "2 3 low")
    #expect(try programme.reservations.list(all: false).rows.map { $0[4] } == ["2", "1"])
    try programme.reservations.release(first, reason: nil)
    #expect(try level() == "2  ")
    #expect(
      refusal { try programme.reservations.release(first, reason: nil) } == "reservation_end_once")
    #expect(
      refusal { try programme.reservations.release(99, reason: nil) } == "reservation_unknown")
    let second = try programme.reservations.reserve(
      StockItems(["BC01:2"]), at: nil, for: "x", until: today(minus: 0))
    #expect(try level() == "2 2 ")
    try shop.sql().run(
      script:
        "ALTER TABLE reservation DISABLE TRIGGER USER; UPDATE reservation SET until_day = until_day - 1 WHERE posting_id = \(second)"
    )
    #expect(try level() == "2  ")
    #expect(
      try programme.reservations.list(all: true).rows.map { $0[8] }.sorted() == [
        "past", "released", "released",
      ])
    for (item, location, code) in [
      ("BC01:1.5", nil, "quantity_not_whole"), ("NO:1", nil, "product_unknown"),
      ("BC01:1", "NO", "location_unknown"),
    ] {
      #expect(
        refusal {
          _ = try programme.reservations.reserve(
            StockItems([item]), at: location, for: "x", until: day)
        } == code)
    }
    #expect(
      refusal {
        _ = try programme.reservations.reserve(
          StockItems(["BC01:1"]), at: nil, for: "x", until: today(minus: 1))
      }
        == "day_past")
    #expect(try shop.violations() == [])
  }
}
