import FoundationEssentials
import Postgres
import Tabular
import TestSupport
import Testing

@testable import BangfuCLI

/// Names, codes and paths that hold controls and marks of direction reach nobody's terminal.
@Suite struct UnseenOutputTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// Colours, text from right to left, a space of no width, a bell, a byte order mark, a tag.
  private static let hostile = "茶\u{1B}[31m\u{202E}x\u{200B}\u{7}\u{FEFF}\u{E0041}y"

  private func unseen(in text: String) -> [String] {
    text.unicodeScalars.filter { $0.isUnseen && !$0.isSelector && $0 != "\n" }.map {
      String($0.value, radix: 16)
    }
  }

  @Test func `no output of any kind sends what a name or a path holds`() throws {
    let name = Self.hostile
    try shop.write("x", to: "\(name).csv")
    try shop.write(
      "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态\n"
        + "1,茶,1,1,BC01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消\n"
        + "2,茶,x,1,BC01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消\n", to: "\(name).2.csv")
    let program = shop.program
    for command in [
      "product add N1 --name '\(name)' --unit 盒 --price 1", "product change N1 --name '\(name)'",
      "product show N1", "product list", "product list --format json", "product show '\(name)'",
      "product list --output '\(name).list.csv'", "buyer add B1 --name '\(name)'",
      "supplier add S1 --name '\(name)'", "location add L1 --name '\(name)'",
      "channel add C1 --name '\(name)' --kind fair", "buyer list", "supplier list",
      "location list --format json", "channel list", "channel list --format json",
      "import '\(name).csv'", "import '\(name).2.csv'", "import '\(name).3.csv'", "import list",
      "import list --format json", "import '\(name).2.csv' --format json",
      "import show '\(name)'", "stock receive N1 5", "stock receive '\(name)' 5",
      "stock list", "stock list --format json",
      "order enter --line N1:1 --tender cash:1", "order show 1", "order list",
      "order enter --line '\(name)' --tender cash:1",
      "order enter --line N1:1 --tender '\(name)'", "order void 1 --reason '\(name)'",
      "stock moves", "'\(name)'", "product '\(name)'", "product list '--\(name)'",
      "product list '--format=\(name)'", "product list --format '\(name)'",
      "report monthly '\(name)'", "report monthly 2026-11", "backup create '/nowhere/\(name)'",
      "backup verify '\(name).csv'", "status --programme '\(name)'",
      "check", "channel profile show '\(name)'", "channel profile new '\(name).csv' --platform x",
      "location add '\(name)' --name x --kind '\(name)'", "target show",
      "order enter --line N1:1 --tender cash:1 --operator '\(name)'", "stock count start",
    ] {
      let run = try shop.shell("\(program) \(command) </dev/null")
      #expect(unseen(in: run.slips + run.words) == [], "\(command): \(run)")
      #expect(run.status != 70, "\(command): \(run)")
    }
    let slip = try shop.sell("N1", "", "w", "")
    #expect(slip.slips.contains("茶␛[31m"), "\(slip)")
    #expect(unseen(in: slip.slips + slip.words) == [])
  }

  @Test func `JSON escapes what is unseen, stays JSON, and says the same`() throws {
    let text = Self.hostile + "❤️"
    var quoted = ""
    JSON.quote(text, to: &quoted)
    #expect(unseen(in: quoted) == [])
    #expect(quoted.contains("\\udb40\\udc41"))
    #expect(try JSONDecoder().decode([String].self, from: Data("[\(quoted)]".utf8)) == [text])
  }

  @Test func `CSV is as it is in a file, and shown on a terminal`() throws {
    let add = try shop.shell(
      "\(shop.program) product add N1 --name '\(Self.hostile)' --unit 盒 --price 1")
    #expect(add.status == 0, "\(add.words)")
    let run = try shop.shell("\(shop.program) product list --format csv")
    #expect(run.slips.contains(Self.hostile))
    let terminal = try #require(Terminal("\(shop.program) product list --format csv; echo [done]"))
    _ = terminal.wait(for: "[done]")
    let seen = terminal.sent
    #expect(seen.contains("茶␛[31m"), "\(seen)")
    #expect(unseen(in: seen).filter { $0 != "d" } == [], "\(seen)")
  }

  @Test(arguments: [
    "product add 'X\u{200B}' --name x --unit 盒 --price 1", "supplier add 'X\u{200B}' --name x",
    "buyer add 'X\u{2060}' --name x", "location add 'X\u{AD}' --name x",
    "channel add 'X\u{202E}' --name x --kind fair", "unit add 'X\u{FEFF}'", "unit add ''",
    "unit add ' '", "product add '' --name x --unit 盒 --price 1", "supplier add '' --name x",
    "product add 'X\u{FE0F}' --name x --unit 盒 --price 1",
    "product unit add BC01 '提\u{200D}' 2", "stock receive BC01 1 --lot 'L\u{200B}'",
    "product add X --name x --unit '' --price 1",
  ])
  func `a code that would pass for another, and an empty one, are refused with a sentence`(
    _ command: String
  ) throws {
    let run = try shop.shell("\(shop.program) \(command)")
    #expect(run.status == 65 || run.status == 64, "\(run)")
    #expect(!run.words.contains("_plain") && unseen(in: run.words) == [], "\(run)")
  }

  @Test func `words keep what is put between them on their line`() {
    let name = "a\nb\u{200B}"
    #expect(("x \(name) y\n" as Said).text == "x a␊b\u{FFFD} y\n")
    #expect(("\(lines: "a\nb\u{7}")" as Said).text == "a\nb␇")
  }
}
