import FoundationEssentials
import Postgres
import TestSupport
import Testing

/// Folders of files, rows behind figures, profiles of one's own: by the real program.
@Suite struct ImportFolderTests {
  let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// Where the files of the platforms are.
  private static let platforms = Repository.path + "/Tests/BangfuTests/Imports/Platforms"

  @Test func `a folder is imported file by file, and told as one table`() throws {
    let run = try shop.shell(
      """
      mkdir -p month/.git && cp \(Self.platforms)/taobao/raw/* \(Self.platforms)/pinduoduo/raw/* month
      printf 'not\\0text' >month/.git/x; printf '%%PDF-1.4' >month/contract.pdf
      printf 'a,b\\n1,2\\n' >month/other.csv; printf 'x' >month/old.rejects.csv; printf 'x' >'month/~$open.xlsx'
      \(shop.program) import month
      """)
    #expect(run.status == 65, "\(run.words)")
    let rows = run.slips.split(separator: "\n")
    #expect(rows.count == 1 + 5 + 2 + 1, "\(run.slips)")
    #expect(rows[0].hasPrefix("File"))
    #expect(
      rows[0].split(whereSeparator: \.isWhitespace) == [
        "File", "Profile", "Rows", "New", "Same", "Changed", "Pending", "Rejected", "Amount",
      ])
    #expect(rows[rows.count - 1].hasPrefix("Total"))
    #expect(run.words.contains("contract.pdf: not imported: "))
    #expect(
      run.words.contains("other.csv: not imported: this file is not recognised"), "\(run.words)")
    #expect(!run.words.contains("old.rejects.csv"))
    let again = try shop.shell("\(shop.program) import month --format json")
    #expect(again.slips.contains("\"error\": \"file_not_recognised\""))
    #expect(!again.slips.contains("\"new\": 1"))
    #expect(try shop.shell("\(shop.program) check --format json").status == 0)
  }

  @Test func `rows that were mended are no longer rejected, and no new list is written`() throws {
    let header = "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态"
    let good = "2026-10-02 09:00:00,已发货，待签收,无售后或售后取消"
    let run = try shop.shell(
      """
      mkdir -p in/sub
      row() { printf '2610%s-1,茶,1,77,BC01,%s,0,\(good)\\n' "$1" "$2"; }
      { echo '\(header)'; row 01 9.00; row 02 x; row 03 y; } >in/sub/1791388800_a.csv
      { echo '\(header)'; row 04 9.00; } >in/1791388800_c.csv
      \(shop.program) import in; echo $?; ls in/sub
      { echo '\(header)'; row 02 5.00; } >in/1791475200_b.csv
      \(shop.program) import in; echo $?
      sed 's/,y,/,7.00,/' in/sub/*.rejects.csv | grep -v ,x, >m.csv; mv m.csv in/sub/1791388800_a.rejects.csv
      \(shop.program) import in/sub/1791388800_a.rejects.csv; echo $?
      \(shop.program) import in; echo $?
      \(shop.program) import in --format json; \(shop.program) import in --format csv; ls in/sub
      """)
    let rows = run.slips.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
    let totals = rows.filter { $0.first == "Total" }.map { $0.dropFirst().dropLast() }
    #expect(totals.count == 3, "\(run.slips)\(run.words)")
    // One is mended by the newer file, then another by the list.
    #expect(
      totals.dropFirst().first.map(Array.init) == ["5", "1", "2", "0", "0", "1", "1"],
      "\(run.slips)")
    #expect(totals.last.map(Array.init) == ["5", "0", "3", "0", "0", "0", "2"], "\(run.slips)")
    #expect(run.slips.contains("in/sub/1791388800_a.csv "), "\(run.slips)")
    #expect(run.slips.contains("\"path\": \"in/sub/1791388800_a.csv\""), "\(run.slips)")
    #expect(run.slips.contains("\"mended\": 2"), "\(run.slips)")
    #expect(!run.slips.contains(".2.rejects.csv"), "\(run.slips)")
    #expect(run.words.contains("mended since: 2"), "\(run.words)")
    #expect(try shop.shell("\(shop.program) check --format json").status == 0)
  }

  @Test
  func `the final table holds what was refused, and a trial says once that nothing was recorded`()
    throws
  {
    let run = try shop.shell(
      """
      mkdir in; cp \(Self.platforms)/taobao/raw/* in
      printf 'x,y\\n1,2\\n' >a.csv
      python3 - <<'END'
      import zipfile, glob
      with zipfile.ZipFile('inner.zip', 'w') as inner: inner.write('a.csv')
      orders = sorted(glob.glob('in/*orders*'))[0]
      with zipfile.ZipFile('in/z.zip', 'w') as outer:
        outer.write('inner.zip')
        outer.write(orders, '1_' + orders.split('/')[-1])
        outer.writestr('near.csv', '订单编号,采购单位,下单时间,付款时间,订单状态,商品编码,商品名称,规格,数量,退款金额\\n1,,,,,,,,2,\\n')
      END
      \(shop.program) import in --dry-run; echo $?
      \(shop.program) import in; echo $?
      \(shop.program) import show 1:2 >/dev/null
      """)
    #expect(run.words.components(separatedBy: "Nothing was recorded.").count == 2, "\(run.words)")
    #expect(run.slips.contains("in/z.zip/inner.zip"), "\(run.slips)")
    #expect(run.slips.contains("in/z.zip/near.csv"), "\(run.slips)")
    #expect(run.words.contains("lacks the columns 金额 (profile fupin832-orders)"), "\(run.words)")
    #expect(run.slips.split(separator: "\n").filter { $0 == "65" }.count == 2, "\(run.slips)")
    #expect(!FileManager.default.fileExists(atPath: shop.folder.path + "/in/z.rejects.csv"))
    let pending = try shop.value("SELECT sum(pending_rows(file_id)) FROM import_file")
    let total = run.slips.split(separator: "\n").last { $0.hasPrefix("Total") }
    let counts = total?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    #expect(counts.count > 5 && counts[5] == pending, "\(run.slips)")
  }

  @Test func `a draft passes over pages of notes, and names the file that has no table`() throws {
    let run = try shop.shell(
      """
      printf 'note\\n' >note.csv; printf 'no,amount\\n1,2.00\\n' >t.csv
      python3 -c "
      import zipfile
      with zipfile.ZipFile('two.zip', 'w') as z:
        z.write('note.csv'); z.write('t.csv')"
      \(shop.program) channel profile new two.zip --name two --platform x --output -; echo $?
      \(shop.program) channel profile new note.csv --name two --platform x --output -; echo $?
      """)
    #expect(
      run.slips.contains("amount") && run.slips.contains("\n0\n65\n"), "\(run.slips)\(run.words)")
    #expect(run.words.contains("note.csv: no row is like a header"), "\(run.words)")
  }

  @Test func `a folder of a channel's name says which of two shops it is`() throws {
    let run = try shop.shell(
      """
      \(shop.program) channel add taobao2 --name 二店 --kind marketplace --platform taobao
      cp \(Self.platforms)/taobao/raw/1793461920_refunds.csv .
      \(shop.program) import 1793461920_refunds.csv; echo $?
      mkdir -p in/taobao2 && cp 1793461920_refunds.csv in/taobao2
      \(shop.program) import in --format json
      """)
    #expect(run.words.contains("one of taobao, taobao2"), "\(run.words)")
    #expect(run.slips.hasPrefix("65\n"))
    #expect(run.slips.contains("\"channel\": \"taobao2\""), "\(run.slips)")
  }

  @Test func `the raw rows behind a line are shown, without what is personal`() throws {
    let run = try shop.shell(
      """
      cp \(Self.platforms)/douyin/raw/1793461800_orders.csv \(Self.platforms)/douyin/raw/1793462100_aftersales.xlsx .
      \(shop.program) import *.csv *.xlsx >/dev/null 2>&1
      \(shop.program) import show --order 6917090000000002000
      """)
    #expect(run.status == 0, "\(run.words)")
    #expect(run.slips.contains("douyin-orders") && run.slips.contains("douyin-aftersales"))
    #expect(run.slips.contains("6917090000000002000") && !run.slips.contains("收件"))
    let document = try shop.value("SELECT min(document_id) FROM line WHERE side = 'refund'")
    let behind = try shop.shell("\(shop.program) import show --line \(document):1 --format json")
    #expect(behind.slips.contains("\"column\": \"退商品金额（元）\""), "\(behind.slips)")
    let row = try shop.shell("\(shop.program) import show 1:2 --format csv")
    #expect(row.slips.hasPrefix("import,row,column,value\n1,2,主订单编号,"), "\(row.slips)")
    for (arguments, status, words) in [
      ("show 9:1", 65, "there is no import 9"), ("show 1:999", 65, "no row 999"),
      ("show x", 64, "colon"),
      ("show --order 1", 65, "no file"), ("show --line 1:9", 65, "line 9"), ("show", 64, "--order"),
    ] {
      let refused = try shop.shell("\(shop.program) import \(arguments)")
      #expect(
        refused.status == status && refused.words.contains(words), "\(arguments): \(refused.words)")
    }
    try shop.write("", to: "in")
    let entered = try shop.shell(
      "\(shop.program) order enter --line BC01:1 --tender cash:128 --format csv; \(shop.program) import show --line $(\(shop.program) order list --format csv | grep counter | tail -1 | cut -d, -f1):1"
    )
    #expect(entered.status == 65 && entered.words.contains("entered by hand"), "\(entered.words)")
  }

  @Test func `a profile of one's own is drafted, mended and found by the header`() throws {
    let run = try shop.shell(
      """
      printf '%s\\n' '成交单号,下单时间,付款时间,订单状态,采购单位,商品编码,商品名称,规格,成交数量,成交金额,退款金额' \
        '8320001,2026/10/8 9:00,2026/10/8 9:05,交易完成,聊城一中,BC01,彭水白茶,50g,20,2560.00,' >832.csv
      mkdir own; export BANGFU_PROFILES=own
      \(shop.program) import 832.csv; echo $?
      \(shop.program) channel profile new 832.csv --name our-832 --like fupin832-orders
      \(shop.program) channel profile new 832.csv --name our-832 --like fupin832-orders; echo $?
      \(shop.program) import 832.csv --as-of 2026-10-10T08:00; echo $?
      \(shop.program) channel profile show our-832 | head -n 2 | tail -n 1
      \(shop.program) channel profile list --format csv | grep our-832
      cp own/our-832.toml own/twin.toml && sed -i 's/"our-832"/"twin"/' own/twin.toml
      \(shop.program) import 832.csv; echo $?
      \(shop.program) import 832.csv --profile our-832 --as-of 2026-10-10T08:00
      echo 'name = 3' >own/bad.toml
      \(shop.program) import 832.csv; echo $?
      """)
    #expect(run.words.contains("lacks the columns"), "\(run.words)")
    #expect(run.words.contains("our-832.toml is there already"), "\(run.words)")
    #expect(run.words.contains("fits several profiles (our-832, twin)"), "\(run.words)")
    #expect(run.words.contains("the profile bad.toml, line 1: name is written as"), "\(run.words)")
    #expect(run.slips.contains("1 rows = 1 new"), "\(run.slips)")
    #expect(run.slips.contains("1 rows = 0 new + 1 same"), "\(run.slips)")
    #expect(run.slips.contains("name = \"our-832\"\n"), "\(run.slips)")
    #expect(run.slips.contains("our-832,our-832,fupin832,orders,own\n"), "\(run.slips)")
    #expect(try shop.value("SELECT gross FROM monthly_headline WHERE gross > 0") == "2560.00")
  }

  @Test func `the limits of a file can be set`() throws {
    let run = try shop.shell(
      """
      cp \(Self.platforms)/douyin/raw/1792022400_orders.zip a.zip
      \(shop.program) import a.zip --limit members=1; echo $?
      \(shop.program) import a.zip --limit nothing=1; echo $?
      \(shop.program) import a.zip --limit members=0; echo $?
      \(shop.program) import a.zip --limit members=2 --limit unpacked-bytes=1G >/dev/null; echo $?
      """)
    #expect(run.slips == "65\n64\n64\n0\n", "\(run.slips) \(run.words)")
  }

  @Test func `a listing is mapped to a bundle, and a file maps many`() throws {
    let run = try shop.shell(
      """
      cp \(Self.platforms)/douyin/raw/*_orders.csv .
      \(shop.program) import *.csv >/dev/null 2>&1
      \(shop.program) channel map douyin XX99 BC01:2 HS03:1
      \(shop.program) channel unmapped --output u.csv
      sed -i 's/,[^,]*,[^,]*$/,BC02,/' u.csv && sed -i '1s/BC02/sku/' u.csv
      \(shop.program) channel map --file u.csv
      \(shop.program) channel unmapped --format csv | wc -l
      \(shop.program) channel map douyin XX99; echo $?
      \(shop.program) channel map douyin XX99 BC01:2 --quantity 3; echo $?
      \(shop.program) channel map douyin XX99 BC01@1 HS03; echo $?
      \(shop.program) check --format json >/dev/null; echo $?
      """)
    #expect(run.words.contains("Mapped XX99 to BC01:2 + HS03:1: 1 order lines"), "\(run.words)")
    #expect(run.words.contains("listings:"), "\(run.words)")
    #expect(run.slips == "1\n64\n64\n65\n0\n", "\(run.slips) \(run.words)")
  }
}
