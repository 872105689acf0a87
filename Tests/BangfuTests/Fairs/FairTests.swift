import Bangfu
import Domain
import Fixtures
import Postgres
import Testing

/// Fairs: goods are sent out, sold and brought back; agreements are signed there, and never count.
@Suite struct FairTests {
  private let shop: Shop

  init() throws {
    shop = try Shop()
    var stand = LocationDraft(code: "gt1")
    (stand.name, stand.kind) = ("高唐1号摊", "stand")
    try shop.programme.locations.add(stand)
    try shop.programme.fairs.add(Self.fair())
  }

  private static func fair(
    _ code: String = "gaotang", from: String = "2026-10-01", to: String = "2026-10-03",
    channel: String = "fair", stands: [String] = ["gt1"]
  ) -> FairDraft {
    guard let from = BusinessDay(from), let to = BusinessDay(to) else { preconditionFailure() }
    return FairDraft(
      code: code, name: "彭水农特产品进高唐", place: "高唐", from: from, to: to, channel: channel,
      stands: stands)
  }

  /// The sheet's row of a product.
  private func row(_ sku: String) throws -> [String: String] {
    let sheet = try shop.programme.fairs.sheet("gaotang").rows
    let found = sheet.rows.first { $0[0] == sku } ?? []
    return Dictionary(zip(sheet.keys, found)) { first, _ in first }
  }

  private func sell(
    _ line: String, at time: String, channel: String = "fair", location: String? = "gt1",
    buyer: String? = nil, isSigned: Bool = false
  ) throws -> Int64 {
    var order = Order()
    order.lines = [try OrderLine(parsing: line)]
    (order.channel, order.location, order.at) = (channel, location, Instant(time))
    (order.buyer, order.isSigned) = (buyer, isSigned)
    if buyer == nil { order.tenders = [Tender(method: .cash, amount: Money(minor: 90_000_00))] }
    return try shop.programme.orders.enter(order, command: "test").document
  }

  @Test func `the sheet is what people did, whatever they do in whatever order`() throws {
    var random = SplitMix64(seed: 11)
    try shop.receive("BC01", "500")
    var (sent, back, sold, wasted, gross, refunds) = (0, 0, 0, 0, 0, 0)
    var sales: [(document: Int64, left: Int)] = []
    for step in 0..<60 {
      let many = random.among(1...9)
      let left = sent - back - sold - wasted
      switch random.below(5) {
      case 0:
        let goods = try StockItems(["BC01:\(many * 2)"])
        let way = try shop.programme.transfers.send(goods, from: nil, to: "gt1", reason: nil)
        _ = try shop.programme.transfers.receive(goods, of: way)
        sent += many * 2
      case 1 where left >= many:
        _ = try shop.programme.transfers.send(
          StockItems(["BC01:\(many)"]), from: "gt1", to: "shop", reason: nil)
        back += many
      case 2 where left >= many:
        sales.append((try sell("BC01:\(many)", at: "2026-10-02T10:00:00"), many))
        (sold, gross) = (sold + many, gross + many * 128)
      case 3 where left > 0:
        _ = try shop.programme.stock.waste(StockItems(["BC01:1"]), from: "gt1", reason: "broken")
        wasted += 1
      case 4 where sales.contains { $0.left > 0 }:
        let place = sales.indices.filter { sales[$0].left > 0 }.randomElement(using: &random)!
        var refund = RefundRequest(document: sales[place].document)
        refund.lines = [try RefundRequest.Line(parsing: "1:1")]
        (refund.restock, refund.at) = (true, Instant("2026-10-20T10:00:00"))
        _ = try shop.programme.orders.refund(refund)
        sales[place].left -= 1
        (sold, refunds) = (sold - 1, refunds + 128)
      default: continue
      }
      let found = try row("BC01")
      let expected = [sent, back, sold, -wasted, sent - back - sold - wasted, 0].map { "\($0)" }
      let keys = ["sent", "brought_back", "sold", "otherwise", "left_there", "not_in_stock"]
      #expect(keys.map { found[$0] ?? "0" } == expected, "step \(step), seed 11")
      #expect(
        (found["gross"] ?? "0.00") == Money(minor: Int64(gross) * 100).description, "step \(step)")
      #expect((found["refunds"] ?? "0.00") == Money(minor: Int64(refunds) * 100).description)
    }
    #expect([sold, wasted, refunds, back].allSatisfy { $0 > 0 })
    // What its channel sells from elsewhere on its days is the fair's as well, and out of no stock of the stands.
    _ = try sell("BC01:2", at: "2026-10-03T10:00:00", location: nil)
    _ = try sell("BC01:3", at: "2026-10-04T10:00:00", location: nil)
    #expect(try row("BC01")["not_in_stock"] == "2")
    let undone = try shop.programme.transfers.send(
      StockItems(["BC01:7"]), from: nil, to: "gt1", reason: nil)
    _ = try shop.programme.transfers.receive(StockItems(["BC01:7"]), of: undone)
    let act = try shop.sql().execute("SELECT max(posting_id) FROM transfer_end").single()
    _ = try shop.programme.acts.undo(act.decode(Int64.self), reason: "x", command: "stock undo")
    #expect(try row("BC01")["sent"] == String(sent))
    #expect(try shop.violations() == [])
  }

  @Test func `an agreement is followed by its deliveries, and is never a sale`() throws {
    try shop.receive("BC01", "500")
    try shop.receive("BC02", "5")
    let fairs = shop.programme.fairs
    let agreements = shop.programme.agreements
    let signed = try sell(
      "BC01:100", at: "2026-10-02T10:00:00", location: nil, buyer: "LCZGH", isSigned: true)
    func sums() throws -> [String] {
      let row = try fairs.list().rows[0].suffix(6).map { $0 }
      return Array(row[..<4] + row[5...])
    }
    #expect(try sums() == ["0.00", "0.00", "12800.00", "0.00", "12800.00"])
    func deliver(
      _ line: String, at time: String = "2026-10-20T09:00:00", to buyer: String? = "LCZGH"
    )
      throws -> Int64
    {
      try sell(line, at: time, channel: "canteen", location: nil, buyer: buyer)
    }
    let first = try deliver("BC01:40")
    #expect(try agreements.deliver(signed, by: first) == Money(minor: 60 * 128_00))
    var refund = RefundRequest(document: first)
    refund.lines = [try RefundRequest.Line(parsing: "1:10")]
    refund.at = Instant("2026-10-21T10:00:00")
    _ = try shop.programme.orders.refund(refund)
    #expect(try sums() == ["0.00", "0.00", "12800.00", "3840.00", "8960.00"])
    #expect(
      try fairs.agreements("gaotang").total.rows[0].suffix(4) == [
        "12800.00", "3840.00", "30.00", "8960.00",
      ])
    let wrong: [(String?, String)] = [
      (refusal { _ = try agreements.deliver(signed, by: first) }, "delivery_known"),
      (refusal { _ = try agreements.deliver(signed, by: deliver("BC01:71")) }, "delivery_exceeds"),
      (refusal { _ = try agreements.deliver(signed, by: deliver("BC02:1")) }, "delivery_exceeds"),
      (
        refusal { _ = try agreements.deliver(signed, by: deliver("BC01:1", to: "LCYZ")) },
        "delivery_of_another_buyer"
      ),
      (
        refusal {
          _ = try agreements.deliver(signed, by: deliver("BC01:1", at: "2026-10-01T09:00:00"))
        }, "delivery_before_agreement"
      ),
      (refusal { _ = try agreements.deliver(signed, by: signed) }, "order_is_agreement"),
      (refusal { _ = try agreements.deliver(9999, by: first) }, "agreement_unknown"),
      (refusal { _ = try agreements.undeliver(9999, reason: "x") }, "delivery_unknown"),
      (refusal { _ = try agreements.undeliver(first, reason: " ") }, "reason_blank"),
    ]
    for (found, expected) in wrong { #expect(found == expected) }
    #expect(try sums()[3] == "3840.00")
    #expect(try agreements.undeliver(first, reason: "another's") == .number(signed))
    #expect(try sums()[3] == "0.00")
    #expect(try agreements.deliver(signed, by: first) == Money(minor: 70 * 128_00))
    #expect(try shop.month().contains("12,800") == false)
    #expect(try shop.violations() == [])
  }

  @Test func `an agreement that a sheet reports is named by its order, and is followed as well`()
    throws
  {
    for product in ["BC01", "BC02", "HS01"] { try shop.receive(product, "5000") }
    let agreements = shop.programme.agreements
    func read(_ rows: String, channel: String = "fair") throws -> Int64 {
      try shop.importText(
        """
        2026年10月1日至3日 展销会 登记表,,,,,
        参展企业/合作社,产品,规格,数量,现场销售额(元),签约金额(元)
        \(rows)

        """, name: "\(channel).csv", channel: channel
      ).number
    }
    let rows = "彭水合作社,白茶,50g,3,300.00,12800.00\n彭水合作社,红薯,散装,1000,,6800.00"
    let file = try read(rows)
    #expect(try shop.month().hasPrefix("300.00 "), "what is signed is no sale")
    let order = "2026-10-03 彭水合作社 签约"
    func deliver(_ line: String, at day: String = "2026-10-20", channel: String? = nil) throws
      -> Money
    {
      let sale = try sell(
        line, at: day + "T09:00:00", channel: "canteen", location: nil, buyer: "LCYZ")
      return try agreements.deliver(AgreementName(order, channel: channel), by: sale)
    }
    #expect(refusal { _ = try deliver("HS01:1") } == "delivery_of_unmapped")
    try shop.map("白茶/50g", of: "fair", to: "BC01")
    #expect(refusal { _ = try deliver("HS01:1") } == "delivery_of_unmapped")
    try shop.map("红薯/散装", of: "fair", to: "HS01")
    #expect(try deliver("HS01:400") == Money("16880.00"))
    #expect(try deliver("HS01:600") == Money("12800.00"))
    // The sheet says no quantity of the tea beside what it sold: as many yuan as were signed.
    #expect(try deliver("BC01:99") == Money("128.00"))
    let wrong: [(String?, String)] = [
      (refusal { _ = try deliver("HS01:0.5") }, "delivery_exceeds"),
      (refusal { _ = try deliver("BC01:2") }, "delivery_exceeds_amount"),
      (refusal { _ = try deliver("BC02:1") }, "delivery_exceeds"),
      (refusal { _ = try deliver("BC01:1", at: "2026-10-02") }, "delivery_before_agreement"),
      (refusal { _ = try deliver("BC01:1", channel: "canteen") }, "agreement_unknown"),
      (
        refusal { _ = try agreements.deliver(AgreementName("2026-10-03 彭水合作社"), by: 1) },
        "agreement_unknown"
      ),
    ]
    for (found, expected) in wrong { #expect(found == expected) }
    let last = try shop.sql().execute("SELECT max(document_id) FROM agreement_delivery").single()
      .decode(Int64.self)
    #expect(
      refusal { _ = try agreements.deliver(AgreementName(order), by: last) } == "delivery_known")
    func signed() throws -> [String] {
      try shop.programme.fairs.agreements("gaotang").rows.rows.map {
        $0[1...].joined(separator: " ")
      }
    }
    let whole = ["\(order) 2026-10-03  19600.00 19472.00 99.35 128.00"]
    #expect(try signed() == whole)
    #expect(try agreements.list().rows.map { $0[10] }.sorted() == ["1000", "99"])
    #expect(try agreements.undeliver(last, reason: "x") == .order(order, channel: nil))
    #expect(try signed() == ["\(order) 2026-10-03  19600.00 6800.00 34.69 12800.00"])
    let month = try shop.month()
    #expect(try agreements.deliver(AgreementName(order), by: last) == Money("128.00"))
    #expect(try shop.month() == month, "it is a sale already, and counts once")
    _ = try shop.programme.imports.undo(file)
    #expect(try signed() == [] && agreements.list().rows == [])
    #expect(refusal { _ = try deliver("BC01:1") } == "agreement_unknown")
    _ = try read(rows)
    #expect(try signed() == whole)
    try shop.programme.channels.add(.made("zhan", "展", "fair", nil))
    _ = try read("彭水合作社,BC01,,3,,384.00", channel: "zhan")
    #expect(refusal { _ = try deliver("BC01:1") } == "agreement_of_channels")
    #expect(try deliver("BC01:1", channel: "zhan") == Money("256.00"))
    #expect(try deliver("BC01:1", channel: "fair") == Money("0.00"))
    #expect(try shop.violations() == [])
  }

  @Test func `what is no fair is refused, and a cancelled one frees its code, days and stand`()
    throws
  {
    let fairs = shop.programme.fairs
    func refused(_ draft: FairDraft) -> String? { refusal { try fairs.add(draft) } }
    #expect(refused(Self.fair()) == "fair_known")
    #expect(refused(Self.fair("b", channel: "counter", stands: [])) == "fair_channel")
    #expect(refused(Self.fair("b", channel: "x", stands: [])) == "channel_unknown")
    let others: [(from: String, to: String, stands: [String], code: String, expected: String)] = [
      ("2026-10-03", "2026-10-05", [], "b", "fair_overlaps"),
      ("2026-10-05", "2026-10-04", [], "b", "fair_days"),
      ("2026-11-01", "2026-11-02", ["gt1"], "b", "fair_stand_taken"),
      ("2026-11-01", "2026-11-02", ["shop"], "b", "fair_stand_kind"),
      ("2026-11-01", "2026-11-02", ["x"], "b", "location_unknown"),
      ("2026-11-01", "2026-11-02", [], "a b", "fair_code_plain"),
      ("2026-11-01", "2026-11-02", [], "a\u{200B}b", "fair_code_plain"),
    ]
    for it in others {
      let draft = Self.fair(it.code, from: it.from, to: it.to, stands: it.stands)
      #expect(refused(draft) == it.expected)
    }
    #expect(try fairs.list().rows.count == 1)
    try fairs.cancel("gaotang", reason: "rain")
    #expect(refusal { try fairs.cancel("gaotang", reason: "rain") } == "fair_unknown")
    #expect(refusal { _ = try fairs.sheet("gaotang") } == "fair_unknown")
    try fairs.add(Self.fair())
    #expect(try fairs.list().rows.count == 1)
    #expect(try shop.violations() == [])
  }
}
