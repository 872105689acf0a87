/// Orders from a stream, a durable commit each, against pgbench that calls a bare function.
struct OrdersPart {
  let place: Workplace
  let runs: Int
  private let ordersPerRun = 4_000

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.receive(OrderLines.catalogue)
    try place.query("DROP SCHEMA IF EXISTS bare, minimal CASCADE")
    try place.load(place.sql + "/bare.sql")
    try place.load(place.sql + "/minimal.sql")
    for clients in [1, 8] { try measure(clients: clients, tell) }
  }

  private func measure(clients: Int, _ tell: (Finding) -> Void) throws {
    let orders = clients == 1 ? ordersPerRun : ordersPerRun * 2
    var rates: (ours: [Double], bare: [Double], minimal: [Double]) = ([], [], [])
    for run in 0..<runs {
      rates.ours.append(try place.orderRate(orders, clients: clients, run: run))
      rates.bare.append(try place.benchRate("bare", orders, clients: clients))
      rates.minimal.append(try place.benchRate("minimal", orders, clients: clients))
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
}
