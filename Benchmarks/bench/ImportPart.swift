import Fixtures

/// An import against `\copy` of the same file, and the same file again.
struct ImportPart {
  let place: Workplace
  let rows: Int
  let runs: Int

  func measure(_ tell: (Finding) -> Void) throws {
    let (file, expectation) = try place.export(rows: rows, month: "2026-10", seed: 1)
    var copies: [Double] = []
    var imports: [Double] = []
    var again: [Double] = []
    var memory: [Double] = []
    for _ in 0..<runs {
      copies.append(try copy(file))
      try place.reset()
      let first = try place.importFile(file, expecting: expectation)
      imports.append(first.seconds)
      try place.query("CHECKPOINT")
      let second = try place.importFile(file, expecting: expectation, same: true)
      again.append(second.seconds)
      memory += [first.memory, second.memory]
    }
    let copy = median(copies)
    let theirs = "psql \\copy, 73 text columns \(time(copy))"
    let (first, second) = (median(imports), median(again))
    tell(
      Finding(
        what: "import, \(rows) lines of GB18030", ours: time(first), theirs: theirs,
        ratio: first / copy, bar: .atMost(6)))
    tell(
      Finding(
        what: "the same file again", ours: time(second), theirs: theirs, ratio: second / copy,
        bar: .atMost(3)))
    tell(
      Finding(
        what: "the client's most memory", ours: "", theirs: "", ratio: memory.max() ?? 0,
        bar: .atMost(300), unit: " MB"))
  }

  /// How long psql takes to load the file into a logged table.
  private func copy(_ file: String) throws -> Double {
    let columns = (1...73).map { "c\($0) text" }.joined(separator: ", ")
    try place.query("DROP TABLE IF EXISTS raw; CREATE TABLE raw (\(columns))")
    try place.query("CHECKPOINT")
    let copy = "\\copy raw FROM '\(file)' WITH (FORMAT csv, HEADER, ENCODING 'GB18030')"
    let seconds = try place.tool("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", copy).run()
      .seconds
    try place.query("DROP TABLE raw")
    return seconds
  }
}

extension Workplace {
  /// Imports a file, and makes sure that it came in as the fixture says.
  func importFile(
    _ file: String, expecting expectation: Expectation, same: Bool = false
  ) throws -> Program.Outcome {
    var program = bangfu("import", file, "--channel", "douyin", "--format", "json")
    program.output = path("import.json")
    let outcome = try program.run()
    let answer = try TextFile.read(program.output)
    let expected = [
      "rows": "\(expectation.rows)", (same ? "same" : "new"): "\(expectation.rows)",
      "gross": expectation.grossText, "refunds": expectation.refundsText,
    ]
    for (key, value) in expected where JSONText.value(of: key, in: answer) != value {
      throw Program.Failure([file], "\(key) is not \(value) in \(answer)")
    }
    return outcome
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
