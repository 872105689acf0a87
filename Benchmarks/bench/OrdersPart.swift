import Fixtures

/// Orders from a stream, a durable commit each, against pgbench that calls a bare function.
struct OrdersPart {
  let place: Workplace
  let runs: Int
  private let ordersPerRun = 4_000

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    for product in FixtureProduct.pengshui + [.foreign] {
      try place.bangfu("stock", "receive", product.sku, "9000000").run()
    }
    try place.query("DROP SCHEMA IF EXISTS bare, minimal CASCADE")
    try place.load(place.sql + "/bare.sql")
    try place.load(place.sql + "/minimal.sql")
    for clients in [1, 8] { try measure(clients: clients, tell) }
  }

  private func measure(clients: Int, _ tell: (Finding) -> Void) throws {
    let orders = clients == 1 ? ordersPerRun : ordersPerRun * 2
    var rates: (ours: [Double], bare: [Double], minimal: [Double]) = ([], [], [])
    for run in 0..<runs {
      rates.ours.append(try enter(orders, clients: clients, run: run))
      rates.bare.append(try bench("bare", orders, clients: clients))
      rates.minimal.append(try bench("minimal", orders, clients: clients))
    }
    let ours = median(rates.ours)
    let what = "order enter, 3 lines, \(clients) client\(clients == 1 ? "" : "s")"
    for (name, theirs, bar) in [
      ("a bare function", median(rates.bare), Finding.Bar.atLeast(0.8)),
      ("a minimal order", median(rates.minimal), .none),
    ] {
      tell(
        Finding(
          what: what, ours: "\(decimal(ours, 0))/s", theirs: "\(name) \(decimal(theirs, 0))/s",
          ratio: ours / theirs, bar: bar))
    }
  }

  /// Orders a second of so many processes at once, from the first one's start to the last one's end.
  private func enter(_ orders: Int, clients: Int, run: Int) throws -> Double {
    let before = try documents()
    var programs: [Program] = []
    for client in 0..<clients {
      var lines = OrderLines(seed: UInt64(run * 1000 + client * 10 + clients))
      var program = place.bangfu("order", "enter", "-", "--format", "json")
      program.input = place.path("orders-\(client).jsonl")
      program.output = place.path("entered-\(client).jsonl")
      try TextFile.write(lines.text(orders / clients), to: program.input)
      programs.append(program)
    }
    try place.query("CHECKPOINT")
    let begin = ContinuousClock.now
    let outcomes = try programs.map { try $0.start() }.map { $0.wait() }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    guard outcomes.allSatisfy({ $0.status == 0 }), try documents() - before == orders else {
      throw Program.Failure(programs[0].arguments, "not all orders were entered")
    }
    return Double(orders) / seconds
  }

  /// Transactions a second of a pgbench script, its start and connections included.
  private func bench(_ script: String, _ orders: Int, clients: Int) throws -> Double {
    try place.query("CHECKPOINT")
    let program = place.tool(
      "pgbench", "-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(clients)",
      "-t", "\(orders / clients)", "-f", "\(place.sql)/\(script).pgbench")
    return Double(orders) / (try program.run().seconds)
  }

  private func documents() throws -> Int {
    let count = try place.query("SELECT count(*) FROM pengshui.document")
    return Int(count.prefix { $0.isNumber }) ?? 0
  }
}
