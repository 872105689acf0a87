import Domain
import Tabular
import TestSupport

@testable import Channels

/// A channel file that a test writes row by row, and what its rows say.
struct SampleFile {
  let layout: Layout
  var claims: [Claim] = []
  var cases: [AfterSale] = []
  /// What rows are that are no data.
  var others: [FileReader.Content] = []
  /// The column and the reason of each row that was rejected.
  var refused: [String] = []
  /// What the redacted copy keeps: a line of CSV a row.
  var copy = ""

  /// How a file is read, beside its profile.
  struct Options {
    var profiles: [Profile]?
    var prices: [String: Money] = [:]
    var day: String?
    var sheet = ""
    var snapshot: String?
    var shops: FileReader.Shops?
  }

  /// Reads rows, of which one of the first is the header.
  init(_ rows: [[String]], _ options: Options = Options()) throws {
    let folder = TestFolder()
    let writer = try FileWriter(folder.path + "/orders.csv")
    for row in rows { try writer.write(CSVWriter.encode(row: row, spreadsheetSafe: false) + "\n") }
    try writer.flush()
    let file = try TextFile.open(folder.path + "/orders.csv")
    layout = try Layout(finding: options.profiles ?? Profile.all(), in: file.firstRows(30))
    var reader = try FileReader(
      layout: layout, prices: options.prices, day: options.day, sheet: options.sheet,
      snapshot: options.snapshot, shops: options.shops)
    var redaction = Redaction(layout)
    var bytes: [UInt8] = []
    try file.forEachRow { row in
      var isRead = false
      if row.number > layout.headerRow {
        do {
          let content = try reader.read(row)
          isRead = content.isData
          switch content {
          case .claims(let claims): self.claims += claims
          case .afterSale(let found, payable: _): cases.append(found)
          default: others.append(content)
          }
        } catch let problem as RowProblem {
          refused.append("\(problem.column) \(problem.reason)")
        }
      }
      redaction.append(row, isRead: isRead, to: &bytes)
    }
    copy = String(decoding: bytes, as: UTF8.self)
  }

  /// Reads rows given by column, under a header whose columns are parted by spaces; those that are not given are `blank`.
  init(
    _ header: String, _ rows: [[String: String]], blank: String = "-",
    _ options: Options = Options()
  ) throws {
    let columns = header.split(separator: " ").map(String.init)
    for row in rows {
      precondition(Set(row.keys).isSubset(of: columns), "no such column in the header")
    }
    try self.init([columns] + rows.map { row in columns.map { row[$0] ?? blank } }, options)
  }
}

extension Profile {
  /// The shipped profile of a name.
  static func shipped(_ name: String) throws -> Profile {
    try Profile.choose(name, among: Profile.all())[0]
  }

  /// A profile of a test's own: orders with their columns in Chinese, and what is added to them.
  static func own(
    _ more: String = "", sold: String = "'paid'", columns: String = "", words: String = ""
  ) throws -> Profile {
    let text = """
      name = "own"
      platform = "p"
      core = ["order", "name", "quantity", "payable"]
      goods = ["payable", "-freight"]
      sold = [\(sold)]
      closed = ["关闭"]
      \(more)
      [columns]
      order = ["单号"]
      name = ["品"]
      quantity = ["件"]
      payable = ["应付"]
      freight = ["运费"]
      paid = ["付款"]
      submitted = ["下单"]
      order-status = ["状态"]
      after-sale-status = ["售后"]
      \(columns)
      [order-status]
      "待付" = 0
      "发货" = 3
      "完成" = 4
      "关闭" = 5
      [after-sale]
      "" = "nothing"
      "处理中" = "asked"
      "全退" = "whole"
      "关单退" = "whole-when-closed"
      "退些" = "some"
      "已退" = "told"
      \(words)
      """
    let library = ProfileLibrary(texts: [("own.toml", text)])
    if let fault = library.faults.first { throw fault.problem }
    return library.profiles[0]
  }
}
