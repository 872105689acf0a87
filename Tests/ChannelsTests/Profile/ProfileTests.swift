import Domain
import Testing

@testable import Channels

@Suite struct ProfileTests {
  @Test func `every shipped profile can be read`() throws {
    let names = try Profile.all().map(\.name)
    #expect(names.contains("douyin-orders"))
    #expect(Set(names).count == names.count)
  }

  @Test func `a profile takes over from another what it does not say`() throws {
    let library = ProfileLibrary(texts: [
      ("a.toml", base),
      (
        "b.toml",
        "name = 'b'\nlike = 'a'\nlines = 'joined'\n[columns]\nline = ['子单']\n[after-sale]\n'退了' = 'whole'"
      ),
    ])
    #expect(library.faults.isEmpty)
    let own = library.profiles[1]
    #expect(own.platform == "p" && own.joinsLines)
    #expect(own.columns[.line] == ["子单"] && own.columns[.order] == ["单号"])
    #expect(own.afterSale == ["": .nothing, "退了": .whole])
    #expect(
      own.goods == [
        .init(amount: .field(.payable), isAdded: true),
        .init(amount: .field(.freight), isAdded: false),
      ])
  }

  @Test(
    arguments: [
      ("", "x = 1\n", "profile_key_unknown", "x", nil),
      ("goods = [\"payable\"", "goods = [\"paid-money\"", "profile_field_unknown", "goods", 5),
      ("goods = [\"payable\"", "goods = [\"quantity\"", "profile_field_not_amount", "goods", 5),
      ("goods = [\"payable\"", "goods = [\"refunded\"", "profile_field_without_column", "goods", 5),
      (
        "goods = [\"payable\"", "goods = [\"quantity*payable\"", "profile_field_not_amount",
        "goods", 5
      ),
      (
        "goods = [\"payable\"", "goods = [\"payable*freight\"", "profile_field_not_quantity",
        "goods", 5
      ),
      (
        "goods = [\"payable\"", "goods = [\"payable*quantity*quantity\"", "profile_field_unknown",
        "goods", 5
      ),
      ("goods =", "cash =", "profile_key_missing", "goods", nil),
      ("sold = [\"paid\"]", "sold = [\"submitted\"]", "profile_field_without_column", "sold", 6),
      ("sold = [\"paid\"]", "sold = [\"payable\"]", "profile_field_not_time", "sold", 6),
      ("sold = [\"paid\"]", "sold = []", "profile_key_missing", "sold", 6),
      ("sold = [\"paid\"]", "sold = \"paid\"", "profile_value_kind", "sold", 6),
      ("sold =", "line = [\"quantity\"]\nsold =", "profile_field_not_text", "line", 6),
      ("sold =", "line = [\"name|spec\"]\nsold =", "profile_field_without_column", "line", 6),
      ("sold =", "order = []\nsold =", "profile_key_missing", "order", 6),
      ("sold =", "carried = [\"spec\"]\nsold =", "profile_field_without_column", "carried", 6),
      ("sold =", "item = \"product-id\"\nsold =", "profile_field_without_column", "item", 6),
      ("sold =", "times = [\"YYYY-MM\"]\nsold =", "profile_time_pattern", "times", 6),
      ("sold =", "times = [\"YYYY-MM-DD hh:mm\"]\nsold =", "profile_time_pattern", "times", 6),
      ("sold =", "times = [\"YYYY-MM-DD MM:ss\"]\nsold =", "profile_time_pattern", "times", 6),
      ("sold =", "zone = \"Peking\"\nsold =", "profile_word_unknown", "zone", 6),
      ("order = [\"单号\"]", "number = [\"单号\"]", "profile_field_without_column", "core", 4),
      ("order = [\"单号\"]", "ordr = [\"单号\"]", "profile_field_unknown", "columns", 8),
      ("freight = [\"运费\"]", "freight = [\"件\"]", "profile_column_twice", "quantity", 12),
      ("freight = [\"运费\"]", "freight = [\"?\"]", "profile_unfinished", "freight", 10),
      ("quantity = [\"件\"]", "", "profile_needs", "columns", 7),
      ("name = [\"品\"]", "", "profile_needs", "columns", 7),
      ("\"nothing\"", "\"maybe\"", "profile_word_unknown", "after-sale.", 15),
      (
        "\"nothing\"", "\"nothing\"\n[order-status]\n\"完\" = 9", "profile_word_unknown",
        "order-status.完", 17
      ),
      ("lines = \"one\"", "lines = \"two\"", "profile_word_unknown", "lines", 3),
      ("lines = \"one\"", "lines = \"joined\"", "profile_needs", "columns", 7),
      ("platform = \"p\"", "", "profile_key_missing", "platform", nil),
      ("platform = \"p\"", "platform = \"?\"", "profile_unfinished", "platform", 2),
      ("[columns]", "[columns", "profile_not_toml", nil, 7),
      (
        "core = [\"order\"]", "core = [\"order\", \"spec\"]", "profile_field_without_column",
        "core", 4
      ),
      ("name = \"a\"", "name = \"a\"\nlike = \"z\"", "profile_like_unknown", "like", 2),
      ("name = \"a\"", "", "profile_key_missing", "name", nil),
      (
        "[columns]", "[constant]\nquantity = 1\n[columns]", "profile_constant_column", "constant", 8
      ),
      ("[columns]", "[constant]\nspec = \"\"\n[columns]", "profile_constant_kind", "constant", 8),
      (
        "[columns]", "[constant]\nrefunded = \"x\"\n[columns]", "profile_constant_kind", "constant",
        8
      ),
      (
        "[columns]", "[leave-out]\n\"类型\" = []\n[columns]", "profile_key_missing", "leave-out.类型", 8
      ),
    ] as [(String, String, String, String?, Int?)])
  func `what is wrong with a profile is said, with its place, and hinders no other`(
    _ good: String, _ bad: String, _ code: String, _ key: String?, _ line: Int?
  ) throws {
    let text = good.isEmpty ? bad + base : base.replacing(good, with: bad)
    let whole = base.replacing("name = \"a\"", with: "name = \"whole\"")
    let library = ProfileLibrary(texts: [("a.toml", text), ("whole.toml", whole)])
    let problem = try #require(library.faults.first?.problem)
    #expect(library.profiles.map(\.name) == ["whole"] && library.faults.count == 1)
    #expect(problem.code == code && problem.facts["profile"] == "a.toml")
    #expect(key == nil || problem.facts["key"] == key)
    #expect(line == nil || problem.facts["line"] == line.map { String($0) }, "\(problem.facts)")
    #expect(!"\(problem.facts)".contains("CodingKey"))
  }

  @Test func `an own profile that is wrong is not replaced by the one whose name it has`() {
    let good = ("a.toml", base)
    for bad in [
      base.replacing("goods =", with: "gods ="), base.replacing("\"paid\"", with: "\"ended\""),
    ] {
      let library = ProfileLibrary(texts: [good, ("mine.toml", bad)])
      #expect(library.profiles.isEmpty && library.faults.map(\.file) == ["mine.toml"])
      #expect(throws: Problem.self) { try library.choose("a") }
      #expect(throws: Problem("profile_unknown", ["profile": "b", "profiles": ""])) {
        try library.choose("b")
      }
    }
  }

  @Test func `the columns that make up the money are there in every file of a shipped profile`()
    throws
  {
    for profile in try Profile.all() {
      // Some settlement files have the money in columns beside the fields.
      let others = profile.isOfSettlements ? profile.required.count - profile.core.count : 0
      #expect(
        profile.required.count == profile.core.count + others && (0...1).contains(others),
        "\(profile.name)")
    }
  }

  private func draft(_ rows: [[String]]) throws -> String {
    try ProfileDraft(named: "d", rows: rows, profiles: Profile.all(), like: nil, platform: "p").text
  }

  @Test func `any table is drafted, with questions where nothing can be guessed`() throws {
    let english = try draft([
      ["Order", "Item", "Qty", "Total", "Paid at", "State"],
      ["1001", "BC01", "1", "12.50", "2026-10-03 10:00:00", "paid"],
    ])
    for line in [
      "order = [\"Order\"]", "name = [\"Item\"]", "quantity = [\"Qty\"]",
      "payable = [\"Total\"]", "paid = [\"Paid at\"]", "order-status = [\"State\"]",
    ] { #expect(english.contains(line), "\(english)") }
    #expect(ProfileLibrary(texts: [("d.toml", english)]).faults.isEmpty)
    let strange = try draft([["甲"], ["乙", "丙"], ["1", "2"]])
    #expect(strange.contains("order = [\"?\"]"))
    let fault = ProfileLibrary(texts: [("d.toml", strange)]).faults.first?.problem.code
    #expect(fault == "profile_unfinished")
    #expect(throws: Problem("table_without_header")) { try draft([["甲"], ["乙"]]) }
  }

  @Test func `a draft of orders with several rows tells their lines apart`() throws {
    let header = ["订单号", "商品名称", "商家编码", "数量", "实付金额", "付款时间", "订单状态"]
    let row = ["1001", "白茶", "BC01", "1", "12.50", "2026-10-03 10:00:00", "已完成"]
    let text = try draft([header, row, row])
    #expect(text.contains("line = [\"merchant-code|name\"]\nnumbered = true"), "\(text)")
    #expect(ProfileLibrary(texts: [("d.toml", text)]).faults.isEmpty)
    #expect(try !draft([header, row]).contains("numbered"))
  }

  @Test(.timeLimit(.minutes(1))) func `long cells do not hinder a draft`() throws {
    let long = String(repeating: "订单号商品名称", count: 20_000)
    let rows = Array(repeating: Array(repeating: long, count: 20), count: 400)
    let text = try draft([["订单号", "商品名称", "数量"]] + rows)
    #expect(text.contains("order = [\"订单号\"]"))
  }

  @Test func `words are compared without punctuation`() {
    #expect(Profile.word("同意退款，退款成功") == Profile.word("同意退款,退款成功"))
    #expect(Profile.word("已发货，待签收") == "已发货待签收")
  }

  private let base = """
    name = "a"
    platform = "p"
    lines = "one"
    core = ["order"]
    goods = ["payable", "-freight"]
    sold = ["paid"]
    [columns]
    order = ["单号"]
    payable = ["应付"]
    freight = ["运费"]
    paid = ["付款"]
    quantity = ["件"]
    name = ["品"]
    [after-sale]
    "" = "nothing"
    """
}
