import Domain
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
    let tenders = [
      Tender(method: .cash, amount: Money(minor: 100_00)),
      Tender(method: .wechat, amount: Money(minor: 28_00)),
    ]
    #expect(Column.amount.shown("1234.50") == "1,234.50")
    #expect(Column.pending.shown("12") == "12", "a count of rows is no amount")
    #expect(Column.quantity.shown("1234.5") == "1234.5")
    #expect(Column.lines.json(Cell("3")).compact == "3")
    #expect(Column.lines.json(.empty).compact == "null")
    #expect(Column.quantity.json(Cell("3")).compact == "\"3\"")
    #expect(
      Column.tenders.json(.tenders(tenders)).compact
        == #"[{"method": "cash", "amount": "100.00"}, {"method": "wechat", "amount": "28.00"}]"#)
    #expect(Cell.tenders(tenders).plain == "cash 100.00, wechat 28.00")
    #expect(Column.active.json(Cell(false)).compact == "\"no\"" && Cell(true).plain == "yes")
  }
}
