/// Orders a second, by the program and by pgbench.
extension Workplace {
  /// Puts more than enough of each product into the shop, in so many lots where it is kept by lot.
  func receive(_ skus: [String], lots: Int = 0) throws {
    for sku in skus {
      if lots == 0 { try bangfu("stock", "receive", sku, "9000000").run() }
      for lot in 0..<lots {
        try bangfu(
          "stock", "receive", sku, "1000000", "--lot", "L\(lot)", "--expires", "209\(lot)-12-31"
        ).run()
      }
    }
  }

  /// Orders a second of so many processes at once, from the first one's start to the last one's end.
  func orderRate(
    _ orders: Int, clients: Int, run: Int, of skus: [String] = OrderLines.catalogue,
    areWhole: Bool = false, as login: Login? = nil
  ) throws -> Double {
    let before = try documents()
    var programs: [Program] = []
    for client in 0..<clients {
      let seed = UInt64(run * 1000 + client * 10 + clients)
      var lines = OrderLines(seed: seed, of: skus, areWhole: areWhole)
      var program = bangfu("order", "enter", "-", "--format", "json")
      if let login { program = login.entering(program) }
      program.input = path("orders-\(client).jsonl")
      program.output = path("entered-\(client).jsonl")
      try TextFile.write(lines.text(orders / clients), to: program.input)
      programs.append(program)
    }
    try query("CHECKPOINT")
    let begin = ContinuousClock.now
    let outcomes = try programs.map { try $0.start() }.map { $0.wait() }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    guard outcomes.allSatisfy({ $0.status == 0 }), try documents() - before == orders else {
      throw Program.Failure(programs[0].arguments, "not all orders were entered")
    }
    return Double(orders) / seconds
  }

  /// Transactions a second of a pgbench script, its start and connections included.
  func benchRate(_ script: String, _ orders: Int, clients: Int) throws -> Double {
    try query("CHECKPOINT")
    let program = tool(
      "pgbench", "-n", "-M", "prepared", "-c", "\(clients)", "-j", "\(clients)",
      "-t", "\(orders / clients)", "-f", "\(sql)/\(script).pgbench")
    return Double(orders) / (try program.run().seconds)
  }

  private func documents() throws -> Int {
    let count = try query("SELECT count(*) FROM pengshui.document")
    return Int(count.prefix { $0.isNumber }) ?? 0
  }
}
