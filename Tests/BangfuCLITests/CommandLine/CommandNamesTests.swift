import Domain
import Testing

@testable import BangfuCLI

/// Slips in commands and options, and filters of what is not there.
@Suite struct CommandNamesTests {
  private func problem(_ line: String) -> Problem? {
    CommandNames.problem(in: line.split(separator: " ").map(String.init), under: Bangfu.self)
  }

  @Test(arguments: [
    ("stok list", "bangfu stock"), ("stock lst", "bangfu stock list"),
    ("stock lits", "bangfu stock list"),
    ("help stcok", "bangfu stock"), ("receive BC01 3", "bangfu stock receive"),
    ("order ent", "bangfu order enter"),
    ("ordr list", "bangfu order"), ("supplier contract ad", "bangfu supplier contract add"),
    ("sell", "bangfu counter sell"), ("help order shwo", "bangfu order show"),
    ("chek", "bangfu check"),
  ])
  func `an unknown command gets a suggestion`(_ line: String, _ guess: String) throws {
    let problem = try #require(self.problem(line))
    #expect(
      problem.code == "command_unknown" && problem.facts["guess"]?.hasPrefix(guess) == true,
      "\(problem)")
  }

  @Test func `what is like nothing lists what there is`() throws {
    let problem = try #require(self.problem("help nonsense"))
    #expect(problem.facts["guess"] == nil && problem.facts["names"]?.contains("stock, ") == true)
    #expect(Sentences.exit(for: problem) == .usage)
  }

  @Test(arguments: [
    "", "--help", "stock", "stock list", "stock list --location x", "help", "help stock",
    "help stock list", "--version",
    "product show nonsense", "import orders.csv", "order enter --line x", "help help",
    "stock --help",
  ])
  func `commands that there are are no problem`(_ line: String) {
    #expect(problem(line) == nil)
  }

  @Test func `the program says so, in either language`() throws {
    let shop = try CounterShop()
    func run(_ command: String) throws -> CounterShop.Run {
      try shop.shell("\(shop.program) \(command)")
    }
    let typo = try run("stok list")
    #expect(typo.status == 64 && typo.words.contains("did you mean bangfu stock?"))
    #expect(try run("stok list --lang zh").words.contains("是不是 bangfu stock？"))
    #expect(try run("help nonsense").status == 64)
    for wrong in ["--lang de stock list", "stock list --lang de"] {
      let run = try run(wrong)
      #expect(
        run.status == 64 && run.words.contains("zh") && run.words.contains("en"), "\(run.words)")
    }
    #expect(try run("stock list --help").slips.contains("--lang"))
  }

  @Test(arguments: [
    "order list --channel NOPE", "channel listings NOPE", "channel unmapped NOPE",
    "channel pending NOPE",
    "agreement list --channel NOPE", "supplier owed NOPE", "supplier account NOPE",
    "supplier households NOPE",
    "stock parts NOPE", "stock minimum --location NOPE", "stock list --location NOPE",
    "stock lots NOPE",
    "stock moves NOPE", "stock ageing --location NOPE", "product unit list NOPE", "buyer show NOPE",
    "stock count show 99", "import rejects 99",
  ])
  func `a list of what is not there is refused`(_ command: String) throws {
    let shop = try CounterShop()
    let run = try shop.shell("\(shop.program) \(command)")
    #expect(run.status == 65 && run.slips == "" && run.words.hasPrefix("bangfu: "), "\(run.words)")
  }

  @Test(arguments: [
    "product change BC01", "supplier change TEA", "buyer change LCYZ", "location change shop",
    "channel change douyin",
  ])
  func `a change of nothing is refused`(_ command: String) throws {
    let shop = try CounterShop()
    let run = try shop.shell("\(shop.program) \(command)")
    #expect(run.status == 64 && !run.words.contains("Changed"))
    #expect(try shop.shell("\(shop.program) \(command) --active").words.contains("Changed"))
  }

  @Test func `a file's name tells its format`() throws {
    let shop = try CounterShop()
    func run(_ command: String) throws -> CounterShop.Run {
      try shop.shell("\(shop.program) \(command)")
    }
    for list in [
      "stock list", "report monthly 2026-10", "report margin 2026-10", "channel profile list",
    ] {
      #expect(try run("\(list) --output a.json").status == 0)
      #expect(shop.read("a.json") == (try run("\(list) --format json").slips), "\(list)")
      #expect(try run("\(list) --output a.csv").status == 0)
      #expect(try shop.shell("head -c3 a.csv | od -An -tx1").slips.contains("ef bb bf"), "\(list)")
      #expect(
        try run("\(list) --output -").slips == (try run("\(list) --format csv").slips), "\(list)")
      #expect(try run("\(list) --format json --output -").slips == shop.read("a.json"), "\(list)")
      for wrong in [
        "--format json --output b.csv", "--format csv --output b.json", "--output b.pdf",
      ] {
        #expect(try run("\(list) \(wrong)").status == 64)
      }
      #expect(
        shop.read("b.csv").isEmpty && shop.read("b.json").isEmpty && shop.read("b.pdf").isEmpty)
    }
  }

  @Test func `all amounts of a table are grouped`() throws {
    let shop = try CounterShop()
    let run = try shop.shell(
      "\(shop.program) stock receive BC01 100 && \(shop.program) order enter --line BC01:100@1280 --tender card:128000"
        + " && \(shop.program) order show 1 && \(shop.program) order list")
    #expect(run.slips.contains("1,280.00") && run.slips.contains("card 128,000.00"))
    #expect(
      !run.slips.split(separator: "\n").dropFirst(2).joined().contains(/[0-9]{4}\.[0-9]{2}/),
      "\(run.slips)")
  }
}
