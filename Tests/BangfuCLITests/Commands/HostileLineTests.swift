import Postgres
import Testing

/// Lines of JSON and texts that are made to harm.
@Suite struct HostileLineTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  @Test
  func `a line with NUL, a key twice, or too many bytes is refused, and the others are entered`()
    throws
  {
    let good = #"{"line":["BC01:1"],"tender":["card:128"]}"#
    let run = try shop.shell(
      """
      { echo '\(good)'
        printf '{"line":["BC01:1"],\\0"tender":["card:128"]}\\n'
        echo '{"line":["BC01:1"],"tender":["card:128"],"line":["HS01:1"]}'
        echo '{"line":["BC01:1"],"tender":["card:128"],"l\\u0069ne":["HS01:1"]}'
        echo '{"line":["BC01:1"],"tender":["card:128"],"operator":"a\\u0000b"}'
        echo '{"line":["BC01:1"],"tender":["card:128"],"operator":"li","buyer":"x\\u0000"}'
        head -c 80000000 /dev/zero | tr '\\0' a; echo
        printf '{"line":["BC01:1"],"tender":["card:128"],"operator":"'; head -c 101 /dev/zero | tr '\\0' a; echo '"}'
        head -c 500000 /dev/zero | tr '\\0' '['; echo
        printf '{"line":'; head -c 500000 /dev/zero | tr '\\0' '{'; echo
        head -c 100000 /dev/zero | sed 's/\\x0/{"a":/g'; echo
        printf '{"discount":"'; head -c 500000 /dev/zero | tr '\\0' 9; echo '","line":["BC01:1"]}'
        printf '{"discount":'; head -c 500000 /dev/zero | tr '\\0' 9; echo ',"line":["BC01:1"]}'
        echo '\(good)'
      } | timeout -s KILL 60 \(shop.program) order enter - --format json
      """)
    #expect(run.status == 65, "\(run.words)")
    let errors = run.slips.matches(of: /"error": "([a-z_]+)"/).map { String($0.output.1) }
    #expect(
      errors == [
        "line_holds_nul", "json_key_twice", "json_key_twice", "text_holds_nul", "text_holds_nul",
        "line_too_long", "posting_operator_short", "json_malformed", "json_malformed",
        "json_malformed",
        "amount_malformed", "json_malformed",
      ], "\(run.slips) \(run.words)")
    #expect(try shop.value("SELECT count(*) FROM document") == "2")
    #expect(run.words.contains("more than 1048576 bytes"), "\(run.words)")
  }

  private static let long = String(repeating: "茶", count: 501)
  private static let name = String(repeating: "茶", count: 201)

  @Test(arguments: [
    "product add X --name \(name) --unit 盒 --price 1", "supplier add X --name \(name)",
    "product add X --name x --category \(name) --unit 盒 --price 1",
    "product add X --name x --origin \(name) --unit 盒 --price 1",
    "supplier add X --name x --township \(name)", "buyer add X --name \(name)",
    "buyer add X --name x --province \(name)", "location add X --name \(name)",
    "location change shop --name \(name)", "channel add X --name \(name) --kind fair",
    "unit add 提 --english \(name)", "stock receive BC01 1 --operator \(name)",
    "stock receive BC01 1 --note \(long)", "stock waste BC01:1 --reason \(long)",
    "target set 1 --from 2026-01-01 --to 2026-12-31 --reason \(long)",
    "order enter --line BC01:1 --tender cash:128 --operator \(name)",
    "setup --county \(name) --programme other",
  ])
  func `a text that cannot be shown is refused with its limit`(_ command: String) throws {
    let run = try shop.shell("\(shop.program) \(command)")
    #expect(run.status == 65, "\(run)")
    #expect(run.words.contains("at most"), "\(run.words)")
    #expect(!run.words.contains("_short"), "\(run.words)")
  }
}
