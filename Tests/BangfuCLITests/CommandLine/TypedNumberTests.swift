import Domain
import Postgres
import Testing

@testable import BangfuCLI

/// Numbers as people type and copy them: understood, or refused in words that say why.
@Suite struct TypedNumberTests {
  @Test(arguments: [
    (["order", "enter", "--discount", "-5"], ["order", "enter", "--discount=-5"]),
    (
      ["stock", "receive", "X", "-3", "--cost", "2"],
      ["stock", "receive", "X", "−3", "--cost", "2"]
    ),
    (["a", "--", "-3"], ["a", "--", "-3"]), (["-.5"], ["−.5"]), (["--all", "-3斤"], ["--all=-3斤"]),
    (["import", "-"], ["import", "-"]), (["--by=1", "-2"], ["--by=1", "−2"]), (["-h"], ["-h"]),
  ])
  func `negative numbers are values`(_ typed: [String], _ taken: [String]) {
    #expect(TypedArguments.withNegativeNumbers(typed) == taken)
  }

  @Test func `the program says of negative values that they are negative`() throws {
    let shop = try CounterShop()
    for command in [
      "order enter --line HS03:1 --tender cash:20 --discount -5", "stock receive HS03 -3",
      "stock receive HS03 3 --cost -2", "supplier pay TEA -5",
      "supplier adjust TEA --more -5 --reason x",
      "target set -5 --from 2026-01-01 --to 2026-12-31", "stock minimum HS03 -1",
      "supplier contract add TEA BC01 --price -1 --from 2026-01-01 --to 2026-12-31",
    ] {
      let run = try shop.shell("\(shop.program) \(command)")
      #expect(run.status != 0 && !run.words.contains("Missing"), "\(command): \(run.words)")
      #expect(
        run.words.contains("negative") || run.words.contains("above")
          || run.words.contains("or more") || run.words.contains("between 0"),
        "\(command): \(run.words)")
    }
  }

  @Test func `full width and thousands are understood on the command line, not in JSON`() throws {
    let shop = try CounterShop()
    let script = """
      bangfu() { \(shop.program) "$@"; }
      bangfu stock receive HS03 '1,000' && bangfu stock receive BC01 '１０' --cost '1,280.50' \
      && bangfu order enter --line 'HS03：2＠18.50' --line 'BC01：1' --tender '现金：1,000' --discount '￥1.50' \
      && bangfu order refund 1 --line '1：1' \
      && bangfu stock waste 'HS03：1' --reason 破损 && bangfu target set '138,000,000.00元' --from 2026-01-01 --to 2026-12-31
      """
    let run = try shop.shell(script)
    #expect(run.status == 0, "\(run.words)")
    #expect(try shop.value("SELECT amount::text FROM target") == "138000000.00")
    #expect(try shop.value("SELECT total::text FROM document WHERE document_id = 1") == "163.50")
    try shop.write(#"{"line":"HS03：2","tender":"cash:100"}"# + "\n", to: "in")
    #expect(try shop.shell("\(shop.program) order enter - <in").status != 0)
  }

  @Test(arguments: [
    ("8折", "256.00", "204.80"), ("打 8 折", "256.00", "204.80"), ("打8折", "256.00", "204.80"),
    ("８５折", "256.00", "217.60"),
    ("8.5折", "256.00", "217.60"), ("八五折", "256.00", "217.60"), ("对折", "256.00", "128.00"),
    ("全场9折", "256.00", "230.40"),
    ("8.75折", "256.00", "224.00"), ("折 8", "256.00", "248.00"), ("优惠 1,00", "256.00", "256.00"),
  ])
  func `a rate is a rate, and yuan are yuan`(_ typed: String, _ before: String, _ after: String) {
    var clerk = Clerk()
    clerk.type("BC01 2")
    #expect(clerk.total == before)
    clerk.type(typed)
    #expect(clerk.total == after, "\(clerk.last.words)")
    clerk.type("<")
    clerk.type("", typed)
    #expect(clerk.total == (after == before ? before : after) || clerk.last.isRefusal)
  }

  @Test(arguments: ["0折", "10折", "100折", "8.折", "折", "打折", "08折", "8 5 折扣"])
  func `what is no rate takes nothing off`(_ typed: String) {
    var clerk = Clerk()
    clerk.type("BC01 2", typed)
    #expect(clerk.total == "256.00" && clerk.last.isRefusal, "\(clerk.last.words)")
  }

  @Test func `amounts copied from a list are money at the till`() {
    var clerk = Clerk()
    clerk.type("BC01 10", "", "1,280.00")
    #expect(clerk.money == ["cash 1280.00"])
    clerk.type("<", "￥1,300")
    #expect(clerk.money == ["cash 1300.00"])
    #expect(clerk.till.basket.change.description == "20.00")
  }
}
