import Domain
import Testing

@testable import Channels

/// What the words of each shipped profile say of the money.
@Suite struct StatusesTests {
  /// The profile, the order's word, the after-sale word; what went back of what was paid, and how far the order is.
  private static let words: [(String, String, String, AfterSaleWord?, Int?)] = [
    ("douyin-orders", "已完成", "", .nothing, 4), ("douyin-orders", "待支付", "", .nothing, 0),
    ("douyin-orders", "已发货", "待商家处理", .asked, 3),
    ("douyin-orders", "已发货", "售后已拒绝", .refused, 3),
    ("douyin-orders", "已完成", "换货成功", .exchanged, 4),
    ("douyin-orders", "已关闭", "同意退款,退款成功", .wholeWhenClosed, 5),
    ("douyin-orders", "已完成", "已全额退款", .whole, 4), ("douyin-orders", "已完成", "新词", nil, 4),
    ("douyin-orders", "新词", "", .nothing, nil), ("douyin-orders", "", "", .nothing, 0),
    ("weixin-orders", "已取消", "", .untold, 5), ("weixin-orders", "已取消", "退款完成", .untold, 5),
    ("weixin-orders", "已完成", "平台处理完成", .told, 4), ("weixin-orders", "已完成", "售后关闭", .refused, 4),
    ("weixin-orders", "已取消", "新词", .untold, 5),
    ("taobao-orders", "买家已付款,等待卖家发货", "没有申请退款", .nothing, 1),
    ("taobao-orders", "交易关闭", "退款成功", .told, 5),
    ("taobao-orders", "交易成功", "卖家拒绝退款", .refused, 4),
    ("fupin832-orders", "已取消", "", .untold, 5), ("fupin832-orders", "已收货", "", .nothing, 4),
    ("fupin832-orders", "已收货", "任何词", nil, 4),
  ]

  @Test(arguments: words)
  func `both words of a row say what went back and how far the order is`(
    _ name: String, _ order: String, _ afterSale: String, _ meaning: AfterSaleWord?, _ rank: Int?
  ) throws {
    var statuses = Statuses()
    let profile = try Profile.shipped(name)
    for _ in 1...2 {  // the second time as it is kept
      let status = statuses.status(order: order, afterSale: afterSale, profile)
      #expect(status.meaning == meaning && status.orderRank == rank)
    }
  }

  @Test func `of an unpaid order only the after-sale word says what went back`() throws {
    var statuses = Statuses()
    let status = statuses.status(order: "已取消", afterSale: "", try .shipped("weixin-orders"))
    #expect(status.meaning == .untold && status.meaningUnpaid == .nothing)
  }

  @Test func `the comma of a word is recorded as the one of half width`() throws {
    var statuses = Statuses()
    let status = statuses.status(
      order: "已关闭", afterSale: "同意退款，退款成功", try .shipped("douyin-orders"))
    #expect(status.afterSale == "同意退款,退款成功" && status.isClosed)
  }

  @Test func `more words than are kept are understood all the same`() throws {
    var statuses = Statuses()
    let profile = try Profile.shipped("douyin-orders")
    for round in 0..<3 {
      for number in 0..<40 {
        let status = statuses.status(order: "词\(number)", afterSale: "待退货", profile)
        #expect(status.orderRank == nil && status.meaning == .asked, "\(round) \(number)")
      }
    }
  }

  @Test func `the further a case is, the higher its rank`() {
    let words: [AfterSaleWord] = [.nothing, .asked, .refused, .exchanged, .told, .whole]
    #expect(words.map(\.rank) == words.map(\.rank).sorted() && Set(words.map(\.rank)).count == 6)
    #expect(AfterSaleWord.untold.rank == AfterSaleWord.told.rank)
    #expect(AfterSaleWord.wholeWhenClosed.rank == AfterSaleWord.told.rank)
  }

  @Test func `whether a word says that an order was sold`() throws {
    let profile = try Profile.shipped("douyin-orders")
    #expect(["待发货", "已发货", "已完成"].allSatisfy(profile.isSold))
    #expect(!["待支付", "已关闭", "新词", ""].contains(where: profile.isSold))
    #expect(profile.isUnknown("新词") && !["待支付", "已关闭", ""].contains(where: profile.isUnknown))
  }
}
