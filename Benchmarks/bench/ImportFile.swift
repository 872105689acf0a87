import Fixtures

/// A file that is imported, and what a right import of it answers.
struct ImportFile {
  /// The profile that reads it.
  let profile: String
  /// The channel, such as `douyin`.
  let channel: String
  let path: String
  /// How many columns it has.
  let columns: Int
  let encoding: FixtureEncoding
  let rows: Int
  /// What it says was sold and went back, in yuan.
  let gross: String, refunds: String
}

extension Workplace {
  /// Writes the orders of a plan of 抖店.
  func write(_ plan: DouyinPlan) throws -> ImportFile {
    let export = DouyinExport(plan)
    let sums = try export.write(to: path(export.name))
    return ImportFile(
      profile: plan.variant == .main ? "douyin-main-orders" : "douyin-orders", channel: "douyin",
      path: path(export.name), columns: plan.variant.header.count, encoding: plan.encoding,
      rows: sums.rows, gross: sums.grossText, refunds: sums.refundsText)
  }

  /// Writes the after-sale cases of a plan of 抖店, of about a tenth of its rows.
  func writeCases(of plan: DouyinPlan) throws -> ImportFile {
    let export = DouyinAfterSales(DouyinAfterSalePlan(plan))
    let sums = try export.write(to: path(export.name))
    return ImportFile(
      profile: "douyin-aftersales", channel: "douyin", path: path(export.name),
      columns: DouyinAfterSales.header.count, encoding: plan.encoding, rows: sums.rows,
      gross: "0.00", refunds: sums.cashText)
  }

  /// Writes the orders of another platform.
  func write(_ plan: PlatformPlan) throws -> ImportFile {
    let export = PlatformExport(plan)
    let sums = try export.write(to: path(export.name))
    let name = plan.platform.rawValue
    return ImportFile(
      profile: name + "-orders", channel: name, path: path(export.name),
      columns: plan.platform.header.count, encoding: plan.encoding, rows: sums.rows,
      gross: sums.grossText, refunds: sums.refundsText)
  }

  /// A plan of orders of 抖店 of all 25 products, in GB18030.
  func plan(
    rows: Int, month: String, seed: UInt64, variant: DouyinVariant = .sub
  ) throws -> DouyinPlan {
    var plan = DouyinPlan(
      month: try FixtureMonth(month), rows: rows, seed: seed,
      products: FixtureProduct.pengshui + [.foreign])
    plan.variant = variant
    plan.encoding = .gb18030
    return plan
  }

  /// Imports a file, and makes sure that it came in as the fixture says.
  func importFile(_ file: ImportFile, same: Bool = false) throws -> Program.Outcome {
    var program = bangfu("import", file.path, "--channel", file.channel, "--format", "json")
    program.output = path("import.json")
    let outcome = try program.run()
    let answer = try TextFile.read(program.output)
    let expected = [
      "profile": file.profile, "rows": "\(file.rows)", (same ? "same" : "new"): "\(file.rows)",
      "gross": file.gross, "refunds": file.refunds,
    ]
    for (key, value) in expected where JSONText.value(of: key, in: answer) != value {
      throw Program.Failure([file.path], "\(key) is not \(value) in \(answer)")
    }
    return outcome
  }

  /// Writes the orders of a plan, imports them, and removes their file.
  func load(_ plan: DouyinPlan) throws {
    let file = try write(plan)
    _ = try importFile(file)
    try remove(file.path)
  }

  /// How long it takes to undo the import of a file.
  func undo(_ file: ImportFile) throws -> Double {
    let number = try query("SELECT file_id FROM pengshui.import_file WHERE name = '\(file.path)'")
    var program = bangfu("import", "undo", String(number.prefix { $0.isNumber }), "--yes")
    program.output = path("undo.txt")
    return try program.run().seconds
  }

  /// How long the facts that are there take by themselves, copied into tables of the same shape and indexes.
  func facts() throws -> Double {
    let begin = ContinuousClock.now
    try load(sql + "/facts.sql")
    return (ContinuousClock.now - begin) / .seconds(1)
  }

  /// How long psql takes to load the file into a logged table of texts.
  func copy(_ file: ImportFile) throws -> Double {
    let columns = (1...file.columns).map { "c\($0) text" }.joined(separator: ", ")
    try query("DROP TABLE IF EXISTS raw; CREATE TABLE raw (\(columns))")
    try query("CHECKPOINT")
    let encoding = file.encoding == .gb18030 ? "GB18030" : "UTF8"
    let copy = "\\copy raw FROM '\(file.path)' WITH (FORMAT csv, HEADER, ENCODING '\(encoding)')"
    let seconds = try tool("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", copy).run().seconds
    try query("DROP TABLE raw")
    return seconds
  }
}

/// Just enough of JSON to read an answer.
enum JSONText {
  /// The first value of a key: a number, or a text without its quotes.
  static func value(of key: String, in json: String) -> String? {
    let parts = json.split(separator: "\"\(key)\"", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return String(
      parts[1].drop { " :\"".contains($0) }.prefix { !",\"}] \n".contains($0) })
  }
}
