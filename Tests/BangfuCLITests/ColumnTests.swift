import Testing

@testable import BangfuCLI

@Suite struct ColumnTests {
  @Test func `a key is of one column, which has a heading in both languages`() {
    let keys = Column.all.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(Column.all.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
    #expect(Column.named("on_hand") == .onHand)
    #expect(Column.named("no_such_key") == Column("no_such_key", "no_such_key", "no_such_key"))
  }

  @Test func `cells are shown by what their column holds`() {
    #expect(Column.amount.shown("1234.50") == "1,234.50")
    #expect(Column.pending.shown("12") == "12", "a count of rows is no amount")
    #expect(Column.quantity.shown("1234.5") == "1234.5")
    #expect(Column.lines.json("3").compact == "3")
    #expect(Column.lines.json("").compact == "null")
    #expect(Column.quantity.json("3").compact == "\"3\"")
    #expect(
      Column.tenders.json("cash 100.00, wechat 28.00").compact
        == #"[{"method": "cash", "amount": "100.00"}, {"method": "wechat", "amount": "28.00"}]"#)
  }
}
