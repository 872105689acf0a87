import Testing

@testable import Channels

@Suite struct CourierNumberTests {
  @Test(arguments: [
    ("SF1393400012345-顺丰速运,10001-1", "SF1393400012345"), ("773000000010", "773000000010"),
    ("顺丰速运 sf1393400012345", "SF1393400012345"),
    ("YT8801234567890;YT8801234567891", "YT8801234567890"),
  ])
  func `the first parcel's number is read, whatever stands around it`(cell: String, number: String)
  {
    #expect(courierNumber(in: cell) == number)
  }

  @Test(arguments: [
    "", "-", "7.73E+14", "顺丰速运", "SF12345", "ABCDEFGHIJKL", String(repeating: "7", count: 33), "自提",
  ])
  func `what is no number of a parcel is none`(cell: String) {
    #expect(courierNumber(in: cell) == nil)
  }
}
