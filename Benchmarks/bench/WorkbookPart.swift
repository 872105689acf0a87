/// Reading a workbook of 200,000 rows and 20 columns, against python-calamine.
struct WorkbookPart {
  let place: Workplace
  /// The folder of the scripts that write the workbook, and that read it by calamine.
  let scripts: String
  let runs: Int

  func measure(_ tell: (Finding) -> Void) throws {
    let file = place.path("orders.xlsx")
    let rows = 200_000
    do {
      try place.program(["python3", "\(scripts)/make.py", file, "\(rows)"]).run()
    } catch {
      return tell(
        Finding(what: "read XLSX", ours: "", theirs: "none: \(error)", ratio: nil, bar: .none))
    }
    var times: (ours: [Double], theirs: [Double]) = ([], [])
    var memory = 0.0
    for _ in 0..<runs {
      let outcome = try read(file, by: place.tables, file, expecting: "\(rows + 1) rows").outcome
      times.ours.append(outcome.seconds)
      memory = max(memory, outcome.memory)
      if let python = place.python { times.theirs.append(try calamine(python, file, rows + 1)) }
    }
    let (ours, theirs) = (median(times.ours), median(times.theirs))
    let hasPeer = place.python != nil
    tell(
      Finding(
        what: "read XLSX, \(rows) rows x 20 columns", ours: time(ours),
        theirs: "python-calamine " + (hasPeer ? time(theirs) : "is missing, see scripts/bench"),
        ratio: hasPeer ? ours / theirs : nil, bar: .atMost(3)))
    tell(
      Finding(
        what: "  the reader's most memory", ours: "", theirs: "", ratio: memory,
        bar: .atMost(300), unit: " MB"))
    try place.remove(file)
  }

  /// The seconds that calamine takes by its own clock, from opening the file to the last row.
  private func calamine(_ python: String, _ file: String, _ rows: Int) throws -> Double {
    let answer = try read(file, by: python, "\(scripts)/read.py", file, expecting: " \(rows)").text
    guard let seconds = answer.split(separator: " ").first.flatMap({ Double($0) }) else {
      throw Program.Failure([file], "calamine says \(answer)")
    }
    return seconds
  }

  private func read(
    _ file: String, by words: String..., expecting expected: String
  ) throws -> (outcome: Program.Outcome, text: String) {
    var program = place.program(words)
    program.output = place.path("read.txt")
    let outcome = try program.run()
    let text = try TextFile.read(program.output)
    guard text.contains(expected) else {
      throw Program.Failure(words, "does not say\(expected): \(text)")
    }
    return (outcome, text)
  }
}
