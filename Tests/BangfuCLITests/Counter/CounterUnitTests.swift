import Domain
import FoundationEssentials
import Postgres
import Testing

@testable import BangfuCLI

/// The till with goods typed in other units, and with goods that have expired.
@Suite struct CounterUnitTests {
  private static let tea = Goods(
    sku: "BC01", name: "彭水白茶 特级 50g", unit: "盒", isWhole: true, price: Money(minor: 128_00),
    units: ["箱": UnitRatio("10") ?? .one, "板": UnitRatio("1/2") ?? .one])
  private static let root = Goods(
    sku: "HS01", name: "彭水红薯", unit: "公斤", isWhole: false, price: Money(minor: 6_85),
    units: ["斤": UnitRatio("1/2") ?? .one, "克": UnitRatio("1/1000") ?? .one, "kg": .one])
  private static let bag = Goods(
    sku: "HS05", name: "红薯 5斤装", unit: "袋", isWhole: true, price: Money(minor: 30_00))
  private let clerk = Clerk(goods: [tea, root])

  private func lines(_ clerk: Clerk) -> [String] { clerk.till.basket.lines.map(\.sum) }

  @Test func `a line is said in the unit it was typed in, and in base units`() {
    var clerk = clerk
    clerk.type("红薯 ５斤", "HS01*500克", "HS01 1 KG", "2箱*BC01", "HS01 1斤")
    #expect(
      lines(clerk) == [
        "6 斤 (3 公斤 × 6.85)", "500 克 (0.5 公斤 × 6.85)", "1 公斤 × 6.85", "2 箱 (20 盒 × 128.00)",
      ])
    #expect(clerk.total == "2590.83")  // 20.55 + 3.43 + 6.85 + 2560.00
    clerk.type("1=4", "2=1公斤", "4=3盒")
    #expect(
      lines(clerk) == [
        "4 斤 (2 公斤 × 6.85)", "1 公斤 × 6.85", "1 公斤 × 6.85", "3 盒 × 128.00",
      ])
    #expect(clerk.till.basket.page.contains("4 斤 (2 公斤)"))
  }

  @Test func `the order says what was typed and what was shown`() throws {
    var clerk = clerk
    clerk.type("HS01 5斤", "BC01")
    let order = clerk.till.basket.order
    #expect(order.lines[0].quantity == Quantity(whole: 5) && order.lines[0].unit == "斤")
    #expect(order.lines[0].shown == Quantity("2.5") && order.lines[0].price == Money("6.85"))
    #expect(order.lines[1].unit == nil)
  }

  @Test(arguments: [
    "HS01 0斤", "HS01 0.001斤", "BC01 3板", "BC01 1斤", "HS01 1瓶", "HS01 -1斤", "1=1瓶", "1=0斤",
    "HS01 1.5.5斤", "HS01 999999999斤", "红薯 5斤装",
  ])
  func `what cannot be is refused in words, and the basket stays`(_ typed: String) {
    var clerk = clerk
    clerk.type("HS01 5斤")
    let before = clerk.till
    clerk.type(typed)
    #expect(clerk.last.isRefusal, "\(typed): \(clerk.last.words)")
    #expect(clerk.till == before)
  }

  @Test func `a unit behind a name may be its end, and is asked about where it may be both`() {
    var clerk = clerk
    clerk.type("白茶 特级 50g")
    #expect(lines(clerk) == ["1 盒 × 128.00"])
    clerk.goods.append(Self.bag)
    clerk.type("红薯 5斤")
    #expect(clerk.till.stage == .choosing([Self.root, Self.bag], quantity: "5斤"))
    clerk.type("2")
    #expect(clerk.last.isRefusal)
    clerk.type("1")
    #expect(lines(clerk) == ["1 盒 × 128.00", "5 斤 (2.5 公斤 × 6.85)"])
    clerk.type("红薯 5斤装")
    #expect(lines(clerk).last == "1 袋 × 30.00")
  }

  @Test func `what is left of a basket that was recorded counts every unit`() {
    var clerk = clerk
    clerk.type("HS01 5斤")
    let sold = clerk.till.basket
    clerk.type("HS01 1", "1=7")
    #expect(
      clerk.till.basket.remainder(after: sold).lines.map(\.sum)
        == ["2 斤 (1 公斤 × 6.85)", "1 公斤 × 6.85"])
  }

  @Test func `a till is kept with its units, and one of an older program is read`() throws {
    var clerk = clerk
    clerk.type("HS01 5斤")
    let kept = try JSONEncoder().encode(clerk.till)
    #expect(try JSONDecoder().decode(Till.self, from: kept) == clerk.till)
    let older = String(decoding: kept, as: UTF8.self)
      .replacing(/"units":\{[^}]*\},?/, with: "").replacing(/"unit":"斤",?/, with: "")
      .replacing(",}", with: "}")
    let read = try JSONDecoder().decode(Till.self, from: Data(older.utf8))
    #expect(read.basket.lines.map(\.sum) == ["2.5 公斤 × 6.85"])
  }

  @Test func `expired goods are sold for a reason that a second person approves`() {
    var clerk = clerk
    clerk.type("HS01 5斤", "", "x", "")
    let problem = Problem("stock_expired", ["sku": "HS01", "asked": "2.5"])
    _ = clerk.till.refused(problem)
    #expect(clerk.till.stage == .explaining)
    clerk.type("")
    #expect(clerk.till.stage == .goods)
    clerk.type("", "")
    _ = clerk.till.refused(problem)
    clerk.type("6970100000017")
    #expect(clerk.last.isRefusal)
    clerk.type("促销", "<")
    #expect(clerk.till.stage == .explaining)
    clerk.type("促销", "li")
    #expect(clerk.last.request == .sell)
    _ = clerk.till.refused(Problem("expired_second_person", ["operator": "li"]))
    #expect(clerk.till.stage == .approving(reason: "促销") && clerk.till.basket.approval == nil)
    clerk.type("王店长")
    #expect(clerk.last.request == .sell)
    let approval = ExpiredApproval(reason: "促销", approvedBy: "王店长")
    #expect(clerk.till.basket.order.approval == approval)
    clerk.till.stage = .goods
    clerk.type("HS01")
    #expect(clerk.till.basket.approval == nil)
  }

  @Test func `an order that needs a second person asks who it is, and sells once they have come`() {
    var clerk = clerk
    clerk.type("HS01 5斤", "", "x", "")
    let problem = Problem(
      "approval_needed", ["kind": "discount", "amount": "150.00", "may": "clerk"])
    _ = clerk.till.refused(problem)
    #expect(clerk.till.stage == .naming)
    clerk.type("")
    #expect(clerk.till.stage == .payment && clerk.till.approver == nil)
    _ = clerk.till.refused(problem)
    clerk.type("wang")
    #expect(clerk.last.request == .sell && clerk.till.approver == "wang")
    let reply = clerk.till.notApproved("wrong")
    #expect(reply.isRefusal && reply.words.first == "wrong")
    #expect(clerk.till.stage == .naming && clerk.till.approver == nil)
    clerk.till.sold()
    #expect(clerk.till.approver == nil && clerk.till.stage == .goods)
  }

  @Test func `a slip shows 斤 and 公斤 both, and the database keeps both`() throws {
    let shop = try CounterShop()
    let run = try shop.sell("红薯 ５斤", "2", "hsg 2", "", "x 100", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.slips.contains("彭水红薯\n  5 斤 (2.5 公斤 × 6.80)           17.00\n"), "\(run.slips)")
    #expect(
      try shop.value(
        """
        SELECT string_agg(concat_ws(' ', trim_scale(quantity), trim_scale(entered_quantity), entered_unit, amount), ', '
          ORDER BY line_no) FROM line
        """) == "2.5 5 斤 17.00, 2 37.00")
  }

  @Test func `the till asks for a reason and a second person, who is not the seller`() throws {
    let shop = try CounterShop()
    _ = try shop.shell(
      """
      \(shop.program) stock waste HS03:20 --reason x; \(shop.program) product change HS03 --lots
      \(shop.program) stock receive HS03 5 --lot OLD --expires 2020-01-01
      """)
    let run = try shop.sell("hsg 2", "", "x", "", "临期促销", "LI", "王店长")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.words.contains("LI") == false || run.words.contains("li, who sells"))
    #expect(try shop.standing == "1 3")
    // Whoever leaves the till sees what of the day has to be answered for.
    let last = run.words.split(separator: "Expired goods sold today:").last ?? ""
    #expect(last.contains("OLD") && last.contains("王店长"), "\(run.words)")
    let list = try shop.shell("\(shop.program) stock expired-sales --format csv")
    #expect(list.slips.contains(",HS03,红薯干,OLD,2020-01-01,2,袋,li,王店长,临期促销"), "\(list.slips)")
  }
}
