import Glibc

/// The slowest order at a till while an import runs, against the slowest without.
struct WaitPart {
  let place: Workplace
  let rows: Int

  func measure(_ tell: (Finding) -> Void) throws {
    try place.reset()
    try place.receive(OrderLines.catalogue)
    let file = try place.write(place.plan(rows: rows, month: currentMonth(), seed: 2))
    let till = try Till(place.bangfu("order", "enter", "-", "--format", "json"), seed: 99)
    defer { till.close() }
    for _ in 0..<50 { _ = try till.enter() }
    let running = try place.bangfu("import", file.path, "--channel", "douyin").start()
    var during: [Double] = []
    while !running.hasEnded {
      during.append(try till.enter())
      usleep(pause)
    }
    guard running.wait().status == 0 else { throw Program.Failure(["import"], "failed") }
    var without: [Double] = []
    for _ in during {
      without.append(try till.enter())
      usleep(pause)
    }
    let (slowest, usual) = (during.max() ?? .nan, without.max() ?? .nan)
    tell(
      Finding(
        what: "slowest of \(during.count) orders during an import", ours: time(slowest),
        theirs: "slowest without \(time(usual))", ratio: slowest / usual, bar: .none))
    tell(
      Finding(
        what: "the middle one of them", ours: time(median(during)),
        theirs: "without \(time(median(without)))", ratio: median(during) / median(without),
        bar: .none))
  }

  /// The pause between two customers, in microseconds.
  private let pause: UInt32 = 20_000

  /// The month in which orders without a time are entered.
  private func currentMonth() throws -> String {
    let month = try place.query("SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')")
    return String(month.prefix { $0 != "\n" })
  }
}
