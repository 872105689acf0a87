import Testing

@testable import Channels

@Suite struct PersonalNumberTests {
  @Test(arguments: [
    ("13800138000", "***"), ("电话13800138000联系", "电话***联系"), ("138-0013-8000", "***"),
    ("138 0013 8000", "***"), ("+86 13800138000", "+***"), ("008613800138000", "***"),
    ("１３８００１３８０００", "***"), ("0635-8212345", "***"), ("010 62345678", "***"),
    ("11010519491231002X", "***"), ("500243199001011234", "***"), ("6222021234567890128", "***"),
    ("白茶 13800138000 / 19912345678", "白茶 *** / ***"),
  ])
  func `numbers of telephones, identity and bank cards are marked`(_ text: String, _ kept: String) {
    #expect(PersonalNumber.scrub(text) == kept && PersonalNumber.isIn(text))
  }

  @Test(arguments: [
    "6901234567892", "12800138000", "1380013800", "138001380001", "06358212345",
    "6917090000000002000", "2428800012345678", "500243199013011234", "500243189901011234",
    "6222021234567890127", "2026-10-05 10:00:00", "白茶 100g", "", "1234567890",
    "9622021234567890128",
  ])
  func `codes, numbers of orders and times are not`(_ text: String) {
    #expect(PersonalNumber.scrub(text) == nil && !PersonalNumber.isIn(text))
  }
}
