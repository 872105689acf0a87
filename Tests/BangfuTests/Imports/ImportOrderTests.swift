import Bangfu
import Domain
import Postgres
import Testing

/// Files in any order, overlapping, split or repeated, give the same lines and report.
@Suite struct ImportOrderTests {
  /// Snapshots of a handful of orders over a month, as rows with the name of the file they are in.
  private static func files(_ seed: UInt64) -> [(name: String, rows: [DouyinLine])] {
    var random = Dice(seed)
    var files: [(name: String, rows: [DouyinLine])] = []
    for (index, time) in [1_791_200_000, 1_791_700_000, 1_792_300_000].enumerated() {
      var rows: [DouyinLine] = []
      for order in 0..<8 {
        for line in 0..<(order % 3 + 1) where random.roll(4) > 0 {
          let state = random.roll(index + 2)
          rows.append(
            DouyinLine(
              "69\(order)", "69\(order)\(line)", sku: ["BC01", "HS03", "NEW1", "AJ01"][order % 4],
              pieces: order % 2 + 1, payable: "\(50 + order).\(10 + line)",
              paid: state == 0 && order == 5 ? "-" : "2026-10-0\(order + 1) 08:00:00",
              status: ["待发货", "已发货", "已完成", "已关闭", "已完成"][min(state, 4)],
              afterSale: ["-", "-", "-", "退款成功", "退款成功"][min(state, 4)]))
        }
      }
      files.append(("\(time)_\(index).csv", rows))
      files.append(("undated_\(index).csv", Array(rows.prefix(3))))
    }
    let main = DouyinLine.main(
      "692", lines: ["6920", "6921", "6922"], skus: ["BC01", "HS03", "SF01"], pieces: 3,
      payable: "171.30")
    files.append(("1791500000_main.csv", [main]))
    files.append(
      (
        "1791600000_main.csv",
        [
          DouyinLine.main(
            "699", lines: ["6990", "6991"], skus: ["BC01", "BC02"], pieces: 2, payable: "200.01")
        ]
      ))
    return files
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `any order, split and repetition gives the same`(seed: UInt64) throws {
    let files = Self.files(seed)
    let plain = try Shop()
    for file in files where !file.rows.isEmpty { try plain.importRows(file.rows, name: file.name) }
    #expect(try plain.violations() == [])

    var random = Dice(seed &* 77)
    var pieces: [(name: String, rows: [DouyinLine])] = []
    for file in files where !file.rows.isEmpty {
      let cut = random.roll(file.rows.count + 1)
      pieces.append((file.name, Array(file.rows[..<cut])))
      pieces.append((file.name, Array(file.rows[cut...])))
      if random.roll(2) == 0 { pieces.append(file) }
    }
    let mixed = try Shop()
    while !pieces.isEmpty {
      let piece = pieces.remove(at: random.roll(pieces.count))
      if !piece.rows.isEmpty { try mixed.importRows(piece.rows.reversed(), name: piece.name) }
    }
    #expect(try mixed.violations() == [])
    #expect(try mixed.month() == plain.month())
    #expect(try Self.lines(mixed) == Self.lines(plain))
  }

  /// The live lines of every claim.
  private static func lines(_ shop: Shop) throws -> [String] {
    try shop.sql().execute(
      """
      SELECT concat_ws(' ', c.order_no, c.line_no, p.side, p.day, p.amount, p.quantity, p.verdict, p.rule, p.estimated)
      FROM claim_posted p JOIN claim c ON c.claim_id = p.claim_id ORDER BY 1
      """
    ).compactMap { $0.text(0) }
  }

  @Test func `exact lines replace an estimated split, whichever came first`() throws {
    let main = DouyinLine.main(
      "692", lines: ["6920", "6921"], skus: ["BC01", "HS03"], pieces: 2, payable: "146.50")
    let exact = [
      DouyinLine("692", "6920", sku: "BC01", payable: "120.00"),
      DouyinLine("692", "6921", sku: "HS03", payable: "26.50"),
    ]
    let estimated = try Shop()
    try estimated.importRows([main], name: "1791500000_m.csv")
    #expect(try estimated.month().contains("BC01 彭水白茶 特级 50g 盒 1 128.00"))
    for order in [[0, 1], [1, 0]] {
      let shop = try Shop()
      for step in order {
        try shop.importRows(step == 0 ? [main] : exact, name: "179150000\(step)_x.csv")
      }
      #expect(try shop.month().contains("BC01 彭水白茶 特级 50g 盒 1 120.00"))
      #expect(try shop.month().hasPrefix("146.50 0.00"))
      #expect(try shop.violations() == [])
    }
  }

  @Test func `a quantity that cannot be told is pending`() throws {
    let shop = try Shop()
    let result = try shop.importRows([
      DouyinLine.main(
        "692", lines: ["6920", "6921"], skus: ["BC01", "HS03"], pieces: 5, payable: "300.00")
    ])
    #expect(result.pending == 1 && result.rows == 1)
    #expect(try shop.month().hasPrefix("300.00 0.00 0.00 300.00 0.00"))
  }
}

/// Small random numbers that a seed repeats (SplitMix64).
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }
}
