import FoundationEssentials
import Glibc
import Postgres
import Tabular
import TestSupport
import Testing

/// Nothing of a person is kept: whatever the columns are called, and wherever in a file it stands.
@Suite struct PersonalDataTests {
  private let shop: CounterShop
  /// What no name and no shape tells, in every place; and numbers that their shape tells.
  private let secret = "密令\(UInt32.random(in: 100_000...999_999))甲"
  private let telephone = "139\(UInt32.random(in: 10_000_000...99_999_999))"
  private let identity =
    "37150219\(UInt32.random(in: 70...99))0101\(UInt32.random(in: 1000...9999))"

  init() throws { shop = try CounterShop() }

  private static let known = [
    "订单编号", "采购单位", "下单时间", "付款时间", "订单状态", "商品编码", "商品名称", "规格", "数量", "金额", "退款金额",
  ]
  private static let others = [
    "姓名", "地址", "微信号", "邮箱", "客户", "签收人", "银行卡号", "Name", "Phone", "Recipient", "备注", "省", "",
    "商品备注", "会员", "车牌", "x", "金额备注", "单位电话",
  ]

  /// Rows of cells: a title, the header, and rows that are good, rejected, moved, too long, too short or no data.
  private func rows(_ first: Int) -> [[String]] {
    func row(_ number: Int, _ change: (inout [String]) -> Void = { _ in }) -> [String] {
      var cells = [
        "8320\(first + number)", secret, "2026-10-08 09:00:00", "2026-10-08 09:05:00", "已完成",
        "BC01",
        "白茶", "50g", "2", "256.00", "",
      ]
      cells += Self.others.map { _ in secret }
      change(&cells)
      return cells
    }
    return [
      ["832平台 订单 2026年10月 联系人 \(secret) \(telephone)"],
      Self.known + Self.others,
      row(1), row(2) { $0[6] = "白茶（\(telephone)）" }, row(3) { $0[7] = "50g \(identity)" },
      row(4) { $0[9] = secret }, row(5) { $0[3] = secret }, row(6) { $0[0] = secret },
      row(7) {
        $0[8] = telephone; $0[9] = secret
      },
      // Moved by a cell, from the first column and from the middle; and by one too few.
      [secret] + row(8).dropLast(),
      row(9) {
        $0.insert(secret, at: 7); $0.removeLast()
      },
      row(10) { $0.insert(secret, at: 6) }, row(11) { $0.remove(at: 2) },
      row(12) { $0.append(secret) },
      row(13) {
        $0.insert(telephone, at: 9); $0.removeLast()
      },
      ["合计", secret, "", "", "", "", secret, "", "", "2560.00", ""]
        + Self.others.map { _ in secret },
      ["", "", "", "", "", "", "制表：\(secret) \(telephone)", "", "", "", ""]
        + Self.others.map { _ in secret },
    ]
  }

  private func csv(_ rows: [[String]]) -> String {
    CSVWriter.encode(rows: rows, lineEnd: "\r\n", spreadsheetSafe: false)
  }

  private func page(_ rows: [[String]]) -> String {
    "<html><head><title>\(secret)</title></head><!-- \(secret) --><body>\(secret)<table>"
      + rows.map { "<tr>" + $0.map { "<td title=\"\(secret)\">\($0)</td>" }.joined() + "</tr>" }
      .joined() + "</table></body></html>"
  }

  private func workbook(_ rows: [[String]]) throws {
    func sheet(_ rows: [[String]]) -> String {
      rows.map { cells in
        "<row>" + cells.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined() + "</row>"
      }.joined()
    }
    var maker = WorkbookMaker(sheet(rows), shared: "<si><t>\(secret)</t></si>")
    maker.sheets.append(("隐", sheet([Self.known, rows[2]]), "state=\"hidden\""))
    maker.sheets.append(("说明", sheet([[secret, telephone]]), ""))
    var zip = maker.zip
    zip.add("docProps/core.xml", Array("<p><creator>\(secret)</creator></p>".utf8))
    zip.add("xl/comments1.xml", Array("<comments><t>\(secret)</t></comments>".utf8))
    try Data(zip.bytes).write(to: URL(filePath: shop.folder.path + "/in/1791900002_c.xlsx"))
  }

  private var places: [String] { [secret, telephone, identity] }

  /// The files of a folder that hold one of the secrets.
  private func holding(_ folder: String) throws -> String {
    let words = places.map { "-e '\($0)'" }.joined(separator: " ")
    return try shop.shell("grep -rlaF \(words) \(folder) 2>/dev/null; true").slips
  }

  @Test func `no planted word is in data, logs, temporary files, backups or copies`() throws {
    _ = try shop.shell("mkdir in tmp")
    try shop.write(csv(rows(100)), to: "in/1791900000_a.csv")
    try shop.write(page(rows(200)), to: "in/1791900001_b.xls")
    try workbook(rows(300))
    let long = rows(400)[...1] + (0..<400).flatMap { rows(1000 + 20 * $0)[2...] }
    try shop.write(csv(Array(long)), to: "long.csv")
    let program = shop.program
    let run = try shop.shell(
      """
      export TMPDIR=$PWD/tmp
      \(program) import in --strict >/dev/null; echo $?
      \(program) import in --dry-run >/dev/null; echo $?
      for wait in 0.1 0.2 0.3 0.5; do
        \(program) import long.csv --as-of 2026-10-10T08:00 & sleep $wait; kill -9 $!; wait $!
      done 2>/dev/null >/dev/null
      \(program) import in >/dev/null; echo $?
      one=$(\(program) import list --format csv | tail -1 | cut -d, -f1)
      \(program) import - --as-of 2026-10-11T08:00 <long.csv >/dev/null; echo $?
      \(program) import undo $one --yes; echo $?
      \(program) import in >/dev/null; echo $?
      for number in $(\(program) import list --format csv | tail -n +2 | cut -d, -f1); do
        \(program) import rejects $number --output copy$number.csv
      done
      \(program) import rejects $one >listed
      \(program) import list >>listed; \(program) channel pending >>listed; \(program) channel unmapped >>listed
      for row in 1 2 3 6 10 17; do \(program) import show $one:$row >>listed; done
      \(program) backup create b.dump
      pg_restore=$(ls /usr/lib/postgresql/*/bin/pg_restore | tail -1); $pg_restore -f b.sql b.dump
      """)
    #expect(run.slips == "65\n65\n65\n65\n0\n65\n", "\(run.words.suffix(3000))")
    let connection = try Connection(TestServer.shared.conninfo(database: shop.database))
    try connection.execute("CHECKPOINT")
    #expect(try holding(TestServer.shared.cluster.home) == "")
    #expect(try holding("tmp copy*.csv listed b.sql") == "")
    let chunks = try connection.execute(
      "SELECT content FROM pengshui.import_chunk ORDER BY file_id, chunk_no")
    #expect(chunks.count >= 4)
    for chunk in chunks {
      let text = String(
        decoding: try gunzip(chunk.decode([UInt8].self), limit: 64 << 20), as: UTF8.self)
      for word in places { #expect(!text.contains(word), "\(text.prefix(3000))") }
      // What is needed to prove a figure is there.
      #expect(text.contains("2026-10-08 09:05:00,已完成,BC01,白茶"))
    }
    // The user's own lists hold what was refused, for nobody else.
    let lists = try shop.shell("ls in/*.rejects.csv | wc -l; stat -c %a in/*.rejects.csv | sort -u")
    #expect(lists.slips == "3\n600\n", "\(lists.slips)")
    #expect(try holding("in").contains("1791900000_a.rejects.csv"))
    #expect(try shop.shell("\(shop.program) check --format json").status == 0)
  }
}
