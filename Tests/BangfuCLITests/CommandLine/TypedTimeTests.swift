import Domain
import Glibc
import Postgres
import TestSupport
import Testing

@testable import BangfuCLI

/// Days and times of acts: what is unlikely is asked about, and every answer names the day.
@Suite struct TypedTimeTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  private func run(_ command: String) throws -> CounterShop.Run {
    try shop.shell("\(shop.program) \(command)")
  }

  private func day(_ distance: Int) -> String {
    BusinessDay(number: Today.day.number + distance)?.description ?? ""
  }

  private static let acts = [
    "order enter --line HS03:1 --tender cash:20 --at", "order refund 1 --line 1:1 --at",
    "supplier pay TEA 5 --advance --day", "supplier adjust TEA --more 5 --reason x --day",
    "supplier link TEA HU1 --day", "stock receive BC01 1 --produced",
  ]

  @Test(arguments: acts) func `a day long ago is noted, and passes`(_ act: String) throws {
    let made = try run("supplier add HU1 --name 甲户 --kind household")
    #expect(made.status == 0, "\(made.words)")
    let sold = try run("order enter --line HS03:3 --tender cash:60 --at 2016-10-01")
    #expect(sold.words.contains("--at 2016-10-01 00:00:00 is"), "\(sold.words)")
    let run = try run("\(act) 2016-10-05")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.words.contains("2016-10-05") && run.words.contains("is long ago"), "\(run.words)")
    #expect(
      try self.run("\(act) 2016-10-05 --yes").words.contains("long ago") == false)
    #expect(try self.run("\(act) \(day(-399))").words.contains("long ago") == false)
  }

  @Test(arguments: acts) func `a day to come is not booked unless it is agreed to`(_ act: String)
    throws
  {
    _ = try run("supplier add HU1 --name 甲户 --kind household")
    _ = try run("order enter --line HS03:3 --tender cash:60")
    let before = try shop.value("SELECT count(*)::text FROM posting")
    let run = try run("\(act) \(day(1))")
    #expect(run.status == 64 && run.words.contains("--yes"), "\(run.words)")
    #expect(try shop.value("SELECT count(*)::text FROM posting") == before)
  }

  @Test func `lots that have expired, or were made tomorrow, are told, also of a file`() throws {
    _ = try run("product change BC02 --lots --shelf-days 30")
    let old = try run("stock receive BC02 1 --expires 2026-01-31")
    #expect(old.status == 0 && old.words.contains("--expires 2026-01-31 is past already"))
    let computed = try run("stock receive BC02 1 --produced \(day(-60))")
    #expect(computed.status == 0 && computed.words.contains("expired on \(day(-30)) already"))
    try shop.write("sku,quantity,produced\nBC02,1,\(day(-1))\nBC02,1,\(day(2))\n", to: "goods.csv")
    let file = try run("stock receive --file goods.csv")
    #expect(file.status == 64 && file.words.contains("line 3: produced \(day(2)) is still to come"))
    #expect(try run("stock receive --file goods.csv --yes").status == 0)
    #expect(try run("stock receive BC02 1 --expires \(day(9))").words == "")
  }

  @Test func `at a terminal it is asked, and no is no`() throws {
    for (answer, sales) in [("不", "0"), ("y", "1")] {
      let terminal = try #require(
        Terminal(
          "\(shop.program) order enter --line HS03:1 --tender cash:20 --at 2016/10/5 --lang zh; echo [$?]"
        ))
      #expect(terminal.wait(for: "[y/N]").contains("是很久以前，没写错？"))
      terminal.type(answer + "\r")
      #expect(terminal.wait(for: "]\n").contains(answer == "y" ? "[0]" : "[1]"))
      #expect(try shop.value("SELECT count(*)::text FROM document") == sales)
    }
  }

  @Test func `lines of a stream say their line, and the answers their day`() throws {
    try shop.write(
      """
      {"line":"HS03:1","tender":"cash:20","at":"2016-10-05T10:00"}
      {"line":"HS03:1","tender":"cash:20","at":"\(day(1))T10:00"}
      {"line":"HS03:1","tender":"cash:20"}

      """, to: "in")
    let run = try run("order enter - --format json <in")
    #expect(
      run.words.contains("line 1: at 2016-10-05 10:00:00 is")
        && run.words.contains("line 2: line 2: at") == false)
    let days = run.slips.split(separator: "\n").filter { $0.contains(#""day": "#) }
    #expect(days.count == 2 && days[0].contains("2016-10-05") && days[1].contains("\(day(0))"))
    #expect(run.status == 64)
  }

  @Test func `every answer names the day it is booked on`() throws {
    let id = "5a8f0c1e-0000-4000-8000-000000000001"
    let enter = "order enter --line HS03:2 --tender cash:50 --id \(id)"
    #expect(try run("\(enter) --at 2026-11-05T10:00").slips.contains("booked on 2026-11-05"))
    // The same content again: the clock is left out, and the day is that of the first time.
    #expect(try run(enter).slips.contains("booked on 2026-11-05"))
    #expect(
      try run("order refund 1 --line 1:1 --at 2026-11-06").slips.contains("booked on 2026-11-06"))
    #expect(
      try run("supplier pay TEA 5 --advance --day 2026-11-07").slips.contains(
        "booked on 2026-11-07"))
    #expect(
      try run("order enter --line HS03:1 --tender cash:20 --at 10:00 --yes").slips.contains(
        "booked on \(day(0))"))
    _ = try run("order enter --line HS03:1 --tender cash:20 --at 2026-11-08")
    let last = try shop.value("SELECT max(document_id)::text FROM document")
    #expect(try run("order void \(last) --reason x --yes").slips.contains("booked on 2026-11-08"))
  }

  @Test func `what is no day gets an example, and what was typed is named`() throws {
    for command in [
      "order enter --line HS03:1 --at 27/11/2026", "stock list --as-of 11-27",
      "report monthly Nov", "target set 5 --from 26-1-1 --to 2026-12-31", "order list --day soon",
    ] {
      for (language, word) in [("en", " written as "), ("zh", "写成 ")] {
        let run = try run("\(command) --lang \(language)")
        #expect(
          run.status == 64 && run.words.contains(word) && run.words.contains("2026"), "\(run.words)"
        )
      }
    }
    let far = try run("order enter --line HS03:1 --tender cash:20 --at 2009-05-17")
    #expect(far.status == 65 && far.words.contains("2009-05-17"))
    _ = try run("target set 5 --from 2026-01-01 --to 2026-12-31")
    let twice = try run("target set 5 --from 2026-06-01 --to 2027-05-31")
    #expect(
      twice.status == 65 && twice.words.contains("2026-06-01 to 2027-05-31"), "\(twice.words)")
    #expect(try run("report monthly 2026/10 --today 2026-12-03").words.contains("2026-10-31"))
  }

  @Test func `a day of BANGFU_ASK_BEFORE is asked about before it alone`() throws {
    let program = "BANGFU_ASK_BEFORE=2016-10-01 \(shop.program)"
    let enter = "order enter --line HS03:1 --tender cash:20 --at"
    #expect(try shop.shell("\(program) \(enter) 2016-10-01").words == "")
    #expect(try shop.shell("\(program) \(enter) 2016-09-30").words.contains("is long ago"))
  }

  @Test func `slips in the days of a sheet are told`() throws {
    try shop.write(
      "日期,参展企业,产品,数量,金额\n2016-11-05,甲,红薯干,1,18.50\n\(day(40)),甲,红薯干,1,18.50\n", to: "s.csv")
    let run = try run("import s.csv --channel fair")
    #expect(run.words.contains("the first day 2016-11-05 is long ago"), "\(run.words)")
    #expect(run.words.contains("the last day \(day(40)) is still to come"))
    try shop.write("日期,参展企业,产品,数量,金额\n\(day(-4)),甲,红薯干,1,18.50\n", to: "t.csv")
    #expect(try self.run("import t.csv --channel fair").words.contains("Note") == false)
  }
}
