import FoundationEssentials
import Postgres
import Testing

/// Folders of files, rows behind figures, profiles of one's own: by the real program.
@Suite struct ImportFolderTests {
  let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// Where the files of the platforms are.
  private static let platforms: String = {
    let here = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(here)/BangfuTests/Platforms"
  }()

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
      export BANGFU_PROFILES=own
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
    #expect(run.words.contains("the profile bad.toml, line 1: name is missing"), "\(run.words)")
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
