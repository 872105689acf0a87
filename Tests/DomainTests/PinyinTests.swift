import Domain
import Testing

@Suite struct PinyinTests {
  @Test(arguments: [
    ("红薯干", "hsg"), ("白茶 100g", "bc100g"), ("彭水 蜂蜜（2瓶）", "psfm2p"), ("ABC-12", "abc12"),
    ("", ""), ("—— ／", ""), ("苕粉", "sf"), ("鿿", "x"), ("一", "y"), ("茶😀", "c"), ("é", ""),
  ])
  func `a name is found by the first letters of its reading`(_ name: String, _ initials: String) {
    #expect(Pinyin.initials(name) == initials)
  }

  @Test func `of a long name the first hundred are kept, as the catalogue does`() {
    #expect(
      Pinyin.initials(String(repeating: "茶", count: 200)) == String(repeating: "c", count: 100))
  }
}
