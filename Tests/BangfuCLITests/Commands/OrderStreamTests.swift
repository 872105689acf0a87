import Postgres
import Testing

@Suite struct OrderStreamTests {
  @Test func `orders of a stream are answered in their order, the refused ones among them`() throws
  {
    let shop = try CounterShop()
    try shop.write(
      """
      {"line": ["BC01:1"], "tender": ["wechat:128.00"]}
      {"line": ["BC01:99"], "tender": ["cash:20000"]}

      {"line": ["NO"], "tender": []}
      {"line": "HS01:2", "tender": ["cash:20"]}
      {"lines": []}
      {"line": ["HS01:1"], "tender": ["cash:5"]}
      not json
      {"line": ["BC01:1"], "tender": ["wechat:128.00"]}
      """, to: "orders")
    let run = try shop.shell(
      "\(shop.program) order enter - --channel counter --format json <orders")
    #expect(run.status == 65, "\(run.words)")
    let answers = run.slips.split(separator: "\n").map { line in
      line.contains("\"document\"") ? "entered" : String(line.prefix(10))
    }
    #expect(
      answers == [
        "entered", "{\"line\": 2", "{\"line\": 4", "entered", "{\"line\": 6", "{\"line\": 7",
        "{\"line\": 8", "entered",
      ], "\(run.slips)")
    #expect(run.words.contains("5 of 9 lines were not entered"), "\(run.words)")
    #expect(try shop.value("SELECT count(*) FROM document") == "3")
  }

  @Test func `a stream as CSV has one header`() throws {
    let shop = try CounterShop()
    try shop.write(
      String(repeating: "{\"line\":[\"BC01:1\"],\"tender\":[\"card:128\"]}\n", count: 5),
      to: "orders")
    let run = try shop.shell("\(shop.program) order enter - --format csv <orders")
    #expect(run.status == 0, "\(run.words)")
    let lines = run.slips.split(separator: "\n")
    #expect(lines.first == "document,total,change,lines,repeated,day")
    #expect(lines.count == 6)
    #expect(lines.dropFirst().allSatisfy { $0.contains(",128.00,0.00,1,false,20") })
  }

  @Test func `whoever waits for an answer before the next order gets it`() throws {
    let shop = try CounterShop()
    let run = try shop.shell(
      """
      mkfifo ask answer
      \(shop.program) order enter - --format json <ask >answer &
      exec 3>ask 4<answer
      for n in 1 2 3; do
        echo '{"line":["BC01:1"],"tender":["card:128"]}' >&3
        timeout 20 head -n 1 <&4 >>said || echo none >>said
      done
      exec 3>&-
      wait $!
      cat said
      """)
    #expect(run.status == 0, "\(run.words)")
    let answers = run.slips.split(separator: "\n")
    #expect(answers.count == 3)
    #expect(answers.allSatisfy { $0.contains("128.00") }, "\(run.slips)")
  }

  @Test func `a stream says units, and who approves of what has expired`() throws {
    let shop = try CounterShop()
    try shop.write(
      """
      {"line": ["HS01:5斤@3.00", "BC01:1盒"], "tender": ["card:143"]}
      {"line": ["HS01:1瓶"], "tender": ["card:7"]}
      {"line": ["HS01:5 斤"], "tender": ["card:17"], "expired-reason": "促销"}
      {"line": ["HS01:5斤"], "tender": ["card:17"], "expired-reason": "促销", "approved-by": "li"}
      {"line": ["HS01:5斤"], "tender": ["card:17"], "expired-reason": "促销", "approved-by": 5}
      {"line": ["HS01:5斤"], "tender": ["card:17"], "expired-reason": ["促销"], "approved-by": "wu"}
      """, to: "orders")
    let run = try shop.shell("\(shop.program) order enter - --operator li --format json <orders")
    let errors = run.slips.matches(of: /"error": "([a-z_]+)"/).map { String($0.output.1) }
    #expect(
      errors == [
        "unit_not_of_product", "expired_approval_half", "expired_second_person", "json_value",
      ], "\(run.slips)")
    #expect(try shop.value("SELECT string_agg(total::text, ' ') FROM document") == "143.00 17.00")
  }

  @Test func `an option that says something of one order is refused beside a stream`() throws {
    let shop = try CounterShop()
    try shop.write("{\"line\": \"BC01:1\", \"tender\": \"cash:128\"}\n", to: "orders")
    for option in ["--location shop", "--discount 5", "--signed", "--tender cash:5"] {
      let run = try shop.shell("\(shop.program) order enter - \(option) <orders")
      #expect(run.status == 64 && run.slips.isEmpty, "\(option): \(run.words)")
    }
  }
}
