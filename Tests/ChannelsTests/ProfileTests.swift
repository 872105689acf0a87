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
    let profiles = try Profile.profiles([
      ("a.toml", base),
      (
        "b.toml",
        "name = 'b'\nlike = 'a'\nlines = 'joined'\n[columns]\nline = ['子单']\n[after-sale]\n'退了' = 'whole'"
      ),
    ])
    let own = profiles[1]
    #expect(own.platform == "p" && own.joinsLines)
    #expect(own.columns[.line] == ["子单"] && own.columns[.order] == ["单号"])
    #expect(own.afterSale == ["": .nothing, "退了": .whole])
    #expect(
      own.goods == [.init(field: .payable, isAdded: true), .init(field: .freight, isAdded: false)])
  }

  @Test(arguments: [
    ("", "x = 1\n"), ("goods = [\"payable\"", "goods = [\"paid-money\""),
    ("order = [\"单号\"]", "number = [\"单号\"]"), ("\"nothing\"", "\"maybe\""),
    ("lines = \"one\"", "lines = \"two\""), ("platform = \"p\"", ""), ("[columns]", "[columns"),
    ("core = [\"order\"]", "core = [\"order\", \"spec\"]"),
    ("name = \"a\"", "name = \"a\"\nlike = \"z\""),
  ])
  func `what is wrong with a profile is said`(_ good: String, _ bad: String) throws {
    let text = good.isEmpty ? bad + base : base.replacing(good, with: bad)
    let problem = #expect(throws: Problem.self) { try Profile.profiles([("a.toml", text)]) }
    #expect(problem?.code == "profile_malformed")
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
    [after-sale]
    "" = "nothing"
    """
}
