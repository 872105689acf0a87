import Bangfu
import Domain
import Postgres
import TestSupport
import Testing

/// A programme in which everything has happened once: what a fact says there, something else says too.
enum TamperedShop {
  private static let databases = Result {
    let name = try build()
    let copy = try TestServer.shared.createDatabase(template: name)
    try loosen(copy)
    return (whole: name, loose: copy)
  }

  /// A session on it, in a transaction in which no trigger fires, and which is never committed.
  static func session() throws -> Connection {
    try session(databases.get().whole)
  }

  /// The same on a copy that has no constraints, as an owner may take them away.
  static func looseSession() throws -> Connection { try session(databases.get().loose) }

  private static func session(_ database: String) throws -> Connection {
    let sql = try Connection(TestServer.shared.conninfo(database: database))
    try sql.run(
      script: """
        BEGIN;
        SET LOCAL search_path = pengshui, pg_temp;
        SET LOCAL session_replication_role = replica
        """)
    return sql
  }

  /// The checks that find something in what was built.
  static func violations() throws -> [String] {
    try Shop.open(databases.get().whole).checks.run().filter { $0.violations > 0 }
      .map { "\($0.name): \($0.examples)" }
  }

  private static func loosen(_ database: String) throws {
    let sql = try Connection(TestServer.shared.conninfo(database: database))
    try sql.run(
      script: """
        SET search_path = pengshui, pg_temp;
        SET session_replication_role = replica;
        DO $$
        DECLARE
          it record;
        BEGIN
          FOR it IN SELECT evtname FROM pg_event_trigger LOOP
            EXECUTE format('DROP EVENT TRIGGER %I', it.evtname);
          END LOOP;
          FOR it IN
            SELECT k.conname, k.conrelid::regclass AS of_table FROM pg_constraint k
            WHERE k.connamespace = current_schema()::regnamespace AND k.contype IN ('c', 'x', 'f')
              AND k.coninhcount = 0
          LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.of_table, it.conname);
          END LOOP;
          FOR it IN
            SELECT c.oid::regclass AS of_table FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
          LOOP
            EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', it.of_table);
          END LOOP;
          ALTER TABLE target ALTER COLUMN target_id DROP IDENTITY;
        END $$
        """)
  }

  private static func build() throws -> String {
    let shop = try Shop()
    shop.isKept = true
    try catalogue(shop)
    try counter(shop)
    try stock(shop)
    try imports(shop)
    try suppliers(shop)
    try targets(shop)
    try redaction(shop)
    _ = try shop.programme.seals.seal()
    try rules(shop)
    try duplicates(shop)
    try months(shop)
    try settlements(shop)
    try livestreams(shop)
    try canteens(shop)
    try fairs(shop)
    try statements(shop)
    try weeklyOrders(shop)
    try reserve(shop)
    try sheetAgreement(shop)
    try orderSheet(shop)
    try supermarkets(shop)
    try tourism(shop)
    try feeRates(shop)
    try people(shop)
    _ = try shop.programme.seals.seal()
    return shop.database
  }

  /// A sale at the counter that a file reports, too, of which somebody chose the file's to count.
  private static func duplicates(_ shop: Shop) throws {
    let programme = shop.programme
    for sku in ["BC01", "BC02", "HS01"] { try shop.receive(sku, "900") }
    for day in 10...28 { try shop.sell("BC01:1", at: "2026-11-\(day)T10:00:00") }
    try shop.importRows(
      (10...28).map { day in
        DouyinLine(
          "69400\(day)0", "69400\(day)0", sku: "HS01", pieces: day, payable: "\(day).00",
          paid: "2026-11-\(day) 11:00:00")
      }, name: "november.csv")
    try shop.sell("BC02:7", at: "2026-11-05T10:00:00")
    try shop.importRows(
      [
        DouyinLine(
          "6941111", "6941111", sku: "BC02", pieces: 7, payable: "686.00",
          paid: "2026-11-06 11:00:00")
      ], name: "twice.csv")
    guard let from = BusinessDay("2026-11-01"), let to = BusinessDay("2026-11-30") else { return }
    _ = try programme.duplicates.find(from: from, to: to)
    let groups = try programme.duplicates.list(decided: false, limit: nil).rows
    guard let group = groups.first.flatMap({ Int64($0[0]) }) else { return }
    let done = try programme.duplicates.decide(group, same: true, reason: "one delivery note")
    let sales = try programme.duplicates.show(done.number).sales.rows
    guard let filed = sales.first(where: { $0[1] == "douyin" }).flatMap({ Int64($0[0]) }) else {
      return
    }
    _ = try programme.duplicates.choose(filed, in: done.number, reason: "the platform's")
  }

  /// Certificates, of which one ended early and one was a mistake; rules that ask for them.
  private static func rules(_ shop: Shop) throws {
    let programme = shop.programme
    for (sku, number) in [("BC01", "RD-1"), ("BC01", "RD-2"), ("HS01", "RD-3"), ("BC02", "RD-4")] {
      guard let from = BusinessDay("2026-01-01"), let to = BusinessDay("2026-12-31") else { return }
      _ = try programme.certificates.add(
        CertificateDraft(sku: sku, number: number, from: from, to: to))
    }
    _ = try programme.certificates.end(3, on: BusinessDay("2026-06-30"), reason: "revoked")
    _ = try programme.certificates.end(4, on: nil, reason: "mistake")
    guard var set = try programme.rules.inForce().first?.rules, let from = BusinessDay("2026-10-01")
    else { return }
    (set.from, set.chosen["certificates"]) = (from, "required")
    _ = try programme.rules.set([set], reason: "the province said so")
  }

  private static func second(_ shop: Shop) throws -> Programme {
    try Programme(
      at: .server(TestServer.shared.conninfo(database: shop.database)), named: "pengshui",
      operatorName: "second")
  }

  private static func catalogue(_ shop: Shop) throws {
    try shop.sql().run(
      script: """
        INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse'), ('fair', '展位', 'stand');
        UPDATE channel SET ships_from = (SELECT location_id FROM location WHERE is_default) WHERE code = 'douyin'
        """)
    var product = ProductDraft(sku: "HS03")
    product.hasLots = true
    try shop.programme.products.change(product)
    for (sku, quantity) in [("BC01", "40"), ("HS01", "50"), ("BC02", "30")] {
      try shop.receive(sku, quantity)
    }
    try receive(shop, lot: "OLD", expires: "2026-10-01")
    try receive(shop, lot: "NEW", expires: "2099-01-01")
  }

  private static func receive(_ shop: Shop, lot: String, expires: String) throws {
    var line = Receipt.Line(code: "HS03", quantity: Quantity(whole: 10))
    (line.lot, line.expires, line.cost) = (lot, BusinessDay(expires), Money("3.10"))
    _ = try shop.programme.stock.receive(Receipt(lines: [line]))
  }

  /// A sale, refunds with goods and without, a void, what was undone of them, an expired sale, an agreement.
  private static func counter(_ shop: Shop) throws {
    let programme = shop.programme
    for restocked in [true, false] {
      let sale = try shop.sell("BC01:4", "HS01:2").document
      var refund = RefundRequest(document: sale)
      refund.lines = [try RefundRequest.Line(parsing: "1:1")]
      refund.restock = restocked
      refund.at = Instant("2026-10-05T12:00:00")
      let first = try programme.orders.refund(refund).document
      if restocked { _ = try programme.orders.undo(first, reason: "mistake") }
      _ = try programme.orders.refund(refund)
    }
    _ = try programme.orders.void(shop.sell("BC01:1").document, reason: "typed wrong")
    _ = try programme.orders.undo(
      programme.orders.void(shop.sell("BC01:2").document, reason: "x").document, reason: "y")
    var order = Order()
    order.lines = [try OrderLine(parsing: "HS03:12")]
    order.at = Instant("2026-10-05T15:00:00")
    order.tenders = [Tender(method: .cash, amount: Money(minor: 10_000_00))]
    order.approval = ExpiredApproval(reason: "临期促销", approvedBy: "王店长")
    _ = try programme.orders.enter(order, command: "test")
    var credit = Order()
    credit.lines = [try OrderLine(parsing: "BC02:3斤"), try OrderLine(parsing: "BC01:1")]
    credit.lines = [try OrderLine(parsing: "BC01:1")]
    (credit.buyer, credit.channel, credit.at) = ("LCYZ", "canteen", Instant("2026-10-06T09:00:00"))
    _ = try programme.orders.enter(credit, command: "test")
    for at in ["2026-10-06", "2026-10-07"] {
      var agreement = Order()
      agreement.lines = [try OrderLine(parsing: "BC01:10")]
      (agreement.buyer, agreement.isSigned, agreement.at) = ("LCZGH", true, Instant(at))
      let number = try programme.orders.enter(agreement, command: "test").document
      if at == "2026-10-07" { _ = try programme.agreements.cancel(number, reason: "fell through") }
    }
  }

  /// A fair, an agreement that was signed there, and the sale that delivered some of it.
  private static func tourism(_ shop: Shop) throws {
    var ticket = ProductDraft(sku: "MP01")
    (ticket.name, ticket.unit, ticket.price) = ("门票", "袋", Money("80.00"))
    ticket.isService = true
    try shop.programme.products.add(ticket)
    var order = Order()
    order.lines = [try OrderLine(parsing: "MP01:10")]
    (order.channel, order.at) = ("tourism", Instant("2026-10-08T09:00:00"))
    order.discount = Money(minor: 100_00)
    order.tenders = [Tender(method: .cash, amount: Money(minor: 700_00))]
    let sale = try shop.programme.orders.enter(order, command: "test").document
    let first = try shop.programme.tourism.say(visitors: [("山东", 9)], of: sale)
    try shop.programme.tourism.undo(first, reason: "x")
    try shop.programme.tourism.say(visitors: [("山东", 8), ("重庆", 2)], of: sale, reduction: "半价")
  }

  /// Rates of fees, one of them undone.
  private static func feeRates(_ shop: Shop) throws {
    let settlements = shop.programme.settlements
    let from = try #require(BusinessDay("2026-10-01"))
    let wrong = try settlements.set(
      FeeRate(of: "douyin", kind: "service-fee", percent: "4", from: from, source: "x"))
    try settlements.undoRate(wrong, reason: "x")
    var rate = FeeRate(of: "douyin", kind: "commission", percent: "20", from: from, source: "合同")
    (rate.host, rate.isKept) = ("4477", true)
    try settlements.set(rate)
  }

  private static func supermarkets(_ shop: Shop) throws {
    let programme = shop.programme
    try programme.channels.add(.made("zhenhua", "振华超市", "supermarket", nil))
    var terms = SupermarketTerms(
      of: "zhenhua", from: try #require(BusinessDay("2026-01-01")), kind: .concession)
    (terms.rate, terms.lastDay, terms.shops) = (Money(minor: 12_50), 25, ["东昌店"])
    try programme.supermarkets.add(terms)
    for (first, last) in [("2026-08-26", "2026-09-25"), ("2026-09-26", "2026-10-25")] {
      let sheet = """
        代销结算单 \(first) 至 \(last),,,,,,
        门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
        东昌店,BC01,白茶,50g,3,100.00,300.00
        东昌店,BC01,白茶,50g,-1,100.00,-100.00

        """
      try shop.importText(sheet, name: "\(last).csv", channel: "zhenhua") { $0.isSure = true }
      var it = SupermarketSettlement(of: "zhenhua", to: try #require(BusinessDay(last)))
      (it.isSure, it.till) = (true, Money("200.00"))
      it.deductions = [("进场费", Money(minor: 10_00))]
      let number = try programme.supermarkets.settle(it).number
      for isReversed in [true, false] {
        let payment = SupermarketPayment(of: number, amount: Money(minor: 20_00))
        let paid = try programme.supermarkets.pay(payment).number
        if isReversed { try programme.supermarkets.reverse(paid, reason: "x") }
      }
    }
  }

  private static func fairs(_ shop: Shop) throws {
    let programme = shop.programme
    var stand = LocationDraft(code: "gt1")
    (stand.name, stand.kind) = ("高唐1号摊", "stand")
    try programme.locations.add(stand)
    let day = try #require(BusinessDay("2026-10-09"))
    try programme.fairs.add(
      FairDraft(
        code: "gaotang", name: "进高唐", place: "高唐", from: day, to: day, channel: "fair",
        stands: ["gt1"]))
    try shop.receive("BC01", "5")
    var order = Order()
    order.lines = [try OrderLine(parsing: "BC01:2")]
    (order.channel, order.buyer, order.isSigned) = ("fair", "LCZGH", true)
    order.at = Instant("2026-10-09T09:00:00")
    let number = try programme.orders.enter(order, command: "test").document
    (order.isSigned, order.at) = (false, Instant("2026-10-10T09:00:00"))
    _ = try programme.agreements.deliver(
      number, by: programme.orders.enter(order, command: "test").document)
  }

  /// Transfers on their way, arrived in parts, lost and undone; counts; waste; boxes; promises.
  private static func stock(_ shop: Shop) throws {
    let programme = shop.programme
    try receive(shop, lot: "NEWER", expires: "2099-02-01")
    let way = try programme.transfers.send(
      StockItems(["BC01:5", "HS03:2"]), from: nil, to: "wh", reason: nil)
    _ = try programme.transfers.receive(StockItems(["BC01:3"]), of: way)
    _ = try programme.transfers.lose(StockItems(["BC01:1"]), of: way, reason: "fell")
    let other = try programme.transfers.send(
      StockItems(["BC02:5"]), from: nil, to: "wh", reason: nil)
    _ = try programme.transfers.receive(StockItems(["BC02:5"]), of: other)
    let act = try shop.sql().execute("SELECT max(posting_id) FROM transfer_end").single()
    _ = try programme.acts.undo(act.decode(Int64.self), reason: "x", command: "stock undo")
    for location in [nil, "wh"] {
      let count = try programme.counts.open(
        location: location, category: nil, isBlind: false, recountOver: Money(minor: 100_000_000))
      let items =
        location == nil ? ["HS01:40", "BC01:13", "HS03:5#NEWER"] : ["BC01:2"]
      try programme.counts.enter(StockItems(items), in: count)
      _ = try second(shop).counts.approve(count, isPartial: true, reason: nil)
    }
    let given = try programme.counts.open(
      location: "fair", category: nil, isBlind: false, recountOver: Money(minor: 100_000_000))
    try programme.counts.cancel(given, reason: "x")
    _ = try programme.stock.waste(
      StockItems(["HS01:1"]), from: nil, reason: "rotten")
    try programme.parts.set(StockItems(["BC02:2"]), of: "BC03")
    _ = try programme.stock.assemble("BC03", Quantity(whole: 2), apart: false, at: nil)
    for released in [false, true] {
      let promise = try programme.reservations.reserve(
        StockItems(["BC01:2"]), at: nil, for: "工会", until: try #require(BusinessDay("2099-01-01")))
      if released { try programme.reservations.release(promise, reason: "x") }
    }
  }

  /// Orders of two snapshots, cases of two, one file that was undone, one that lives again, a shortage that was covered in
  /// part and written off, goods that came back, rejected rows, an order whose worth its lines share.
  private static func imports(_ shop: Shop) throws {
    let programme = shop.programme
    let order = DouyinLine("6920001", "6920001", sku: "MX01", pieces: 3, payable: "174.00")
    let plain = DouyinLine("6920002", "6920002", sku: "BC02", pieces: 2, payable: "196.00")
    let unknown = DouyinLine("6920003", "6920003", sku: "NONE", pieces: 2, payable: "19.00")
    let unpaid = DouyinLine("6920004", "6920004", sku: "BC02", paid: "-", status: "已关闭")
    try shop.importRows([order, plain, unknown, unpaid], name: "1791900000_a.csv")
    try shop.importRows(
      [order.with("订单状态", "已发货"), plain.with("订单应付金额", "190.00")], name: "1791990000_b.csv")
    let bad = DouyinLine("6920009", "6920009").with("商品数量", "many")
    _ = try? shop.importRows([plain, bad], name: "1791910000_c.csv")
    for name in ["1791920000_d.csv", "1791930000_e.csv"] {
      try shop.importRows([plain.with("订单状态", "备货中")], name: name)
      let last = try shop.sql().execute("SELECT max(file_id) FROM import_file").single()
      _ = try programme.imports.undo(last.decode(Int64.self))
    }
    try shop.importRows([plain.with("订单状态", "备货中")], name: "1791930000_e.csv")
    try importCase("待退货", name: "1792000000_sh.csv", shop)
    try importCase("同意退款，退款成功", name: "1792010000_sh.csv", shop)
    try shop.receive("MX01", "1")
    _ = try programme.stock.writeOffShortages(of: "MX01", at: nil, reason: "lost")
    _ = try programme.stock.acceptReturn(
      StockItems(["BC02:1"]), of: "6920002", to: nil, toWaste: false, reason: "x")
    let shared = DouyinLine.main(
      "6920010", lines: ["6920011", "6920012"], skus: ["BC01", "BC02"], pieces: 2,
      payable: "226.00")
    try shop.importRows([shared], name: "1792020000_main.csv")
    try importCase("待退货", name: "1792005000_sh.csv", shop)
    let last = try shop.sql().execute("SELECT max(file_id) FROM import_file").single()
    _ = try programme.imports.undo(last.decode(Int64.self))
    try importCase("待退货", name: "1792005000_sh.csv", shop)
  }

  /// Bills of which two say a line otherwise, one has a line twice, one was undone, and one lives again.
  private static func settlements(_ shop: Shop) throws {
    let line = DouyinSettled("6920001")
    let twice = DouyinSettled("6920002")
    try shop.importBill([line, twice, twice], name: "1792700000_bill.csv")
    try shop.importBill(
      [DouyinSettled("6920001", service: 7_00), DouyinSettled("6920003")],
      name: "1792710000_bill.csv")
    for (order, lives) in [("6920004", false), ("6920005", true)] {
      let name = "179272000\(order.last ?? "0")_bill.csv"
      let number = try shop.importBill([DouyinSettled(order)], name: name).number
      _ = try shop.programme.imports.undo(number)
      if lives { try shop.importBill([DouyinSettled(order)], name: name) }
    }
  }

  /// Sessions of two hosts, of which one was changed twice, and the second change undone; and one that was a mistake.
  private static func livestreams(_ shop: Shop) throws {
    let livestreams = shop.programme.livestreams
    var draft = LivestreamDraft()
    (draft.host, draft.hostNumber, draft.channel) = ("小李", "7001", "douyin")
    (draft.begins, draft.ends) = (Instant("2026-10-05T09:00"), Instant("2026-10-05T11:00"))
    let first = try livestreams.add(draft)
    (draft.begins, draft.ends) = (Instant("2026-10-05T20:00"), Instant("2026-10-05T21:00"))
    _ = try livestreams.add(draft)
    (draft.begins, draft.ends) = (Instant("2026-10-05T13:00"), Instant("2026-10-05T14:00"))
    let mistake = try livestreams.add(draft)
    (draft.host, draft.hostNumber) = ("小王", nil)
    _ = try livestreams.add(draft)
    _ = try livestreams.undo(mistake.number, reason: "twice")
    var change = LivestreamDraft()
    change.ends = Instant("2026-10-05T11:30")
    _ = try livestreams.change(first.session, to: change, reason: "it went on")
    change.ends = Instant("2026-10-05T12:30")
    let again = try livestreams.change(first.session, to: change, reason: "it went on")
    _ = try livestreams.undo(again.number, reason: "it did not")
  }

  /// Orders of a canteen: delivered in parts, accepted with goods refused and lost, invoiced, ended, and each undone.
  private static func canteens(_ shop: Shop) throws {
    let canteens = shop.programme.canteens
    try shop.receive("HS01", "100")
    func order() throws -> Int64 {
      var draft = CanteenOrderDraft(of: "LCYZ")
      draft.lines = [try OrderLine(parsing: "HS01:40斤@3.40"), try OrderLine(parsing: "BC02:6")]
      draft.at = Instant("2026-10-12T08:00:00")
      return try canteens.order(draft).order
    }
    func accept(_ order: Int64, _ items: String...) throws -> Int64 {
      let delivery = try canteens.deliver(
        StockItems(items), of: order, at: Instant("2026-10-12T09:00:00")
      ).delivery
      var draft = CanteenAcceptanceDraft(of: delivery, signedBy: "王老师")
      draft.accepted = try StockItems(["HS01:4"])
      draft.refused = try StockItems(["HS01:2"])
      (draft.reason, draft.at) = ("破损", Instant("2026-10-13T09:00:00"))
      return try canteens.accept(draft).acceptance
    }
    let first = try order()
    let accepted = [try accept(first, "HS01:7", "BC02:2"), try accept(first, "HS01:6")]
    _ = try canteens.invoice([accepted[0]], number: "11")
    _ = try canteens.invoice([accepted[1]], number: "12")
    let wrong = try accept(first, "HS01:6")
    let invoice = try canteens.invoice([wrong], number: "13").number
    for act in [invoice, wrong] { _ = try canteens.undo(act, reason: "x") }
    let way = try canteens.deliver(StockItems(["BC02:1"]), of: first)
    _ = try canteens.undo(way.delivery, reason: "x")
    _ = try canteens.undo(canteens.end(first, reason: "x"), reason: "x")
    try canteens.end(first, reason: "enough")
    _ = try canteens.undo(order(), reason: "x")
    _ = try order()
    for isReversed in [false, true] {
      var payment = BuyerPayment(by: "LCYZ", amount: Money("10.00") ?? .zero)
      payment.documents = [
        try shop.sql().execute("SELECT min(document_id) FROM canteen_acceptance").single().decode(
          Int64.self)
      ]
      let number = try shop.programme.buyerAccounts.pay(payment).number
      if isReversed { _ = try shop.programme.buyerAccounts.reverse(number, reason: "x") }
    }
  }

  /// Lines of a statement that were disputed and confirmed, and such an answer undone.
  private static func statements(_ shop: Shop) throws {
    let accounts = shop.programme.buyerAccounts
    let lines = try accounts.statement(of: "LCYZ").lines.rows.compactMap { Int64($0[2]) }
    for (word, line) in [(StatementAnswer.Word.disputed, lines[0]), (.confirmed, lines[1])] {
      var answer = StatementAnswer(of: "LCYZ", word, saidBy: "王老师")
      (answer.lines, answer.reason) = ([line], "x")
      let number = try accounts.answer(answer).number
      guard word == .confirmed else { continue }
      _ = try shop.programme.canteens.undo(number, reason: "x")
      _ = try accounts.answer(answer)
    }
  }

  /// A weekly order that was changed, made of and ended.
  private static func weeklyOrders(_ shop: Shop) throws {
    let weekly = shop.programme.weeklyOrders
    var draft = WeeklyOrderDraft()
    (draft.buyer, draft.weekdays) = ("LCZGH", Weekdays(typed: "一三"))
    draft.lines = [try OrderLine(parsing: "BC02:1")]
    draft.from = BusinessDay("2026-10-01")
    let number = try weekly.add(draft).number
    draft.lines = [try OrderLine(parsing: "BC02:2")]
    _ = try weekly.change(number, draft)
    _ = try weekly.make(#require(BusinessDay("2026-10-12")))
    try weekly.end(number, day: BusinessDay("2026-10-31"), reason: "x")
  }

  /// An order that a sheet made.
  private static func orderSheet(_ shop: Shop) throws {
    let path = shop.folder.path + "/sheet.csv"
    try shop.write("订货单,,\n品名,数量,单位\n彭水白茶 礼盒,1,\n", to: path)
    var request = CanteenSheetRequest(path, name: "sheet.csv")
    request.buyer = "LCYZ"
    _ = try shop.programme.canteens.order(fromSheet: request)
  }

  /// An area, a percentage and a budget, one of them undone; and an order of the 832 platform by a unit.
  private static func reserve(_ shop: Shop) throws {
    let reserve = shop.programme.reserve
    _ = try reserve.setArea("lc", name: "聊城")
    let wrong = try reserve.setRule(of: 2026, area: "lc", percent: "15", source: "x")
    _ = try reserve.undo(wrong, reason: "x")
    var budget = ReserveBudget(of: "LCYZ", in: 2026)
    (budget.area, budget.budget) = ("lc", Money("1000.00"))
    _ = try reserve.setBudget(budget)
    try shop.importText(
      """
      订单编号,采购单位,采购类型,商品编码,商品名称,规格,数量,金额,下单时间,付款时间,订单状态
      8320001,聊城第一中学食堂,食堂,BC02,白茶,,1,96.00,2026-10-05 09:00:00,2026-10-05 09:01:00,已完成

      """, name: "832.csv", channel: "fupin832")
  }

  /// An order that names its host; an agreement that a sheet reports, and the sale that delivered some of it.
  private static func sheetAgreement(_ shop: Shop) throws {
    try shop.importText(
      """
      主订单编号,子订单编号,选购商品,商品数量,商品ID,商家编码,订单应付金额,运费,平台实际承担优惠金额,达人实际承担优惠金额,支付完成时间,订单状态,售后状态,达人ID,达人昵称
      6990001,6990001,白茶,1,35,BC02,96.00,0,0,0,2026-10-05 20:05:00,已完成,-,7001,小李

      """, name: "hosts.csv")
    try shop.importText(
      """
      2026年10月10日 展销会 登记表,,,,,
      参展企业,产品,规格,数量,现场销售额,签约额
      甲社,BC02,,10,,960.00

      """, name: "fair.csv", channel: "fair")
    var sale = Order()
    sale.lines = [try OrderLine(parsing: "BC02:1")]
    (sale.buyer, sale.channel, sale.at) = ("LCYZ", "canteen", Instant("2026-10-12T09:00:00"))
    let document = try shop.programme.orders.enter(sale, command: "test").document
    _ = try shop.programme.agreements.deliver(
      AgreementName("2026-10-10 甲社 签约"), by: document)
  }

  private static func importCase(_ state: String, name: String, _ shop: Shop) throws {
    try shop.importTable(
      TextTable(
        name: name, columns: TextTable.douyinAfterSales,
        rows: [
          [
            "售后单号": "S1", "订单号": "6920001", "商品单号": "6920001", "售后状态": state,
            "售后申请时间": "2026-10-07 09:00:00", "退商品金额（元）": "10.00",
            "用户到账时间": "2026-10-08 09:00:00",
          ]
        ]))
  }

  /// Purchases, returns, payments, adjustments and buy-backs, and what was undone of them.
  private static func suppliers(_ shop: Shop) throws {
    let programme = shop.programme
    let first = try shop.buy("SF01", "10", at: "6.00", from: "STARCH", on: "2026-10-02")
    let other = try shop.buy("SF01", "10", at: "7.00", from: "STARCH", on: "2026-10-03")
    try shop.buy("JL01", "20", at: "10.00", from: "KOI", on: "2026-10-03")
    try programme.households.link("YANG", to: "STARCH", from: BusinessDay("2026-01-01"))
    for undone in [false, true] {
      _ = try programme.stock.giveBack(
        StockItems(["SF01:2"]), from: nil, to: "STARCH", receipt: first,
        reason: "x")
      let act = try shop.sql().execute("SELECT max(posting_id) FROM supplier_return").single()
      if undone {
        _ = try programme.acts.undo(act.decode(Int64.self), reason: "x", command: "stock undo")
      }
    }
    for reversed in [false, true] {
      var payment = SupplierPayment(to: "STARCH", amount: Money("20.00") ?? .zero)
      payment.receipts = [other]
      payment.household = "YANG"
      let number = try programme.accounts.pay(payment).number
      if reversed { _ = try programme.accounts.reverse(number, reason: "x") }
    }
    _ = try programme.accounts.pay(SupplierPayment(to: "STARCH", amount: Money("5.00") ?? .zero))
    for undone in [false, true] {
      let number = try programme.accounts.adjust(
        "STARCH", by: Money("-3.00") ?? .zero, receipt: other, day: nil, reason: "x"
      ).number
      if undone {
        _ = try programme.acts.undo(number, reason: "x", command: "supplier undo")
      }
    }
    _ = try programme.contracts.add(
      supplier: "KOI", sku: "JL01", price: Money("15.50") ?? .zero,
      from: try #require(BusinessDay("2026-01-01")), to: try #require(BusinessDay("2099-12-31")),
      maximum: Quantity(whole: 100))
    for undone in [false, true] {
      _ = try programme.buyBacks.enter(
        StockItems(["JL01:2"]), by: "KOI", from: nil, day: nil, note: nil)
      let act = try shop.sql().execute("SELECT max(posting_id) FROM buy_back").single()
      if undone {
        _ = try programme.buyBacks.undo(act.decode(Int64.self), day: nil, reason: "x")
      }
    }
  }

  /// A target that was replaced, and one that was removed.
  private static func targets(_ shop: Shop) throws {
    let targets = shop.programme.targets
    for (year, amounts) in [("2026", ["1000.00", "2000.00"]), ("2027", ["3000.00"])] {
      let from = try #require(BusinessDay("\(year)-01-01"))
      let to = try #require(BusinessDay("\(year)-12-31"))
      for amount in amounts {
        try targets.set(try #require(Money(amount)), from: from, to: to, reason: "x")
      }
      if year == "2027" { try targets.remove(from: from, to: to, reason: "x") }
    }
  }

  /// A chunk that was redacted anew, though nothing was left to be.
  private static func redaction(_ shop: Shop) throws {
    try shop.sql().run(
      script: """
        BEGIN;
        SELECT redact_chunk(begin_redaction('test', 'a request'), k.file_id, k.chunk_no, k.content)
        FROM import_chunk k ORDER BY k.file_id, k.chunk_no LIMIT 1;
        COMMIT
        """)
  }

  /// Persons who came, changed, went and returned; approvals that were given and used, refused, withdrawn, and are open.
  private static func people(_ shop: Shop) throws {
    let people = shop.programme.people
    let persons: [(String, Person.Role)] = [
      ("tampered_clerk", .clerk), ("tampered_other", .accountant), ("tampered_gone", .reader),
    ]
    for (login, role) in persons {
      try people.add(login, name: login, role: role, password: "a long one", command: "person add")
    }
    try people.change(
      "tampered_gone", name: "换名", role: .official, reason: "moved", command: "person change")
    for isBack in [false, true, false] {
      try people.retire("tampered_gone", isBack: isBack, reason: "x", command: "person retire")
    }
    try people.setPassword(
      of: "tampered_other", to: "another one", reason: "lost", command: "person password")
    func session(_ login: String) throws -> Programme {
      let conninfo = TestServer.shared.conninfo(database: shop.database, login: login)
      return try Programme(at: .server(conninfo), named: "pengshui", operatorName: login)
    }
    let (clerk, other) = try (session("tampered_clerk"), session("tampered_other"))
    for lot in ["STALE", "STALER", "STALEST"] {
      try receive(shop, lot: lot, expires: "2026-10-02")
    }
    func sell(_ pieces: Int) throws {
      var order = Order()
      order.lines = [try OrderLine(parsing: "HS03:\(pieces)")]
      order.at = Instant("2026-10-08T15:00:00")
      order.tenders = [Tender(method: .cash, amount: Money(minor: 10_000_00))]
      order.approval = ExpiredApproval(reason: "临期促销", approvedBy: "")
      _ = try clerk.orders.enter(order, command: "test")
    }
    for pieces in 9...12 {
      do {
        try sell(pieces)
        Issue.record("a second person is needed")
      } catch let problem as Problem where problem.code == "approval_needed" {
        let number = try clerk.approvals.ask(problem, reason: "x")
        switch pieces {
        case 9: try other.approvals.end(number, isGiven: false, reason: "x")
        case 10: try clerk.approvals.end(number, isGiven: false, reason: "x")
        case 11:
          try other.approvals.end(number, isGiven: true, reason: "x")
          try sell(pieces)
        default: break
        }
      }
    }
    try shop.sql().execute("SELECT keep_attempt('tampered_other', 'x')")
    try shop.programme.approvals.setRule(
      "refund", role: "clerk", above: Money(minor: 1_000_00), approvers: nil, reason: "x")
    for isOne in [true, false] { try shop.programme.approvals.setOnePerson(isOne, reason: "x") }
  }

  /// Two months that were closed, of which a point was signed for; channels without sales, and one that had some.
  private static func months(_ shop: Shop) throws {
    try shop.receive("BC01", "20")
    var sales: [Int64] = []
    for (channel, day) in [
      ("counter", "2026-08-05"), ("fair", "2026-08-05"), ("counter", "2026-09-05"),
    ] {
      var order = Order()
      order.lines = [try OrderLine(parsing: "BC01:1")]
      (order.channel, order.at) = (channel, Instant(day + "T10:00:00"))
      order.tenders = [Tender(method: .wechat, amount: Money(minor: 128_00))]
      sales.append(try shop.programme.orders.enter(order, command: "test").document)
    }
    let sheet = """
      结算期间：2026-08-01 至 2026-08-31,,,,,,
      门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额
      东昌店,BC01,白茶,50g,10,100.00,"1,000.00"
      合计,,,,,,"1,365.00"

      """
    try shop.importText(sheet, name: "代销.csv", channel: "supermarket")
    let month = try #require(Month("2026-09"))
    for (channel, isUndone) in [("tourism", false), ("fair", false), ("fair", true)] {
      _ = try shop.programme.months.signNil(channel, month, isUndone: isUndone, reason: "x")
    }
    try shop.close("2026-08")
    let august = try #require(Month("2026-08"))
    _ = try shop.programme.figures.publish(august)
    try shop.sell("BC01:1", at: "2026-08-20T10:00:00")
    try shop.close("2026-09")
    _ = try shop.programme.figures.publish(month)
    try shop.sell("BC01:1", at: "2026-08-21T10:00:00")
    _ = try shop.programme.months.restate(august, reason: "late")
    var refund = RefundRequest(document: sales[2])
    refund.lines = [try RefundRequest.Line(parsing: "1:1")]
    refund.at = Instant("2026-10-06T12:00:00")
    _ = try shop.programme.orders.refund(refund)
  }
}
