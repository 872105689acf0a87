import Bangfu
import Domain
import FoundationEssentials
import Postgres
import Testing

/// Random days of everything that moves stock, against a plain model in memory.
///
/// `STOCK_SEEDS=7 STOCK_STEPS=500` plays one again.
@Suite struct StockModelTests {
  static let steps = ProcessInfo.processInfo.environment["STOCK_STEPS"].flatMap(Int.init) ?? 350
  static let seeds =
    ProcessInfo.processInfo.environment["STOCK_SEEDS"].map {
      $0.split(separator: ",").compactMap { UInt64($0) }
    }
    ?? [1, 2, 3]

  @Test(arguments: seeds)
  func `random days of stock are as a plain model has them`(seed: UInt64) throws {
    var run = try StockRun(seed: seed)
    var day = run.today
    for step in 1...Self.steps {
      let act = try run.step()
      let found = try run.standing()
      guard found == run.model.standing else {
        Issue.record("seed \(seed), step \(step), \(act): \(difference(run.model.standing, found))")
        return
      }
      if run.today != day || step == Self.steps {
        day = run.today
        let violations = try run.shop.violations()
        #expect(violations == [], "seed \(seed), step \(step), \(act)")
        if !violations.isEmpty { return }
      }
    }
  }
}

/// One random run: acts on the shop and on the model alike.
private struct StockRun {
  let shop: Shop
  var model = StockModel()
  private var dice: Dice
  private(set) var today = 0
  private let boss: Programme
  private var lotNumber = 0
  private var orderNumber = 0
  private var sales:
    [(document: Int64, place: String, sku: String, parts: [StockModel.Lot], value: Int)] = []
  private var transfers:
    [(number: Int64, to: String, sku: String, parts: [StockModel.Lot], value: Int)] = []
  private let places = ["shop", "wh"]
  /// The first three are kept by lot; the last is assembled of the first and the fourth.
  private let skus = ["BC01", "HS03", "SF01", "BC02", "MX01", "BC03"]

  init(seed: UInt64) throws {
    shop = try Shop()
    dice = Dice(seed)
    try shop.sql().execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    for sku in skus.prefix(3) {
      var product = ProductDraft(sku: sku)
      product.hasLots = true
      try shop.programme.products.change(product)
    }
    try shop.programme.parts.set(StockItems(["BC01:2", "BC02:1"]), of: "BC03")
    let three = try #require(UnitRatio(3))
    for sku in skus { try shop.programme.productUnits.add("提", to: sku, holding: three, of: nil) }
    try shop.sql().execute(
      """
      UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE code = 'shop') WHERE code = 'douyin'
      """)
    boss = try Programme(at: shop.programme.database, named: "pengshui", operatorName: "boss")
  }

  /// Three pieces at a time are entered as one 提.
  private func entered(_ pieces: Int) -> EnteredQuantity {
    pieces % 3 == 0
      ? EnteredQuantity(Quantity(whole: Int64(pieces / 3)), "提")
      : EnteredQuantity(Quantity(whole: Int64(pieces)), nil)
  }

  /// As people write it.
  private func text(_ pieces: Int) -> String {
    entered(pieces).number.short + (entered(pieces).unit ?? "")
  }

  private func byLot(_ sku: String) -> Bool { skus.prefix(3).contains(sku) }
  private func day(_ number: Int) -> String {
    let month = number / 28
    return
      "2026-\(month + 1 < 10 ? "0" : "")\(month + 1)-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)"
  }

  /// Does one act; answers what it was.
  mutating func step() throws -> String {
    if dice.roll(4) == 0 { today = min(300, today + dice.roll(4)) }
    let place = places[dice.roll(2)]
    let sku = skus[dice.roll(5)]
    switch dice.roll(16) {
    case 0...3: return try receive(sku, at: place)
    case 4...6: return try sell(sku, at: place)
    case 7: return try refund()
    case 8: return try waste(sku, at: place)
    case 9: return try send(sku, from: place)
    case 10: return try arrive()
    case 11, 12: return try count(sku, at: place)
    case 13: return try importSale(of: sku)
    case 14: return try undoImport()
    default: return try build(at: place)
    }
  }

  private mutating func receive(_ sku: String, at place: String) throws -> String {
    let pieces = dice.roll(9) + 1
    var line = Receipt.Line(code: sku, entered(pieces))
    let units = Int(line.quantity.minor / 1000)
    let cost = dice.roll(4) == 0 ? nil : dice.roll(5000) + 1
    line.cost = cost.map { Money(minor: Int64($0)) }
    var expires: Int?
    if byLot(sku) {
      lotNumber += 1
      line.lot = "L\(lotNumber)"
      expires = dice.roll(5) == 0 ? nil : today + dice.roll(20)
      line.expires = expires.flatMap { BusinessDay(day($0)) }
    }
    var receipt = Receipt(lines: [line])
    receipt.location = place
    receipt.at = Instant(day(today) + "T08:00:00")
    _ = try shop.programme.stock.receive(receipt)
    let shelf = model[place, sku]
    let average = shelf.quantity == 0 ? 0 : rounded(shelf.value * pieces, shelf.quantity)
    model[place, sku].add(
      byLot(sku) ? lotNumber : 0, expires: expires, pieces,
      value: cost.map { $0 * units } ?? average)
    model.settle(place, sku)
    return "receive \(pieces) \(sku) at \(place)"
  }

  private mutating func sell(_ sku: String, at place: String) throws -> String {
    let pieces = dice.roll(7) + 1
    var order = Order()
    order.location = place
    order.lines = [try OrderLine(parsing: "\(sku):\(text(pieces))@\(pieces % 3 == 0 ? 3 : 1)")]
    order.at = Instant(day(today) + "T10:00:00")
    order.tenders = [Tender(method: .card, amount: Money(minor: Int64(pieces * 100)))]
    var shelf = model[place, sku]
    guard let out = shelf.take(pieces, on: today) else {
      let code = refusal { _ = try shop.programme.orders.enter(order, command: "test") }
      #expect(code == "stock_short" || code == "stock_expired")
      return "refused sale of \(pieces) \(sku) at \(place)"
    }
    let receipt = try shop.programme.orders.enter(order, command: "test")
    model[place, sku] = shelf
    sales.append((receipt.document, place, sku, out.parts, out.value))
    return "sell \(pieces) \(sku) at \(place)"
  }

  /// All of a sale comes back, at the cost it left.
  private mutating func refund() throws -> String {
    guard !sales.isEmpty else { return "no sale" }
    let sale = sales.remove(at: dice.roll(sales.count))
    if dice.roll(2) == 0 {
      _ = try shop.programme.orders.void(sale.document, reason: "x")
    } else {
      var request = RefundRequest(document: sale.document)
      request.restock = true
      request.at = Instant(day(today) + "T12:00:00")
      _ = try shop.programme.orders.refund(request)
    }
    for (index, part) in sale.parts.enumerated() {
      model[sale.place, sale.sku].add(
        part.number, expires: part.expires, part.quantity, value: index == 0 ? sale.value : 0)
    }
    model.settle(sale.place, sale.sku)
    return "take back \(sale.document)"
  }

  private mutating func waste(_ sku: String, at place: String) throws -> String {
    let pieces = dice.roll(3) + 1
    let items = try StockItems(["\(sku):\(text(pieces))"])
    guard model[place, sku].take(pieces, on: nil) != nil else {
      let code = refusal {
        _ = try shop.programme.stock.waste(items, from: place, reason: "x")
      }
      #expect(code == "stock_short")
      return "refused waste of \(pieces) \(sku) at \(place)"
    }
    if dice.roll(2) == 0 {
      _ = try shop.programme.stock.giveBack(items, from: place, reason: "x")
    } else {
      _ = try shop.programme.stock.waste(items, from: place, reason: "x")
    }
    return "waste \(pieces) \(sku) at \(place)"
  }

  private mutating func send(_ sku: String, from place: String) throws -> String {
    let pieces = dice.roll(5) + 1
    let target = place == "shop" ? "wh" : "shop"
    let items = try StockItems(["\(sku):\(text(pieces))"])
    // What has expired by the day of the test's clock stays where it is; the days of the run are all past.
    guard model[place, sku].lots.allSatisfy({ $0.expires == nil || $0.quantity == 0 }),
      let out = model[place, sku].take(pieces, on: nil)
    else { return "no transfer" }
    let number = try shop.programme.transfers.send(items, from: place, to: target, reason: nil)
    transfers.append((number, target, sku, out.parts, out.value))
    return "send \(pieces) \(sku) from \(place)"
  }

  private mutating func arrive() throws -> String {
    guard !transfers.isEmpty else { return "no transfer" }
    let transfer = transfers.remove(at: dice.roll(transfers.count))
    let isLost = dice.roll(4) == 0
    if isLost {
      try shop.programme.transfers.lose(StockItems(), of: transfer.number, reason: "x")
      return "lose \(transfer.number)"
    }
    try shop.programme.transfers.receive(StockItems(), of: transfer.number)
    for (index, part) in transfer.parts.enumerated() {
      model[transfer.to, transfer.sku].add(
        part.number, expires: part.expires, part.quantity, value: index == 0 ? transfer.value : 0)
    }
    model.settle(transfer.to, transfer.sku)
    return "arrive \(transfer.number)"
  }

  private mutating func build(at place: String) throws -> String {
    // Lots with a last day have expired by the clock: only those without one are assembled.
    guard model[place, "BC01"].lots.allSatisfy({ $0.expires == nil || $0.quantity == 0 }),
      let first = model[place, "BC01"].take(2, on: nil)
    else { return "no box" }
    guard let second = model[place, "BC02"].take(1, on: nil) else {
      for (index, part) in first.parts.enumerated() {
        model[place, "BC01"].add(
          part.number, expires: nil, part.quantity, value: index == 0 ? first.value : 0)
      }
      let code = refusal {
        _ = try shop.programme.stock.assemble("BC03", Quantity(whole: 1), apart: false, at: place)
      }
      #expect(code == "stock_short")
      return "refused box"
    }
    _ = try shop.programme.stock.assemble("BC03", Quantity(whole: 1), apart: false, at: place)
    model[place, "BC03"].add(0, expires: nil, 1, value: first.value + second.value)
    return "box at \(place)"
  }

  /// A lot is counted, a sale or a receipt comes between, then the difference is posted: to the book as it was counted.
  private mutating func count(_ sku: String, at place: String) throws -> String {
    let lots = model[place, sku].lots.filter { $0.quantity > 0 }
    guard !lots.isEmpty else { return "nothing to count" }
    let lot = lots[dice.roll(lots.count)]
    let found = max(0, lot.quantity + dice.roll(7) - 3)
    let number = try shop.programme.counts.open(
      location: place, category: nil, isBlind: dice.roll(2) == 0,
      recountOver: Money(minor: 9_999_999))
    try shop.programme.counts.enter(
      StockItems(counted: ["\(sku):\(found)\(byLot(sku) ? "#L\(lot.number)" : "")"]), in: number)
    let between = dice.roll(2) == 0 ? try sell(sku, at: place) : "nothing"
    let difference = found - lot.quantity
    if difference == 0 || model[place, sku].adjust(lot.number, by: difference) {
      _ = try boss.counts.approve(number, isPartial: true, reason: nil)
      if difference > 0 { model.settle(place, sku) }
    } else {
      let code = refusal { _ = try boss.counts.approve(number, isPartial: true, reason: nil) }
      #expect(code == "count_overtaken")
      try boss.counts.cancel(number, reason: nil)
    }
    return "count \(found) instead of \(lot.quantity) \(sku) at \(place), \(between) between"
  }

  /// A sale that has happened: it takes what is there, and misses the rest until it comes in.
  private mutating func importSale(of sku: String) throws -> String {
    let pieces = dice.roll(7) + 1
    orderNumber += 1
    let result = try shop.importRows(
      [
        DouyinLine(
          "8\(orderNumber)", "9\(orderNumber)", sku: sku, pieces: pieces,
          paid: day(today) + " 10:00:00")
      ], name: "\(1_793_461_800 + orderNumber)_orders.csv")
    let out = model["shop", sku].takeWhatIsThere(pieces, on: today)
    model.sales[result.number] = StockModel.Sale(
      place: "shop", sku: sku, parts: out.parts, value: out.value,
      missing: pieces - out.parts.reduce(0) { $0 + $1.quantity })
    return "import \(pieces) \(sku)"
  }

  /// What left for it, then or later, comes back; what it missed is missed no more.
  private mutating func undoImport() throws -> String {
    let imports = model.sales.keys.sorted()
    guard !imports.isEmpty else { return "no import" }
    let number = imports[dice.roll(imports.count)]
    guard let sale = model.sales.removeValue(forKey: number) else { return "no import" }
    _ = try shop.programme.imports.undo(number)
    for (index, part) in sale.parts.enumerated() {
      model[sale.place, sale.sku].add(
        part.number, expires: part.expires, part.quantity, value: index == 0 ? sale.value : 0)
    }
    model.settle(sale.place, sale.sku)
    return "undo import \(number)"
  }

  /// What the database holds, as the model says it.
  func standing() throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', l.code, p.sku, trim_scale(h.quantity), (h.value * 100)::bigint,
        (SELECT string_agg(substr(o.code, 2) || ':' || trim_scale(t.quantity), ' ' ORDER BY substr(o.code, 2)::integer)
         FROM stock_lot t JOIN lot o ON o.lot_id = t.lot_id
         WHERE t.location_id = h.location_id AND t.product_id = h.product_id AND t.quantity > 0))
      FROM stock_on_hand h JOIN location l ON l.location_id = h.location_id JOIN product p ON p.product_id = h.product_id
      WHERE h.quantity > 0
      UNION ALL
      SELECT concat_ws(' ', 'short', l.code, p.sku, trim_scale(sum(s.quantity)))
      FROM shortage_open s JOIN location l ON l.location_id = s.location_id JOIN product p ON p.product_id = s.product_id
      GROUP BY l.code, p.sku
      """
    ).compactMap { $0.text(0) }.sorted()
  }
}

extension StockItems {
  /// Items as people write them.
  init(_ texts: [String]) throws {
    self.init()
    for text in texts { try add(parsing: text) }
  }
}
