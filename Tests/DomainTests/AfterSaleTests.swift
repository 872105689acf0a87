import Domain
import Testing

@Suite struct AfterSaleTests {
  @Test func `money that went back is further than anything else a case may say`() {
    let states: [AfterSale.State] = [.open, .nothing, .unknown, .back]
    #expect(states.map(\.rank) == states.map(\.rank).sorted() && Set(states.map(\.rank)).count == 4)
  }
}
