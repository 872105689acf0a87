import Domain
import Testing

@Suite struct TypedNumberTests {
  @Test(arguments: [
    ("HS01：1,000＠6.50", "HS01:1000@6.50"), ("1,901.50", "1901.50"),
    ("138,000,000.00", "138000000.00"),
    ("１２", "12"), ("￥1,280.00元", "1280.00"), ("12.5 元", "12.5"), ("cash：1，280", "cash:1280"),
    ("−5", "-5"), ("－5", "-5"), ("HS01:5元", "HS01:5元"), ("HS01:2箱＃L1", "HS01:2箱#L1"), ("", ""),
  ])
  func `what is typed or copied is read as it is meant`(_ text: String, _ plain: String) {
    #expect(text.typed == plain)
  }

  @Test(arguments: [
    "1,00", "1,0000", "12,34.5", "1,000,00", ",100", "1000,000", "1,000.5,0", "a,b",
  ])
  func `commas that do not part thousands stay, to be refused`(_ text: String) {
    #expect(text.typed == text)
    #expect(Money(text.typed) == nil)
  }
}
