import Domain
import Testing

@testable import Channels

/// Rows of each platform's order file, under the header that importers of the real file know.
@Suite struct OrderFilesTests {
  private let kuaishou = """
    订单号 赠品订单号 活动订单编号 订单创建时间 订单支付时间 预售定金支付时间 订单状态 实付款 快递费 店铺优惠 平台补贴 主播补贴 \
    混资活动优惠 支付优惠 支付方式 成交数量 买家留言 账号类型 账号明细 订单备注 旗帜颜色 售后状态 活动订单 预售/承诺发货时间 订单载体 \
    商品名称 商品ID 商品规格 SKU编码 商品单价 渠道 CPS达人ID CPS达人昵称 预估推广佣金 收货人姓名 收货人电话 收货地址-省 收货地址-市 \
    收货地址-区 收货地址-街道 收货地址 发货时间 快递公司 快递单号
    """

  @Test func `a Kuaishou order is worth what was paid without freight, and the subsidies`() throws {
    let order = [
      "订单号": "2428800012345678", "订单创建时间": "2026-10-05 09:00:00", "订单支付时间": "2026-10-05 09:01:00",
      "订单状态": "交易成功", "实付款": "¥1,299.90", "快递费": "￥10", "平台补贴": "5.00", "主播补贴": "--", "成交数量": "3",
      "商品名称": "白茶", "商品ID": "99", "SKU编码": "BC01",
    ]
    let refunded = order.merging([
      "订单号": "2428800012345679", "售后状态": "退款成功", "订单支付时间": "2026/10/06 23:59:59",
    ]) { $1 }
    let unpaid = order.merging(["订单号": "2428800012345680", "订单支付时间": "/", "订单状态": "待付款"]) { $1 }
    let file = try SampleFile(kuaishou, [order, refunded, unpaid])
    #expect(file.layout.profile.name == "kuaishou-orders" && file.refused == [])
    #expect(file.claims.map(\.goods) == Array(repeating: Money("1294.90"), count: 3))
    #expect(file.claims.map(\.refund) == [.none, .amountUnknown, .none])
    #expect(file.claims.map(\.paidAt) == ["2026-10-05 09:01:00", "2026-10-06 23:59:59", nil])
    #expect(file.claims[0].lineNumber == "2428800012345678" && file.claims[0].listing == "BC01")
    #expect(
      file.claims[0].quantity == Quantity(whole: 3) && file.claims[0].freight == Money("10.00"))
  }

  private let pinduoduo = """
    商品 订单号 订单状态 商品总价(元) 邮费(元) 店铺优惠折扣(元) 平台优惠折扣(元) 多多支付立减金额(元) 用户实付金额(元) 商家实收金额(元) \
    商品数量(件) 发货时间 确认收货时间 商品id 商品规格 样式ID 商家编码-规格维度 商家编码-商品维度 商家备注 售后状态 快递单号 快递公司 \
    订单成交时间 是否分期 分期期数 手续费承担方 分期方式
    """

  private func pinduoduoOrder(_ number: String, _ status: String, _ afterSale: String) -> [String:
    String]
  {
    [
      "商品": "苕粉\t", "订单号": "261006-\(number)\t", "订单状态": status, "邮费(元)": "8.00\t",
      "商家实收金额(元)": "176.99\t",
      "商品数量(件)": "2\t", "商品id": "77", "商品规格": "5斤", "商家编码-商品维度": "HS02", "售后状态": afterSale,
      "订单成交时间": "2026/10/6 8:05",
    ]
  }

  @Test func `a Pinduoduo order says by both its words what went back`() throws {
    let cases: [(String, String, Claim.Refund)] = [
      ("已收货", "无售后或售后取消", .none), ("已发货，待签收", "售后处理中", .none),
      ("未发货，退款成功", "退款成功", .full), ("已取消,退款成功", "退款成功", .full),
      ("已签收，退款成功", "退款成功", .amountUnknown), ("已收货", "退款成功", .amountUnknown),
      ("已发货，退款成功", "\t", .amountUnknown), ("已收货", "新的说法", .statusUnknown),
    ]
    let file = try SampleFile(
      pinduoduo,
      cases.enumerated().map { pinduoduoOrder("00000000000000\($0)", $1.0, $1.1) }, blank: "\t")
    #expect(file.layout.profile.name == "pinduoduo-orders" && file.refused == [])
    #expect(file.claims.map(\.refund) == cases.map(\.2))
    let first = try #require(file.claims.first)
    #expect(first.orderNumber == "261006-000000000000000")
    #expect(first.goods == Money("168.99") && first.quantity == Quantity(whole: 2))
    #expect(first.paidAt == "2026-10-06 08:05:00" && first.listing == "HS02")
  }

  @Test func `a day that there is not is refused in every pattern`() throws {
    let impossible = pinduoduoOrder("000000000000001", "已收货", "\t")
      .merging(["订单成交时间": "2026/2/30 8:05"]) { $1 }
    let strange = impossible.merging(["订单成交时间": "30.10.2026"]) { $1 }
    let file = try SampleFile(pinduoduo, [impossible, strange], blank: "\t")
    #expect(file.refused == ["订单成交时间 time_impossible", "订单成交时间 time_malformed"])
  }
}
