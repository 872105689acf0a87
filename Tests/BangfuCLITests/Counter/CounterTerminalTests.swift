import Glibc
import TestSupport
import Testing

@testable import BangfuCLI

/// The till at a real terminal: what is typed, mended and fetched again is what is seen and what is sold.
@Suite struct CounterTerminalTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  private func till(_ locale: String = "LANG=C") throws -> Terminal {
    let program = shop.program.replacing("LANG=C", with: locale)
    let till = try #require(Terminal("\(program) counter sell --operator li --lang zh"))
    #expect(till.wait(forLine: "商品> ") == "商品> ")
    return till
  }

  private static let left = "\u{1B}[D", up = "\u{1B}[A", home = "\u{1}", back = "\u{7F}"

  @Test(arguments: ["LANG=C", "LANG=zh_CN.UTF-8", "LC_ALL=POSIX", "LANG=zh_CN.GB18030"])
  func `Chinese is taken back by characters, in any locale`(_ locale: String) throws {
    let till = try till(locale)
    till.type("白茶一级" + Self.back + Self.back)
    #expect(till.wait(forLine: "商品> 白茶") == "商品> 白茶")
    till.type("红" + Self.left + Self.back + "特" + Self.home)
    #expect(till.wait(forLine: "商品> 白特红") == "商品> 白特红")
    till.type("\u{4}彭水\u{5}" + Self.back + Self.left + "白茶\u{B}")
    #expect(till.wait(forLine: "商品> 彭水白茶") == "商品> 彭水白茶")
    till.type("特级 2\r")
    #expect(till.wait(for: "256.00").contains("1  彭水白茶 特级 50g  2 盒 × 128.00 = 256.00"))
  }

  @Test func `the arrows fetch what was typed, also at the payment`() throws {
    let till = try till()
    till.type("红薯干 2\r")
    #expect(till.wait(for: "37.00").contains("37.00"))
    #expect(till.wait(forLine: "商品> ") == "商品> ")
    till.type(Self.up + Self.back + "3\r")
    #expect(till.wait(for: "92.50").contains("商品> 红薯干 3"))
    till.type("\r")
    #expect(till.wait(forLine: "还差 92.50> ") == "还差 92.50> ")
    till.type("w\r")
    #expect(till.wait(forLine: "回车确认> ") == "回车确认> ")
    till.type(Self.up)
    #expect(till.wait(forLine: "回车确认> w") == "回车确认> w")
    till.type(Self.back + "\r")
    #expect(till.wait(for: "已卖出").contains("已卖出"))
    #expect(try shop.standing == "1 15")
  }

  @Test func `what was typed ahead, and what a scanner sends, is all read`() throws {
    let till = try till()
    till.type("BC01\rHS03\t2\r6970100000017\r\r400\r\r")
    #expect(till.wait(for: "已卖出").contains("293.00"))
  }

  @Test func `a question is edited as well, and no is no`() throws {
    #expect(try shop.sell("HS03", "", "").words.contains("18.50"))
    let run = try shop.shell("\(shop.program) order enter --line HS03:1 --tender cash:20")
    #expect(run.status == 0)
    for (answer, end) in [("是\(Self.back)不", "[1]"), ("不\(Self.back)是", "[0]")] {
      let question = try #require(
        Terminal("\(shop.program) order void 1 --reason x --lang zh; echo [$?]"))
      #expect(question.wait(for: "[y/N] ").contains("[y/N] "))
      question.type(answer + "\r")
      #expect(question.wait(for: end).contains(end))
    }
  }

  @Test func `an interrupt leaves the terminal as it was`() throws {
    let till = try #require(
      Terminal(
        "trap : INT; stty -a >before; \(shop.program) counter sell --operator li; stty -a >after"
          .replacing(">", with: ">\(shop.folder.path)/")))
    _ = till.wait(for: "Goods> ")
    till.type("红薯\u{3}")
    for _ in 0..<400 where shop.read("after") != shop.read("before") { usleep(50_000) }
    #expect(shop.read("after") == shop.read("before") && !shop.read("after").isEmpty)
  }
}
