import Domain
import FoundationEssentials
import Testing

@testable import BangfuCLI

/// What people read fits the screen, however many digits the amounts have.
@Suite struct ScreenTests {
  private static let goods = """
    bangfu product change BC01 --name 彭水苗岭高山云雾白茶特级 && bangfu product change BC02 --lots
    bangfu stock receive BC01 200000 --cost 63.25 --supplier TEA --note 送货单20261001001
    bangfu stock receive BC02 100000 --cost 120.05 --supplier TEA --lot 20260910A --expires 2099-09-10
    bangfu order enter --line BC01:150000 --tender card:19200000 --at 2026-10-05T10:00:00
    bangfu order enter --channel douyin --line BC02:200000 --tender wechat:19600000 --at 2026-10-07T10:00:00
    bangfu order refund 1 --line 1:1000 --tender card:128000 --restock --reason 坏了
    bangfu supplier pay TEA 10000000.50 --note 回单2201 && bangfu stock minimum BC01 100000
    """

  private static let lists = [
    "report suppliers --from 2026-10-01 --to 2099-12-31", "report margin 2026-10",
    "report monthly 2026-10", "stock list", "stock ageing", "stock moves", "stock lots",
    "supplier account TEA", "supplier owed", "order list",
  ]

  @Test func `tables fit 80 columns in both languages, and files of them are as they were`() throws
  {
    let shop = try CounterShop()
    let functions = "bangfu() { \(shop.program) \"$@\"; }\nset -e\n"
    let setting = try shop.shell(functions + Self.goods)
    #expect(setting.status == 0, "\(setting.words)")
    for language in ["zh", "en"] {
      for list in Self.lists {
        let command = "bangfu \(list) --lang \(language)"
        let narrow = try shop.shell(functions + "export COLUMNS=80; \(command)")
        let wide = try shop.shell(functions + "unset COLUMNS; \(command)")
        #expect(narrow.status == 0, "\(narrow.words)")
        let widest = narrow.slips.split(separator: "\n").max { $0.columns < $1.columns } ?? ""
        #expect(widest.columns <= 80, "\(list): \(widest)")
        #expect(!narrow.slips.isEmpty && Self.amounts(wide.slips) == Self.amounts(narrow.slips))
      }
    }
    let file = "bangfu \(Self.lists[0]) --format csv"
    #expect(
      try shop.shell(functions + "export COLUMNS=80; \(file)").slips
        == shop.shell(functions + "unset COLUMNS; \(file)").slips)
  }

  /// The amounts of a table in order, but for 0.
  private static func amounts(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
      .filter { $0.contains(".") && $0.contains { "123456789".contains($0) } }
  }
}
