import Bangfu
import Domain
import Glibc
import Postgres
import Tabular
import TestSupport
import Testing

/// The files of each platform as it writes them, against what an independent program says of them
/// (`Platforms/make.py`): claims, after-sale cases, rejected rows, lines and months.
@Suite struct PlatformTests {
  static let platforms = [
    "douyin", "kuaishou", "weixin", "taobao", "pinduoduo", "fupin832", "supermarket", "fair",
  ]

  @Test(arguments: platforms)
  func `a platform's files say what they should, in any order`(platform: String) throws {
    let files = PlatformFiles(platform)
    for order in [files.raw, files.raw.reversed()] {
      let shop = try Shop()
      for name in order { try files.import(name, into: shop) }
      #expect(try shop.violations() == [])
      for (name, query) in Self.queries {
        let wrong = try difference(files.expected(name), Self.rows(shop, query))
        #expect(wrong == [], "\(name)")
      }
      let wrong = try difference(files.expected("rejects"), files.rejects.sorted())
      #expect(wrong == [], "rejects")
      files.rejects = []
    }
  }

  @Test(arguments: platforms)
  func `the same files again change nothing`(platform: String) throws {
    let files = PlatformFiles(platform)
    let shop = try Shop()
    var told: [[String]] = []
    for name in files.raw { told += try files.import(name, into: shop).map(Self.told) }
    let before = try Self.rows(shop, Self.lines)
    var toldAgain: [[String]] = []
    for name in files.raw {
      for result in try files.import(name, into: shop) {
        #expect(result.new == 0 && result.changed == 0, "\(name)")
        #expect(result.postedGross == .zero && result.postedRefunds == .zero)
        toldAgain.append(Self.told(result))
      }
    }
    #expect(toldAgain == told)
    #expect(try Self.rows(shop, Self.lines) == before)
    #expect(try shop.violations() == [])
  }

  /// What a file says, whatever else is known.
  private static func told(_ result: ImportResult) -> [String] {
    [
      "\(result.file) \(result.part)", "\(result.rows) \(result.rejected)",
      "\(result.gross) \(result.refunds)", "\(result.firstDay ?? "-") \(result.lastDay ?? "-")",
    ]
  }

  @Test(arguments: platforms)
  func `undone imports leave nothing, and come back as they were`(platform: String) throws {
    let files = PlatformFiles(platform)
    let shop = try Shop()
    var numbers: [Int64] = []
    for name in files.raw { numbers += try files.import(name, into: shop).map(\.number) }
    let before = try Self.rows(shop, Self.lines)
    for number in numbers { _ = try shop.programme.imports.undo(number) }
    #expect(try Self.rows(shop, Self.lines) == [])
    #expect(try shop.violations() == [])
    for name in files.raw.reversed() { try files.import(name, into: shop) }
    let wrong = try difference(before, Self.rows(shop, Self.lines))
    #expect(wrong == [])
    let violations = try shop.violations()
    #expect(violations == [])
  }

  static let queries = [
    ("claims", claims), ("aftersales", afterSales), ("lines", lines), ("months", months),
  ]

  private static let claims = """
    SELECT c.order_no, c.line_no, l.code, coalesce(trim_scale(s.quantity)::text, ''), v.goods, coalesce(v.cash, v.goods),
      v.freight, coalesce(to_char(s.paid_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), ''), s.refund,
      coalesce(s.refunded::text, ''), CASE WHEN v.signed THEN 't' ELSE 'f' END
    FROM claim c
    JOIN claim_snapshot v ON v.snapshot_id = c.value_id
    JOIN claim_snapshot s ON s.snapshot_id = c.status_id
    JOIN listing l ON l.listing_id = v.listing_id
    """
  private static let afterSales = """
    SELECT a.number, a.order_no, coalesce(a.line_no, ''), coalesce(a.item, ''), a.cash,
      coalesce(to_char(s.back_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS'), ''), a.state
    FROM aftersale a JOIN aftersale_snapshot s ON s.snapshot_id = a.snapshot_id
    """
  private static let lines = """
    SELECT c.order_no, c.line_no, p.side, p.day, trim_scale(p.quantity), p.amount, p.verdict, p.rule
    FROM claim_posted p JOIN claim c ON c.claim_id = p.claim_id
    """
  private static let months = """
    SELECT to_char(month, 'YYYY-MM'), round(gross, 2), round(refunds, 2), round(excluded, 2), round(pending, 2),
      round(counted, 2)
    FROM monthly_headline WHERE gross <> 0 OR refunds <> 0
    """

  static func rows(_ shop: Shop, _ query: String) throws -> [String] {
    let rows = try shop.sql().execute(Query(unsafeSQL: query))
    return rows.map { row in
      rows.columnNames.indices.map { row.text($0) ?? "" }.joined(separator: ",")
    }.sorted()
  }
}

/// What only one of two sorted lists has.
func difference(_ due: [String], _ found: [String]) -> [String] {
  found.difference(from: due).map { change in
    switch change {
    case .insert(_, let row, _): "+ " + row
    case .remove(_, let row, _): "- " + row
    }
  }
}

/// The folder of one platform's files.
final class PlatformFiles {
  private let folder: String
  /// The names of the files, by name.
  let raw: [String]
  /// What was rejected: file, column, reason.
  var rejects: [String] = []

  init(_ platform: String) {
    folder = Repository.path + "/Tests/BangfuTests/Imports/Platforms/" + platform
    raw = TestFolder.names(in: folder + "/raw").sorted()
  }

  /// Where a file is.
  func path(of name: String) -> String { folder + "/raw/" + name }

  /// Imports a file into the channel of its platform; rejected rows go to the shop's folder.
  @discardableResult
  func `import`(_ name: String, into shop: Shop) throws -> [ImportResult] {
    var request = ImportRequest(path: path(of: name), name: name)
    request.rejectsPath = shop.folder.path + "/rejects"
    let results = try shop.programme.imports.run(request)
    for result in results {
      rejects += result.rejects.map { [name, $0.column, $0.reason].joined(separator: ",") }
    }
    return results
  }

  /// The rows that are expected, sorted, without their header.
  func expected(_ name: String) throws -> [String] {
    var rows: [String] = []
    try TextFile.open(folder + "/expected/\(name).csv").forEachRow { row in
      if row.number > 1 { rows.append(row.strings.joined(separator: ",")) }
    }
    return rows.sorted()
  }
}
