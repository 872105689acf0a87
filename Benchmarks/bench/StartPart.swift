/// How long it takes to start and to ask, against psql.
struct StartPart {
  let place: Workplace
  let runs: Int

  func measure(_ tell: (Finding) -> Void) throws {
    tell(
      try compare(
        "bangfu --version", place.bangfu("--version"), "psql --version",
        place.tool("psql", "--version")))
    tell(
      try compare(
        "bangfu status, server running", place.bangfu("status"), "psql -c 'select 1'",
        place.tool("psql", "-X", "-c", "select 1")))
  }

  private func compare(
    _ what: String, _ ours: Program, _ name: String, _ theirs: Program
  ) throws -> Finding {
    var times: (ours: [Double], theirs: [Double]) = ([], [])
    for _ in 0..<runs {
      times.ours.append(try ours.run().seconds)
      times.theirs.append(try theirs.run().seconds)
    }
    let (our, their) = (median(times.ours), median(times.theirs))
    return Finding(
      what: what, ours: time(our), theirs: "\(name) \(time(their))", ratio: our / their,
      bar: .atMost(2))
  }
}
