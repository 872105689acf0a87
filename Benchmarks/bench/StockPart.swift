/// Stock: sales by lot, sales that meet on the same rows, and the list of what is there.
struct StockPart {
  let place: Workplace
  let runs: Int
  private let orders = 4_000

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try measureLots(tell)
    try measureMeeting(tell)
    try measureList(tell)
  }

  /// The same sale of products with five lots each, and of products without.
  private func measureLots(_ tell: (Finding) -> Void) throws {
    let (plain, lots) = (Array(OrderLines.catalogue[..<12]), Array(OrderLines.catalogue[12..<24]))
    for sku in lots { try place.bangfu("product", "change", sku, "--lots").run() }
    try place.receive(plain)
    try place.receive(lots, lots: 5)
    var rates: (lots: [Double], plain: [Double]) = ([], [])
    for run in 0..<runs {
      rates.lots.append(try place.orderRate(orders, clients: 1, run: run, of: lots))
      rates.plain.append(try place.orderRate(orders, clients: 1, run: run + runs, of: plain))
    }
    let (ours, theirs) = (median(rates.lots), median(rates.plain))
    tell(
      Finding(
        what: "order enter, 3 lines, 5 lots of each", ours: "\(decimal(ours, 0))/s",
        theirs: "without lots \(decimal(theirs, 0))/s", ratio: ours / theirs, bar: .atLeast(0.8)))
  }

  /// Sales of 8 clients on the same 20 products, against the updates of stock alone.
  private func measureMeeting(_ tell: (Finding) -> Void) throws {
    try place.reset()
    let skus = Array(OrderLines.catalogue[..<20])
    try place.receive(skus)
    try place.query("DROP SCHEMA IF EXISTS meeting CASCADE")
    try place.load(place.sql + "/meeting.sql")
    try measureMeeting(skus, lines: 3, orders: orders * 2, tell)
    try measureBare(tell)
    try measureMeeting(skus, lines: 20, orders: orders / 2, tell)
  }

  /// What a function makes of the same updates that writes the rows of an order beside them, and checks nothing.
  private func measureBare(_ tell: (Finding) -> Void) throws {
    try place.query("DROP SCHEMA IF EXISTS bare CASCADE")
    try place.load(place.sql + "/bare.sql")
    var rates: (bare: [Double], updates: [Double]) = ([], [])
    for _ in 0..<runs {
      rates.bare.append(try place.benchRate("bare", orders * 2, clients: 8))
      rates.updates.append(try place.benchRate("meeting-3", orders * 2, clients: 8))
    }
    let (bare, updates) = (median(rates.bare), median(rates.updates))
    tell(
      Finding(
        what: "  a bare function that writes an order", ours: "\(decimal(bare, 0))/s",
        theirs: "3 conditional updates by pgbench \(decimal(updates, 0))/s", ratio: bare / updates,
        bar: .none))
  }

  private func measureMeeting(
    _ skus: [String], lines: Int, orders: Int, _ tell: (Finding) -> Void
  ) throws {
    var rates: (ours: [Double], theirs: [Double]) = ([], [])
    for run in 0..<runs {
      rates.ours.append(
        try place.orderRate(
          orders, clients: 8, run: run + lines * runs, of: skus, areWhole: lines == skus.count))
      rates.theirs.append(try place.benchRate("meeting-\(lines)", orders, clients: 8))
    }
    let (ours, theirs) = (median(rates.ours), median(rates.theirs))
    tell(
      Finding(
        what: "order enter, 8 clients, \(lines) of 20 products", ours: "\(decimal(ours, 0))/s",
        theirs: "\(lines) conditional updates by pgbench \(decimal(theirs, 0))/s",
        ratio: ours / theirs, bar: .atLeast(0.5)))
  }

  /// What is on hand of 5,000 products at 6 locations, against the bare SQL of it.
  private func measureList(_ tell: (Finding) -> Void) throws {
    try place.reset()
    for location in 1...5 {
      try place.bangfu("location", "add", "l\(location)", "--name", "仓\(location)").run()
    }
    var products = "sku,name,unit,price\n"
    var delivery = "sku,quantity,cost\n"
    for number in 1...5_000 {
      products += "P\(number),商品 \(number),盒,12.30\n"
      delivery += "P\(number),\(number % 90 + 10),8.\(number % 90 + 10)\n"
    }
    try TextFile.write(products, to: place.path("products.csv"))
    try TextFile.write(delivery, to: place.path("delivery.csv"))
    try place.bangfu("product", "import", place.path("products.csv")).run()
    for location in ["shop"] + (1...5).map({ "l\($0)" }) {
      try place.bangfu(
        "stock", "receive", "--file", place.path("delivery.csv"), "--location", location
      ).run()
    }
    try place.query("VACUUM ANALYZE")
    var list = place.bangfu("stock", "list", "--format", "csv")
    var bare = place.tool(
      "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", place.sql + "/stock-list.sql")
    (list.output, bare.output) = (place.path("list.csv"), place.path("bare.csv"))
    var times: (ours: [Double], theirs: [Double]) = ([], [])
    for _ in 0..<runs * 4 + 1 {
      times.ours.append(try list.run().seconds)
      times.theirs.append(try bare.run().seconds)
    }
    let (ours, theirs) = (median(times.ours), median(times.theirs))
    tell(
      Finding(
        what: "stock list, 5,000 products x 6 locations", ours: time(ours),
        theirs: "the bare SQL by psql \(time(theirs))", ratio: ours / theirs, bar: .atMost(2)))
  }
}
