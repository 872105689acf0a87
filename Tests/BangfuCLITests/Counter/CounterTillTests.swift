import Domain
import FoundationEssentials
import Testing

@testable import BangfuCLI

@Suite struct CounterTillTests {
  static let tea = Goods(
    sku: "BC01", name: "彭水白茶", unit: "盒", isWhole: true, price: Money(minor: 128_00))
  static let root = Goods(
    sku: "HS01", name: "彭水红薯", unit: "公斤", isWhole: false, price: Money(minor: 6_85))

  @Test(arguments: [
    ("BC01", "BC01", "1"), ("BC01 2", "BC01", "2"), ("BC01*2", "BC01", "2"),
    ("ＢＣ０１＊２", "BC01", "2"), ("BC01 × 2", "BC01", "2"), ("红薯　1。5", "红薯", "1.5"),
    ("3*6970100000017", "6970100000017", "3"), ("6970100000017*3", "6970100000017", "3"),
    ("彭水白茶 特级 50g", "彭水白茶 特级", "50g"), ("红薯 5斤", "红薯", "5斤"), ("hsg ３ 袋", "hsg", "3 袋"),
    ("2箱*BC01", "BC01", "2箱"), ("BC01＊２箱", "BC01", "2箱"), ("苕粉 5斤装", "苕粉", "5斤装"),
    ("彭水白茶 特级 2", "彭水白茶 特级", "2"),
    ("BC01 1e3", "BC01", "1e3"), ("BC01 -1", "BC01", "-1"), ("BC01 0", "BC01", "0"),
    ("减肥茶", "减肥茶", "1"), ("discounted", "discounted", "1"),
  ])
  func `goods and quantity are told apart`(_ typed: String, _ code: String, _ quantity: String) {
    #expect(Typed(Typed.plain(typed)) == .goods(code, quantity: quantity))
  }

  @Test(arguments: [
    ("", Typed.nothing), ("《", .undo), ("＜", .undo), ("清空", .clear), ("折 5", .discount("5")),
    ("折５．５", .discount("5.5")), ("Discount 5", .discount("5")), ("＠LCYZ", .buyer("LCYZ")),
    ("2＝5", .change(line: "2", quantity: "5")), ("－2", .remove(line: "2")),
  ])
  func `commands are understood`(_ typed: String, _ command: Typed) {
    #expect(Typed(Typed.plain(typed)) == command)
  }

  @Test func `the same goods add to their line, and steps are taken back`() {
    var clerk = Clerk()
    clerk.type("BC01", "红薯 1.5", "BC01 2")
    #expect(clerk.sums == ["BC01 3", "HS01 1.5"])
    #expect(clerk.total == "394.28")
    #expect(clerk.last.words.first?.contains("394.28") == true)
    clerk.type("1=1", "折 8.28", "-2")
    #expect(clerk.total == "119.72")
    clerk.type("<", "<", "<")
    #expect(clerk.sums == ["BC01 3", "HS01 1.5"])
    clerk.type("<", "<", "<")
    #expect(clerk.sums == [])
    clerk.type("<")
    #expect(clerk.last.isRefusal)
  }

  @Test(arguments: [
    "BC01 0", "BC01 -1", "BC01 1.5", "BC01 1e3", "BC01 6970100000017", "HS01 1.0001", "XX", "*2",
    "9=1", "1=0", "1=", "-9", "0=1", "折 999", "折 -1", "0折", "折 1.234", "BC01 1,00", "\u{1B}[A",
    "@",
    "99999999999999999999=1", "HS01 99999999999",
  ])
  func `what cannot be is refused in words, and the basket stays`(_ typed: String) {
    var clerk = Clerk()
    clerk.type("BC01")
    let before = clerk.till
    clerk.type(typed)
    #expect(clerk.last.isRefusal)
    #expect(clerk.last.words.joined().isEmpty == false)
    #expect(clerk.till == before)
  }

  @Test func `one of several goods is chosen by its number`() {
    var clerk = Clerk()
    clerk.type("彭水 2", "3")
    #expect(clerk.last.isRefusal)
    clerk.type("2")
    #expect(clerk.sums == ["HS01 2"])
    clerk.type("彭水", "1 3", "彭水", "BC01", "彭水", "<")
    #expect(clerk.sums == ["HS01 2", "BC01 4"])
    #expect(clerk.till.stage == .goods)
  }

  @Test func `money by several methods comes in, and goes back`() {
    var clerk = Clerk()
    clerk.type("BC01", "")
    #expect(clerk.till.stage == .payment)
    clerk.type("w 100", "支付宝８", "５０")
    #expect(clerk.money == ["wechat 100.00", "alipay 8.00", "cash 50.00"])
    #expect(clerk.till.basket.change.description == "30.00")
    clerk.type("")
    #expect(clerk.last.request == .sell)
    clerk.type("<", "<", "k")
    #expect(clerk.money == ["wechat 100.00", "card 28.00"])
    clerk.type("<", "<", "<")
    #expect(clerk.till.stage == .goods)
    #expect(clerk.sums == ["BC01 1"])
  }

  @Test(arguments: [
    "w 128.01", "0", "-5", "abc", "w abc", "1.234", "g", "", "BC01", "x 1e3",
  ])
  func `wrong money is refused in words, and nothing is taken`(_ typed: String) {
    var clerk = Clerk()
    clerk.type("BC01", "")
    let before = clerk.till
    clerk.type(typed)
    #expect(clerk.last.isRefusal, "\(clerk.last.words)")
    #expect(clerk.till == before)
  }

  @Test func `a barcode is no money: it goes to the goods until money came in`() {
    var clerk = Clerk()
    clerk.type("BC01", "", "6970100000017")
    #expect(clerk.till.stage == .goods)
    clerk.type("", "w 1", "6970100000017")
    #expect(clerk.last.isRefusal)
    #expect(clerk.money == ["wechat 1.00"])
  }

  @Test func `what is on account needs a buyer`() {
    var clerk = Clerk()
    clerk.type("BC01", "", "@LCYZ", "挂账")
    #expect(clerk.money == ["account 128.00"])
    #expect(clerk.till.basket.order.buyer == "LCYZ")
  }

  @Test func `goods that shrink under money or discount are noticed`() {
    var clerk = Clerk()
    clerk.type("BC01 2", "折 200", "", "w", "<", "w", "")
    #expect(clerk.last.request == .sell)
    _ = clerk.till.refused(Problem("stock_short", ["sku": "BC01"]))
    #expect(clerk.till.stage == .goods)
    #expect(clerk.money == ["wechat 56.00"])
    clerk.type("1=1")
    #expect(clerk.total == "128.00")
    clerk.type("折 100", "", "")
    #expect(clerk.last.isRefusal)
    #expect(clerk.till.basket.isOverpaid)
  }

  static let scarf = Goods(
    sku: "MX02", name: "苗绣围巾 wjx", unit: "件", isWhole: true, price: Money(minor: 268_00))

  @Test(arguments: ["w", "W", "ｗ", "围", "2", "w 2", "w2", "微", "25", "。"])
  func `less than two letters never add`(_ typed: String) {
    var till = Till(channel: "counter", location: nil)
    for isEmpty in [true, false] {
      if !isEmpty { _ = till.add(Self.tea, "1") }
      let lines = till.basket.lines
      guard case .find(let text, let quantity, _) = till.take(typed).request else { continue }
      _ = till.found([Self.scarf], for: text, quantity: quantity)
      #expect(till.basket.lines == lines)
      till.stage = .goods
    }
  }

  @Test(arguments: ["w", "w 50", "w50", "K", "微信", "微信 50", "zfb", "现金", "x"])
  func `a way of paying says that it is one, once there are goods`(_ typed: String) {
    var till = Till(channel: "counter", location: nil)
    _ = till.add(Self.tea, "1")
    guard case .find(let text, let quantity, _) = till.take(typed).request else {
      Issue.record("nothing was looked for")
      return
    }
    let reply = till.found([Self.scarf], for: text, quantity: quantity)
    #expect(reply.isRefusal && reply.words.joined().contains("payment"))
    #expect(till.stage == .goods && till.basket.lines.count == 1)
  }

  @Test func `a code adds, however short it is, and two letters do`() {
    var till = Till(channel: "counter", location: nil)
    let short = Goods(sku: "W", name: "围巾", unit: "件", isWhole: true, price: Money(minor: 268_00))
    _ = till.found([Self.tea], for: "6970100000017", quantity: "1", isCode: true)
    _ = till.found([short], for: "w", quantity: "1")
    _ = till.found([Self.scarf], for: "wj", quantity: "1")
    #expect(till.basket.lines.map(\.goods.sku) == ["BC01", "W", "MX02"])
  }

  @Test func `more goods than can be shown are said to be more`() {
    let many = (1...21).map { number in
      Goods(
        sku: "T\(number)", name: "茶叶\(number)", unit: "盒", isWhole: true,
        price: Money(minor: 1280_00))
    }
    var till = Till(channel: "counter", location: nil)
    var reply = till.found(many, for: "茶叶", quantity: "1")
    #expect(reply.words.last?.contains("more than these") == true)
    #expect(till.take("21").isRefusal && !till.take("20").isRefusal)
    #expect(till.basket.running.contains("1,280.00"))
    reply = till.found(Array(many.prefix(20)), for: "茶叶", quantity: "1")
    #expect(reply.words.last?.contains("more than these") == false)
  }
}
