import Postgres
import TestSupport
import Testing

@Suite struct CounterSellTests {
  @Test func `a sale by two methods gives change and a slip`() throws {
    let shop = try CounterShop()
    let run = try shop.sell("hsg 2", "6970100000017", "HS01*1.5", "折 5", "", "w 100", "x 100", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.words.contains("Sold, document 1. Change 29.80."))
    #expect(run.slips.contains("  1.5 公斤 × 6.80                  10.20\n"))
    #expect(run.slips.contains("Total (yuan)                      170.20\n"))
    #expect(try shop.standing == "1 18")
    #expect(
      try shop.value("SELECT string_agg(method || amount, ' ' ORDER BY tender_no) FROM tender")
        == "wechat100.00 cash70.20")
    #expect(
      try shop.value("SELECT command || operator FROM posting WHERE document_id = 1")
        == "counter sellli")
    #expect(!shop.hasBasket)
  }

  @Test func `going back undoes money, then goods, and two customers follow each other`() throws {
    let shop = try CounterShop()
    let run = try shop.sell(
      "hsg", "hsg 4", "", "w 5", "<", "<", "<", "", "x", "", "@LCYZ", "hsg 2", "", "g", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(try shop.standing == "2 17")
    #expect(
      try shop.value(
        "SELECT string_agg(total || '/' || receivable, ' ' ORDER BY document_id) FROM document")
        == "18.50/0.00 37.00/37.00")
  }

  @Test func `too little stock keeps the basket, which can be mended and sold`() throws {
    let shop = try CounterShop()
    let run = try shop.sell("hsg 21", "", "w", "")
    #expect(run.status == 65)
    #expect(run.words.contains("holds 20"))
    #expect(try shop.standing == "0 20")
    let next = try shop.sell("1=20", "", "<", "w", "", "")
    #expect(next.words.contains("left unsold"))
    #expect(next.status == 0, "\(next.words)")
    #expect(try shop.standing == "1 0")
  }

  @Test func `all goods of a basket that have expired are sold for one reason, approved once`()
    throws
  {
    let shop = try CounterShop()
    let receiving = try shop.shell(
      """
      for sku in BC02 BC04; do
        \(shop.program) product change $sku --lots
        \(shop.program) stock receive $sku 2 --lot OLD --expires 2020-01-01
      done
      """)
    #expect(receiving.status == 0, "\(receiving.words)")
    let run = try shop.sell("BC02", "BC04 2", "", "w", "", "员工自用", "wang", "quit")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.words.contains("also expired: BC04 白茶袋泡茶 2 袋"))
    #expect(run.words.split(separator: "Who approves it?").count == 2)
    let list = try shop.shell(
      "\(shop.program) stock expired-sales --format csv | cut -d, -f4,11-")
    #expect(list.slips == "sku,approved_by,reason\nBC02,wang,员工自用\nBC04,wang,员工自用\n")
  }

  @Test func `a sale that leaves too little says so, and so does the till when it opens`() throws {
    let shop = try CounterShop()
    let setting = try shop.shell(
      """
      \(shop.program) stock minimum HS03 19; \(shop.program) stock minimum HS01 20
      \(shop.program) stock reserve HS01:15 --for LCZGH --until 2099-01-01
      """)
    #expect(setting.words.contains("Low: 20 公斤 of HS01 彭水红薯 left, 15 promised, minimum 20"))
    let run = try shop.sell("hsg", "", "w", "", "hsg 2", "BC01", "", "w", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.words.contains("Below their minimum: 1;"))
    let warnings = run.words.split(separator: "\n").filter { $0.hasPrefix("Low:") }
    #expect(warnings == ["Low: 17 袋 of HS03 红薯干 left, minimum 19"])
    let elsewhere = try shop.sell("hsg", "", "w", "", options: "--channel douyin")
    #expect(!elsewhere.words.contains("Low:"))
  }

  @Test func `a killed till goes on with its basket`() throws {
    let shop = try CounterShop()
    let killed = try shop.shell(
      """
      mkfifo line; \(shop.program) counter sell --operator li <line & P=$!; exec 3>line
      printf 'hsg 2\\nBC01\\n\\nw 100\\n' >&3
      for i in $(seq 100); do grep -q wechat counter/*.json 2>/dev/null && break; sleep 0.1; done
      kill -9 $P; wait $P
      """)
    #expect(killed.status == 137)
    #expect(shop.hasBasket)
    let run = try shop.sell("", "x", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.slips.contains("Total (yuan)                      165.00\n"))
    #expect(try shop.standing == "1 18")
  }

  @Test func `a basket that was recorded before the crash is not sold again`() throws {
    let shop = try CounterShop()
    _ = try shop.sell("hsg 2", "", "50")
    _ = try shop.shell("cp counter/*.json kept; ls counter/*.json >name")
    #expect(try shop.sell("", "").words.contains("document 1"))
    _ = try shop.shell("cp kept $(cat name)")
    let run = try shop.sell("", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(run.words.contains("recorded already, document 1"))
    #expect(run.slips.contains("Change                             13.00\n"))
    #expect(try shop.standing == "1 18")
    #expect(!shop.hasBasket)
  }

  @Test(arguments: [["", ""], ["<", "", ""]])
  func `a basket that was sent before the crash is finished once`(_ lines: [String]) throws {
    let shop = try CounterShop()
    for isRecorded in [false, true] {
      _ = try shop.sell("hsg 2", "", "50")
      _ = try shop.shell("sed -i 's/\"stage\":{\"payment\"/\"stage\":{\"unsure\"/' counter/*.json")
      _ = try shop.shell("cp counter/*.json kept; ls counter/*.json >name")
      if isRecorded {
        _ = try shop.sell("")
        _ = try shop.shell("cp kept $(cat name)")
      }
      let run = try shop.shell(
        "printf '\(lines.joined(separator: "\\n"))\\n' | \(shop.program) counter sell --operator li"
      )
      #expect(run.status == 0, "\(run.words)")
      #expect(run.words.contains("it had been sent") || run.words.contains("It had been sent"))
      #expect(run.words.contains("recorded already") == isRecorded, "\(run.words)")
    }
    #expect(try shop.standing == "2 16")
  }

  @Test func `two tills of one operator do not share a basket`() throws {
    let shop = try CounterShop()
    let run = try shop.shell(
      """
      mkfifo line; \(shop.program) counter sell --operator li <line & P=$!; exec 3>line
      printf 'hsg 2\\n' >&3
      for i in $(seq 100); do ls counter/*.json 2>/dev/null && break; sleep 0.1; done
      printf 'BC01\\n\\nw\\n\\n' | \(shop.program) counter sell --operator li
      printf '\\nx\\n\\n' >&3; exec 3>&-; wait $P
      """)
    #expect(run.status == 0, "\(run.words)")
    #expect(!run.words.contains("left unsold"))
    #expect(try shop.standing == "2 18")
    #expect(
      try shop.value("SELECT string_agg(total::text, ' ' ORDER BY document_id) FROM document")
        == "128.00 37.00")
  }

  @Test func `a connection that is lost is opened again, in the middle of a sale too`() throws {
    let shop = try CounterShop()
    let run = try shop.shell(
      """
      \(shop.psql) -c "BEGIN; LOCK pengshui.posting; SELECT pg_sleep(3); COMMIT" & sleep 1
      printf 'hsg 2\\n\\nw\\n\\n' | \(shop.program) counter sell --operator li & P=$!
      for i in $(seq 40); do
        \(shop.psql) -Atc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'" | grep t && break
        sleep 0.1
      done
      wait $P
      """)
    #expect(run.status == 0, "\(run.words)")
    #expect(run.slips.split(separator: "\n").contains("t"), "no connection was cut")
    #expect(run.words.contains("Sold, document"), "\(run.words)")
    #expect(try shop.standing == "1 18")
  }

  @Test func `a basket that is given away is confirmed without money`() throws {
    let shop = try CounterShop()
    let run = try shop.sell("hsg", "折 18.5", "", "", "@LCYZ", "hsg", "discount 18.50", "", "")
    #expect(run.status == 0, "\(run.words)")
    #expect(try shop.standing == "2 18")
  }

  /// Makes the database post something else than it is asked for.
  private func fault(_ change: String, on table: String, in shop: CounterShop) throws {
    let database = try Connection(TestServer.shared.conninfo(database: shop.database))
    try database.run(
      script: """
        CREATE FUNCTION pengshui.fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \(change); RETURN NEW; END $$;
        CREATE TRIGGER fault BEFORE INSERT ON pengshui.\(table) FOR EACH ROW EXECUTE FUNCTION pengshui.fault()
        """)
  }

  @Test(arguments: [
    ("document", "NEW.total := NEW.total - 1", "total", "36.00"),
    ("line", "NEW.amount := NEW.amount - 1", "amounts", "37.00"),
    ("tender", "NEW.amount := NEW.amount - 1", "money", "37.00"),
  ])
  func `a sale that is posted otherwise than paid stops the till, with a slip of what was posted`(
    _ table: String, _ change: String, _ what: String, _ posted: String
  ) throws {
    let shop = try CounterShop()
    try fault(change, on: table, in: shop)
    let run = try shop.sell("hsg 2", "", "x 50", "", "BC01", "", "x", "")
    #expect(run.status == 70, "\(run.words)")
    let words = run.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let sentence =
      "what was recorded is not what the basket said (\(what)): document 1 is of \(posted) yuan, the basket of 37.00."
    #expect(words.contains(sentence), "\(words)")
    #expect(!run.words.contains("Sold, document"))
    #expect(run.slips.contains("No. 1 ") && run.slips.contains(" \(posted)\n"), "\(run.slips)")
    #expect(
      try shop.value("SELECT count(*) FROM document") == "1", "the next customer is not served")
    #expect(!shop.hasBasket)
    let chinese = try CounterShop()
    try fault(change, on: table, in: chinese)
    try chinese.write("hsg 2\n\nx 50\n\n", to: "in")
    let other = try chinese.shell("\(chinese.program) counter sell --operator li --lang zh <in")
    #expect(other.words.contains("记账的和购物篮不一样（"), "\(other.words)")
  }

  @Test
  func `a slip says what the catalogue calls the goods when they are sold, and sums them as shown`()
    throws
  {
    let shop = try CounterShop()
    let run = try shop.shell(
      """
      mkfifo line; \(shop.program) counter sell --operator li <line & P=$!; exec 3>line
      printf 'hsg 2\\n' >&3
      for i in $(seq 100); do ls counter/*.json 2>/dev/null && break; sleep 0.1; done
      \(shop.program) product change HS03 --name 红薯条 --price 99
      printf '\\nw 20\\nw\\n\\nslip\\n' >&3; exec 3>&-; wait $P
      """)
    #expect(run.status == 0, "\(run.words)")
    let slips = run.slips.split(separator: "Thank you")
    #expect(slips.count == 3, "once sold, once printed again")
    #expect(slips[0].contains("红薯条") && slips[0].contains("2 袋 × 18.50"), "\(run.slips)")
    #expect(
      slips[0].contains("WeChat                             37.00\n"), "both as one: \(run.slips)")
    #expect(run.words.contains("Sold, document 1."))
  }

  @Test func `an unknown channel or location is told at once`() throws {
    let shop = try CounterShop()
    #expect(try shop.sell("hsg", options: "--channel nowhere").status == 65)
    #expect(try shop.sell("hsg", options: "--location nowhere").status == 65)
  }
}

extension CounterShop {
  /// Whether a basket is kept.
  var hasBasket: Bool { (try? shell("ls counter/*.json").status) == 0 }

  /// psql on the database.
  var psql: String {
    let conninfo = TestServer.shared.conninfo(database: database).replacing("'", with: "'\\''")
    return "psql -X '\(conninfo)'"
  }

  @Test(arguments: ["白茶一级", "白茶 一级", "白茶　一级", "彭水 白茶一 级", "BCYJ", "psbc yj", "礼 盒"])
  func `goods are found whatever spaces stand in their names`(_ typed: String) throws {
    let shop = try CounterShop()
    let run = try shop.sell(typed)
    #expect(run.words.contains(typed.contains("礼") ? "彭水白茶 礼盒" : "彭水白茶 一级 100g"), "\(run.words)")
    let listed = try shop.shell("\(shop.program) product list '\(typed)'")
    #expect(listed.slips.contains("BC0"))
  }

  @Test func `one letter and a barcode at the real catalogue`() throws {
    let shop = try CounterShop()
    let run = try shop.sell("HS03", "w", "围", "<", "6970100000017")
    #expect(run.words.contains("payment (WeChat)") && !run.words.contains("268.00 ="))
    #expect(run.words.contains("1 found") && run.words.contains("(2 lines)"))
  }

  @Test func `too little in stock is told when goods are added, not after the money`() throws {
    let shop = try CounterShop()
    let run = try shop.sell("HS03 19", "HS03", "HS03", "BC02 2", "1=30", "1=3")
    let told = run.words.split(separator: "\n").filter { $0.hasPrefix("Too little") }
    #expect(
      told == [
        "Too little: 20 袋 of HS03 红薯干 in stock, 21 in the basket.",
        "Too little: 0 盒 of BC02 彭水白茶 一级 100g in stock, 2 in the basket.",
        "Too little: 20 袋 of HS03 红薯干 in stock, 30 in the basket.",
      ])
    let again = try shop.sell("")
    #expect(again.words.contains("Too little: 0 盒 of BC02") && !again.words.contains("of HS03"))
    #expect(
      try shop.sell("clear", "HS03 21", options: "--channel tourism").words.contains("Too little")
        == false)
  }

  @Test func `expired stock is told when goods are added`() throws {
    let shop = try CounterShop()
    let received = try shop.shell(
      "\(shop.program) product change BC02 --lots && \(shop.program) stock receive BC02 3 --expires 2026-01-31"
        + " && \(shop.program) stock receive BC02 2 --expires 2099-01-31")
    #expect(received.status == 0, "\(received.words)")
    let run = try shop.sell("BC02 2", "BC02")
    #expect(run.words.split(separator: "Too little").count == 2)
    #expect(
      run.words.contains("Too little: 5 盒 of BC02 彭水白茶 一级 100g in stock, of which 3 盒 expired"))
  }

  @Test func `a basket is kept for the next till of a person, whatever other tills left behind`()
    throws
  {
    let shop = try CounterShop()
    // Two tills at once; the first one ends with an empty basket and steps to take back.
    let run = try shop.shell(
      """
      mkfifo first; \(shop.program) counter sell --operator li <first 2>one & exec 3>first
      echo HS03 >&3; while ! grep -q 18.50 one; do sleep 0.1; done
      echo BC01 | \(shop.program) counter sell --operator li; echo clear >&3; exec 3>&-; wait
      """)
    #expect(run.words.contains("kept"))
    let next = try shop.sell("", "", "x", "", "HS03")
    #expect(next.words.contains("left unsold") && next.words.contains("Sold, document 1"))
    // One in another channel is named, and another person's is not.
    let fair = try shop.sell("HS01", options: "--channel fair")
    #expect(
      fair.words.contains("(counter, 1 line, 18.50)"))
    #expect(try shop.sell("clear").words.contains("counter sell --channel fair"))
    let other = try shop.shell("echo | \(shop.program) counter sell --operator wang")
    #expect(!other.words.contains("unsold"))
  }
}
