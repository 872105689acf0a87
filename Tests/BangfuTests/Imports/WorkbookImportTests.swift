import Bangfu
import Domain
import Tabular
import TestSupport
import Testing

/// Workbooks, as people and programs save them.
@Suite struct WorkbookImportTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private static let orders = [
    "订单编号", "采购单位", "下单时间", "付款时间", "订单状态", "商品编码", "商品名称", "规格", "数量", "金额", "退款金额",
  ]

  private func order(_ number: Int, amount: String = "200", status: String = "已完成") -> [String] {
    [
      "\(number)", "聊城一中", "2026-10-08 09:00:00", "2026-10-08 09:05:00", status, "BC01", "白茶",
      "50g", "=2",
      "=" + amount, "",
    ]
  }

  /// A row of cells: what begins with `=` is a number, all else text.
  private func row(_ cells: [String], _ attributes: String = "") -> String {
    let cells = cells.map { cell in
      cell.isEmpty
        ? "<c/>"
        : cell.hasPrefix("=")
          ? "<c><v>\(cell.dropFirst())</v></c>" : "<c t=\"str\"><v>\(cell)</v></c>"
    }
    return "<row \(attributes)>" + cells.joined() + "</row>"
  }

  private func importBook(
    _ name: String, _ rows: [String], channel: String = "fupin832",
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportResult {
    let path = shop.folder.path + "/" + name
    let writer = try FileWriter(path)
    try writer.write(WorkbookMaker(rows.joined()).bytes)
    try writer.flush()
    var request = ImportRequest(path: path, name: name, channel: channel)
    change(&request)
    return try shop.programme.imports.run(request)[0]
  }

  @Test func `an export and its copy saved by a spreadsheet tell of one sale`() throws {
    func sheet(_ name: String, _ code: String) throws -> ImportResult {
      try importBook(
        name,
        [
          row(["代销结算单 2026年9月"]), row(["门店", "商品编码", "商品名称", "规格", "销售数量", "结算单价", "结算金额"]),
          row(["一店", code, "白茶", "50g", "=2", "=128", "=256"]),
        ], channel: "supermarket")
    }
    #expect(try sheet("a.xlsx", "=1001.0").new == 1)
    for (name, code) in [("b.xlsx", "=1001"), ("c.xlsx", "1001"), ("d.xlsx", "1001.0")] {
      let again = try sheet(name, code)
      #expect(again.new == 0 && again.same == 1 && again.postedGross == .zero, "\(code)")
    }
    #expect(try shop.month("2026-09").hasPrefix("256.00 "))
    #expect(try shop.violations() == [])
  }

  @Test func `numbers are read as the sheet shows them`() throws {
    let result = try importBook(
      "a.xlsx",
      [
        row(Self.orders), row(order(1, amount: "28.799999999999997")),
        row(order(2, amount: "1234567.0999999999")),
      ])
    #expect(result.rejected == 0 && result.gross == Money("1234595.90"))
  }

  @Test func `notes to the right of a table hinder no row, and are kept nowhere`() throws {
    var rows = [row(Self.orders)] + (1...40).map { row(order($0)) }
    rows[3] = row(order(3) + ["已核对", "", "李虚构 13900000000"])
    rows[20] = row(order(20) + ["", "再看"])
    rows.append(row(Array(repeating: "", count: 12) + ["完"]))
    let result = try importBook("a.xlsx", rows)
    #expect(result.new == 40 && result.rejected == 0 && result.beyond == 4, "\(result)")
    #expect(result.gross == Money("8000.00"))
    let raw = try shop.programme.imports.row(4, of: result.number).cells.map(\.value)
    #expect(raw.count == Self.orders.count && raw[0] == "3" && raw[9] == "200", "\(raw)")
    // All cells one column too far: no note.
    let moved = try importBook(
      "b.xlsx",
      [
        row(Self.orders),
        row(order(41, status: "50g") + ["已完成"]),
      ])
    #expect(moved.rejects.map(\.reason) == ["row_shifted"])
    #expect(try shop.violations() == [])
  }

  @Test func `merged cells of an order are explained, and a profile of one's own may carry them`()
    throws
  {
    var second = order(1, amount: "300")
    second[0] = ""
    for place in [1, 2, 3, 4] { second[place] = "" }
    let rows = [Self.orders, order(1), second, order(2, amount: "400")]
    func td(_ cell: String, _ rows: Int) -> String {
      "<td rowspan=\(rows)>\(cell.drop { $0 == "=" })</td>"
    }
    let page =
      "<table>"
      + rows.enumerated().map { index, cells in
        let left = index == 2 ? [] : cells[..<5].map { td($0, index == 1 ? 2 : 1) }
        return "<tr>" + (left + cells[5...].map { td($0, 1) }).joined() + "</tr>"
      }.joined() + "</table>"
    let path = shop.folder.path + "/b.xls"
    try shop.write(page, to: path)
    func both() throws -> [ImportResult] {
      [
        try importBook("a.xlsx", rows.map { row($0) }),
        try shop.programme.imports.run(
          ImportRequest(path: path, name: "b.xls", channel: "fupin832"))[0],
      ]
    }
    for result in try both() {
      #expect(result.rejects.map(\.reason) == ["order_missing"])
      #expect(result.rejects.map(\.column) == ["订单编号"])
      #expect(result.gross == Money("600.00"), "\(result)")
    }
    shop.programme.profiles.own = [
      (
        name: "ours.toml",
        text: """
        name = "fupin832-orders"
        like = "fupin832-orders"
        carried = ["order", "submitted", "paid", "order-status"]
        """
      )
    ]
    for result in try both() {
      #expect(result.rejects == [])
      #expect(result.gross == Money("900.00"), "\(result)")
    }
    #expect(try shop.violations() == [])
  }

  @Test func `rows that the sheet hides are told`() throws {
    let rows = [row(Self.orders), row(order(1)), row(order(2), "hidden=\"1\""), row(order(3))]
    let result = try importBook("a.xlsx", rows)
    #expect(result.new == 3 && result.hidden == 1)
  }
}
