import Postgres
import Testing

/// Real programs at once on the same goods: nothing is sold twice, nothing is lost, and no deadlock reaches a person.
@Suite struct StockProcessTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// Runs shell scripts at once, and checks that each ended with 0 or one of the refusals of 65.
  ///
  /// `bangfu` is the program in them.
  private func atOnce(_ scripts: [String]) throws {
    var text = "bangfu() { \(shop.program) \"$@\"; }\n"
    for (index, script) in scripts.enumerated() {
      text += "( \(script) ) >out\(index) 2>err\(index) &\n"
    }
    let run = try shop.shell(text + "wait")
    #expect(run.status == 0, "\(run.words)")
    for index in scripts.indices {
      let words = shop.read("err\(index)")
      for trouble in ["deadlock", "bug", "[70]", "[75]", "could not serialize"] {
        #expect(!words.contains(trouble), "\(words)")
      }
    }
    // A lost transaction is run again, so that a deadlock shows only here.
    #expect(
      try shop.value("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        == "0")
    let check = try shop.shell("\(shop.program) check --format csv")
    #expect(check.status == 0, "\(check.slips)")
  }

  private func orders(_ count: Int, _ line: String) -> String {
    "for n in $(seq \(count)); do echo '{\"line\":[\"\(line)\"],\"tender\":[\"cash:500\"]}'; done"
      + " | bangfu order enter - --format json"
  }

  private func sum(_ kind: String) throws -> String {
    try shop.value(
      """
      SELECT coalesce(trim_scale(sum(abs(m.quantity))), 0) FROM stock_move m JOIN product p ON p.product_id = m.product_id
      WHERE p.sku = 'HS03' AND m.kind = \(kind)
      """)
  }

  private func onHand(_ location: String) throws -> String {
    try shop.value(
      """
      SELECT coalesce((SELECT trim_scale(h.quantity) FROM stock_on_hand h
        JOIN product p ON p.product_id = h.product_id JOIN location l ON l.location_id = h.location_id
        WHERE p.sku = 'HS03' AND l.code = \(location)), 0)
      """)
  }

  @Test func `eight tills sell the last twenty pieces, each once`() throws {
    try atOnce(Array(repeating: orders(5, "HS03:1"), count: 8))
    let sold = (0..<8).map { shop.read("out\($0)").split(separator: "\n") }
      .joined().filter { $0.contains("\"document\"") }.count
    #expect(sold == 20)
    #expect(try shop.standing == "20 0")
  }

  @Test func `what is sent to another location is not sold, and what is sold is not sent`() throws {
    let made = try shop.shell("\(shop.program) location add wh --name 聊城仓 --kind warehouse")
    #expect(made.status == 0, "\(made.words)")
    let transfers = Array(
      repeating: "for n in 1 2 3 4; do bangfu stock transfer send HS03:2 --to wh; done", count: 3)
    try atOnce(transfers + Array(repeating: orders(6, "HS03:1"), count: 3))
    // 24 would be sent and 18 sold, of 20: all of it goes one way or the other.
    let (sent, sold) = (Int(try sum("send")) ?? 0, Int(try sum("issue")) ?? 0)
    #expect(sent + sold + (Int(try onHand("shop")) ?? -1) == 20)
    #expect(sent > 0 && sold > 0)

    let numbers = try shop.shell("\(shop.program) stock transfer list --format csv").slips
      .split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
    // Two clerks receive the same transfers: each arrives once.
    let receive = numbers.map { "bangfu stock transfer receive \($0);" }.joined(separator: " ")
    try atOnce([receive, receive])
    #expect(try onHand("wh") == "\(sent)")
  }

  @Test func `a count while tills sell finds what is missing, and nothing else`() throws {
    let opened = try shop.shell(
      "\(shop.program) stock count open --category 红薯 --recount-over 100000 --operator li")
    #expect(opened.status == 0, "\(opened.words)")
    let count = try shop.value("SELECT count_id FROM stock_count")
    let counting =
      "for n in 1 2 3; do bangfu stock count enter \(count) HS03:9 --operator li; done;"
      + " bangfu stock count approve \(count) --partial --operator wang"
    try atOnce([counting] + Array(repeating: orders(3, "HS03:1"), count: 3))
    #expect(try shop.value("SELECT state FROM stock_count") == "approved")
    let book = try shop.value(
      "SELECT coalesce(trim_scale(book), 0) FROM stock_count_line ORDER BY line_no DESC LIMIT 1")
    let (adjusted, sold) = (Int(try sum("adjust")) ?? 0, Int(try sum("issue")) ?? 0)
    // Less was found than the book had: the difference is to the book of that moment, whatever was sold since.
    #expect(adjusted == (Int(book) ?? 0) - 9)
    #expect(Int(try onHand("shop")) == 20 - sold - adjusted)
  }
}
