import Domain
import Testing

@testable import Channels

@Suite struct AfterSaleRowTests {
  private let header = "退款单编号 订单编号 商品ID 宝贝标题 退款类型 买家退款金额 退款状态 退款申请时间 完结时间"

  private func read(_ rows: [[String: String]]) throws -> SampleFile {
    try SampleFile(
      header,
      rows.map {
        [
          "退款单编号": "T1", "订单编号": "1001", "商品ID": "99", "买家退款金额": "30.00", "退款状态": "退款成功",
          "退款申请时间": "2026-10-07 09:00:00", "完结时间": "2026-10-08 09:00:00",
        ].merging($0) { $1 }
      })
  }

  @Test func `a case names its order, and its line by the platform's product`() throws {
    let file = try read([[:]])
    let found = try #require(file.cases.first)
    #expect(file.layout.profile.name == "taobao-refunds" && file.claims == [])
    #expect(found.number == "T1" && found.orderNumber == "1001" && found.item == "99")
    #expect(found.lineNumber == nil && found.cash == Money("30.00") && found.state == .back)
    #expect(found.backAt == "2026-10-08 09:00:00" && found.newestAt == "2026-10-08 09:00:00")
  }

  @Test(arguments: [
    ("退款成功", "", AfterSale.State.back), ("没有申请退款", "", .open), ("退款关闭", "", .nothing),
    ("卖家拒绝退款", "", .nothing), ("新词", "", .unknown), ("", "", .unknown), ("退款成功", "换货", .nothing),
    ("退款成功", "仅退款", .back), ("买家已经退货，等待卖家确认收货", "", .open),
  ])
  func `how a case stands is said by its word, and by its sort before that`(
    _ word: String, _ type: String, _ state: AfterSale.State
  ) throws {
    let file = try read([["退款状态": word.isEmpty ? "-" : word, "退款类型": type.isEmpty ? "-" : type]])
    #expect(file.cases.map(\.state) == [state])
  }

  @Test func `only money that went back needs its amount`() throws {
    let file = try read([
      ["买家退款金额": "-"], ["买家退款金额": "-", "退款状态": "退款关闭"], ["买家退款金额": "-1"],
      ["买家退款金额": "many", "退款状态": "退款关闭"],
    ])
    #expect(file.cases.map(\.cash) == [.zero])
    #expect(
      file.refused == [
        "买家退款金额 cell_missing", "买家退款金额 goods_negative", "买家退款金额 cell_not_an_amount",
      ])
  }

  @Test func `a row of totals or without any number is no case`() throws {
    let file = try read([
      ["退款单编号": "合计", "订单编号": "-", "商品ID": "-", "买家退款金额": "99.00"],
      ["退款单编号": "-", "订单编号": "-", "商品ID": "-", "买家退款金额": "-"],
      ["退款单编号": "-"], ["退款单编号": "1.5E+18"], ["商品ID": "-"],
    ])
    #expect(file.others == [.total(Money("99.00"), isPart: false), .remark])
    #expect(
      file.refused == ["退款单编号 cell_missing", "退款单编号 id_scientific", "商品ID cell_missing"])
  }

  @Test func `a case of 抖店 names its line by number, and tells freight and discount`() throws {
    let file = try SampleFile(
      "售后单号 订单号 商品单号 退商品金额（元） 退运费金额（元） 退支付优惠（元） 售后类型 售后状态 售后申请时间 商家退款时间 用户到账时间 售后完结时间",
      [
        [
          "售后单号": "S1", "订单号": "1", "商品单号": "11", "退商品金额（元）": "10.00", "退运费金额（元）": "2.00",
          "退支付优惠（元）": "1.50", "售后状态": "同意退款，退款成功", "售后申请时间": "2026-10-07 09:00:00",
          "用户到账时间": "2026-10-09 09:00:00", "售后完结时间": "2026-10-10 09:00:00",
        ]
      ])
    let found = try #require(file.cases.first)
    #expect(found.lineNumber == "11" && found.item == nil && found.status == "同意退款,退款成功")
    #expect(found.freight == Money("2.00") && found.coupon == Money("1.50"))
    #expect(found.backAt == "2026-10-09 09:00:00" && found.newestAt == "2026-10-10 09:00:00")
  }
}
