import Postgres
import Testing

@testable import BangfuCLI

/// Lists that grow: files and machine formats are complete, a table that is cut says of how many.
@Suite struct ListTests {
  private let shop: CounterShop
  private static let count = 55

  init() throws {
    shop = try CounterShop()
    let run = try shop.shell(
      """
      for n in $(seq \(Self.count)); do
        day=$(printf '2026-10-%02d' $((n % 11 + 1)))
        echo "{\\"line\\":[\\"HS01:0.1\\"],\\"tender\\":[\\"cash:100\\"],\\"at\\":\\"${day}T10:00:00\\"}"
      done | \(shop.program) order enter -
      """)
    #expect(run.status == 0, "\(run.words)")
  }

  private func run(_ command: String) throws -> CounterShop.Run {
    try shop.shell("\(shop.program) \(command)")
  }

  private func lines(_ text: String) -> Int { text.split(whereSeparator: \.isNewline).count }

  @Test(arguments: [("order list", 55), ("stock moves HS01", 56)])
  func `only a table is cut, and says so`(_ list: String, _ all: Int) throws {
    let table = try run(list)
    #expect(lines(table.slips) == 51)
    #expect(table.words.contains("50 of \(all) rows") && table.words.contains("--limit \(all)"))
    let whole = try run("\(list) --limit \(all)")
    #expect(lines(whole.slips) == all + 1 && whole.words == "")
    for format in ["csv", "json"] {
      let run = try run("\(list) --format \(format)")
      #expect(run.slips.split(separator: "2026-").count > all && run.words == "")
    }
    let file = try run("\(list) --output list.csv")
    #expect(lines(shop.read("list.csv")) == all + 1)
    #expect(file.words.contains("Wrote \(all) rows"))
    let few = try run("\(list) --limit 3 --format csv")
    #expect(lines(few.slips) == 4 && few.words.contains("3 of \(all) rows"))
    #expect(try run("\(list) --limit 3 --output few.csv").words.contains("Wrote 3 of \(all) rows"))
    #expect(lines(shop.read("few.csv")) == 4)
    #expect(try run("\(list) --limit -1").status == 64)
  }

  @Test(arguments: [
    ("--day 2026-10-03", 5), ("--from 2026-10-03 --to 2026-10-04", 10), ("--from 2026-10-10", 10),
    ("--to 2026-10-02", 10), ("--day 2026-10-03 --to 2026-10-04", 10), ("--day 2026-10-12", 0),
  ])
  func `days are one, or from one to another, or open`(_ days: String, _ count: Int) throws {
    #expect(lines(try run("order list --format csv \(days)").slips) == count + 1)
  }

  @Test func `days of moves are those that were recorded`() throws {
    let today = try shop.value(
      "SELECT business_day(now(), timezone, day_start)::text FROM programme")
    #expect(lines(try run("stock moves HS01 --format csv --day \(today)").slips) == 57)
    #expect(lines(try run("stock moves HS01 --format csv --to 2026-10-31").slips) == 1)
  }

  @Test(arguments: ["order list", "stock moves", "stock expired-sales"])
  func `days that cannot be are refused`(_ list: String) throws {
    #expect(try run("\(list) --from 2026-10-03 --to 2026-10-02").status == 64)
    #expect(try run("\(list) --from 2026-10-03 --day 2026-10-02").status == 64)
  }

  @Test func `tenders are an array in JSON, and a text elsewhere`() throws {
    _ = try run("order enter --line BC01:1 --tender wechat:100 --tender cash:50 --buyer LCYZ")
    _ = try run("order enter --line BC01:1 --buyer LCYZ")
    for command in ["order list --limit 2", "order show 56"] {
      let json = try run("\(command) --format json").slips
      #expect(
        json.filter { !$0.isWhitespace }.contains(
          #""tenders":[{"method":"wechat","amount":"100.00"},{"method":"cash","amount":"28.00"}]"#),
        "\(json)")
    }
    #expect(try run("order show 57 --format json").slips.contains(#""tenders": []"#))
    #expect(
      try run("order list --limit 2 --format csv").slips.contains("\"wechat 100.00, cash 28.00\""))
  }

  @Test func `a number that was used up is explained, in the help and where it is asked for`()
    throws
  {
    let run = try run("order show 4711")
    #expect(run.status == 65 && run.words.contains("gaps are no lost sales"))
    #expect(try self.run("order list --help").slips.contains("Numbers have gaps"))
  }
}
