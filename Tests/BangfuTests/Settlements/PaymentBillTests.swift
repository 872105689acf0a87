import Bangfu
import Domain
import Fixtures
import TestSupport
import Testing

/// Bills of payment services and the account files of other platforms, as they are written: titles above, totals behind.
@Suite struct PaymentBillTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  /// What is recorded of each line: its entry, amounts that are not zero, and the order.
  private func lines() throws -> [String] {
    let listed = try shop.programme.settlements.list(Settlements.Selection())
    let wanted = ["day", "order_no", "entry", "amount", "neutral"]
    return listed.rows.map { row in
      wanted.compactMap { key in listed.keys.firstIndex(of: key).map { row[$0] } }
        .joined(separator: "|")
    }
  }

  private static let weChat = """
    微信支付账单明细,,,,,,,,,,
    微信昵称：[测试],,,,,,,,,,
    起始时间：[2026-10-01 00:00:00] 终止时间：[2026-10-31 23:59:59],,,,,,,,,,
    ,,,,,,,,,,
    共4笔记录,,,,,,,,,,
    收入：2笔 151.00元,,,,,,,,,,
    支出：1笔 28.16元,,,,,,,,,,
    中性交易：1笔 100.10元,,,,,,,,,,
    ----------------------微信支付账单明细列表--------------------,,,,,,,,,,
    交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
    2026-10-05 19:29:00,二维码收款,李四,收款方备注:二维码收款,收入,¥128.00,零钱,已收钱,3985731\t,/\t,/
    2026-10-06 12:45:27,"商户消费","过桥米线","总共消费:28.16","支出",¥28.16,"中国银行(1234)","支付成功","3985732"\t,"129847129"\t,"/"
    2026-10-07 10:10:11,二维码收款,王五,/,收入,¥23.00,/,已存入零钱,3985733\t,129847129\t,/
    2026-10-08 16:29:37,零钱提现,招商银行(),"/",/,¥100.10,工商银行,提现已到账,3985734\t,/\t,"服务费¥0.10"
    2026-10-09 23:40:27,新的类型,赵六,"/",支出,¥0.01,银行卡(9876),支付成功,3985735\t,15682304\t,"/"

    """

  @Test func `a person's bill of 微信 is read whole, nobody is named, and its totals are compared`()
    throws
  {
    let whole = Self.weChat.split(separator: "\n").filter { !$0.contains("新的类型") }
      .joined(separator: "\n")
    let result = try shop.importText(whole, name: "wechat.csv", channel: "counter")
    #expect(result.profile == "wechat-personal" && result.rows == 4 && result.rejected == 0)
    #expect(result.settlement.controls == [])
    #expect(
      try lines() == [
        "2026-10-05||二维码收款|128.00|0.00", "2026-10-06||商户消费|-28.16|0.00",
        "2026-10-07||二维码收款|23.00|0.00", "2026-10-08||零钱提现|0.00|100.10",
      ])
    let kept = try (1...14).map { try shop.programme.imports.row($0, of: 1) }
      .flatMap(\.cells).map(\.value).joined()
    #expect(!["李四", "王五", "米线", "1234", "测试"].contains { kept.contains($0) })
    #expect(try shop.violations() == [])
  }

  @Test func `a type that nobody knows is kept, and totals above that differ are told`() throws {
    let result = try shop.importText(Self.weChat, name: "wechat.csv", channel: "counter")
    #expect(result.rows == 5 && result.settlement.unknown == ["新的类型": 1])
    #expect(
      result.settlement.controls.map { "\($0.label) \($0.stated) \($0.computed)" }.sorted() == [
        "共 4 5", "支出 1 / 28.16 2 / 28.17",
      ])
  }

  private static let alipay = """
    ------------------------------------------------------------------------------------
    导出信息：
    姓名：张三
    起始时间：[2026-10-01 00:00:00]    终止时间：[2026-10-31 23:59:59]
    共3笔记录
    收入：1笔 28.50元
    支出：1笔 49.74元
    不计收支：1笔 16.03元
    ------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------
    交易时间            ,交易分类                ,交易对方                ,对方账号                ,商品说明                ,收/支                 ,金额                  ,收/付款方式              ,交易状态                ,交易订单号     ,商家订单号           ,备注                  ,
    2026-10-12 21:32:14 ,爱车养车                ,李四          ,/                   ,加油卡                 ,支出                  ,49.74               ,信用卡(7449)       ,交易成功                ,2026101200110001\t,20230001\t,                    ,
    2026-10-14 18:21:04 ,退款                  ,王五         ,/                   ,退款-加油卡              ,不计收支                ,16.03               ,信用卡(7449)       ,退款成功                ,2026101200110001_1\t,20230005\t,                    ,
    2026-10-18 10:17:29 ,转账红包                ,赵六                ,xxx***@163.com      ,转账                  ,收入                  ,28.50              ,余额                 ,交易成功                ,2026101800110009\t,                    \t,                    ,

    """

  @Test func `a person's bill of 支付宝 in GB18030, padded with spaces, is read whole`() throws {
    let path = shop.folder.path + "/alipay.csv"
    try writeFixture(Self.alipay, to: path, as: .gb18030)
    var request = ImportRequest(path: path, name: "alipay.csv", channel: "counter")
    let result = try shop.programme.imports.run(request)[0]
    #expect(result.profile == "alipay-personal" && result.rows == 3 && result.rejected == 0)
    #expect(result.settlement.controls == [])
    #expect(
      try lines() == [
        "2026-10-12||爱车养车|-49.74|0.00", "2026-10-14||退款|0.00|16.03",
        "2026-10-18||转账红包|28.50|0.00",
      ])
    request.channel = "fair"
    #expect(refusal { _ = try shop.programme.imports.run(request) } == "settlement_elsewhere")
    _ = try shop.programme.imports.undo(1)
    #expect(try shop.programme.imports.run(request)[0].channel == "fair")
    #expect(try shop.violations() == [])
  }

  private static let trades = """
    交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注
    `2026-10-05 11:00:00,`wx1,`16,`0,`,`4200001,`A1,`oUser1,`NATIVE,`SUCCESS,`OTHERS,`CNY,`100.00,`0.00,`0,`0,`0.00,`0.00,`,`,`白茶,`,`0.60000,`0.60%,`100.00,`0.00,`
    `2026-10-06 11:00:00,`wx1,`16,`0,`,`4200001,`A1,`oUser1,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5030001,`R1,`40.00,`0.00,`ORIGINAL,`SUCCESS,`白茶,`,`-0.24000,`0.60%,`0.00,`40.00,`
    总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额
    `2,`100.00,`40.00,`0.00,`0.36000,`100.00,`40.00

    """

  @Test func `the trades of 微信支付 agree with the totals behind them, or are refused whole`() throws {
    let result = try shop.importText(Self.trades, name: "trades.csv", channel: "counter")
    #expect(result.profile == "wechatpay-trades" && result.rows == 2)
    #expect(result.settlement.amount == Money("59.64") && result.settlement.fees == Money("-0.36"))
    #expect(
      try lines() == ["2026-10-05|A1|SUCCESS|99.40|0.00", "2026-10-06|A1|REFUND|-39.76|0.00"])
    let cut = Self.trades.split(separator: "\n").filter { !$0.contains("REFUND") }
      .joined(separator: "\n")
    #expect(
      refusal { try shop.importText(cut, name: "cut.csv", channel: "counter") }
        == "settlement_total_differs")
    #expect(try shop.programme.imports.list().rows.count == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `the files of 支付宝 of a merchant, with order numbers of 淘宝`() throws {
    let account = """
      #支付宝账务明细查询
      #账号：[20880156]
      #起始日期：[2026年10月01日 00:00:00]   终止日期：[2026年11月01日 00:00:00]
      #-----------------------------------------账务明细列表----------------------------------------
      账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
      8801\t,9901\t,T200P400001\t,白茶,2026-10-05 10:00:00,张三,100.00,0.00,100.00,支付宝,交易付款,
      8802\t,9902\t,T200P400001\t,白茶,2026-10-06 10:00:00,张三,0.00,-30.00,70.00,支付宝,交易退款,
      8803\t,9903\t,\t,服务费,2026-10-06 11:00:00,,,0.60,69.40,支付宝,收费,
      #-----------------------------------------账务明细列表结束------------------------------------
      #支出合计：2笔，共30.60元
      #收入合计：1笔，共100.00元
      #导出时间：[2026年11月02日 08:00:00]

      """
    let result = try shop.importText(account, name: "account.csv", channel: "taobao")
    #expect(result.profile == "alipay-account" && result.rows == 3)
    #expect(
      try lines() == [
        "2026-10-05|400001|交易付款|100.00|0.00", "2026-10-06|400001|交易退款|-30.00|0.00",
        "2026-10-06||收费|-0.60|0.00",
      ])
    let trades = """
      #支付宝业务明细查询
      #-----------------------------------------业务明细列表----------------------------------------
      支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,分润（元）,备注
      2201\t,S1\t,交易,白茶,2026-10-05 09:59:00,2026-10-05 10:00:00,,,,,张三,36.80,36.80,,0.22,0.00,
      2201\t,S1\t,退款,白茶,2026-10-06 09:59:00,2026-10-06 10:00:00,,,,,张三,-6.80,-6.80,B1,0.00,0.00,
      #-----------------------------------------业务明细列表结束------------------------------------
      #交易合计：1笔，商家实收共36.80元，商家优惠共0.00元
      #退款合计：1笔，商家实收退款共-6.80元，商家优惠退款共0.00元

      """
    #expect(
      try shop.importText(trades, name: "t.csv", channel: "counter").settlement.amount
        == Money("29.78"))
    let wrong = account.replacing("共100.00元", with: "共101.00元")
    #expect(
      refusal { try shop.importText(wrong, name: "wrong.csv", channel: "taobao") }
        == "settlement_total_differs")
    #expect(try shop.violations() == [])
  }

  private func pinduoduo(_ rows: String, total: String) -> String {
    """
    拼多多店铺账务明细查询

    起始时间：2026-10-01 终止时间：2026-10-31
    ----交易记录明细列表---
    商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述
    \(rows)
    #支出合计：\(total)

    """
  }

  @Test func `拼多多 settles what its orders leave pending`() throws {
    let order = """
      商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),商品id,商品规格,商家编码-规格维度,商家编码-商品维度,售后状态,订单成交时间
      白茶,261005-1,已收货，退款成功,100.00,0.00,0.00,100.00,100.00,1,9,50g,BC01,BC01,退款成功,2026-10-05 08:00:00

      """.replacing("已收货，", with: "\"已收货，").replacing("，退款成功,100", with: "，退款成功\",100")
    try shop.importText(order, name: "1792000000_orders.csv", channel: "pinduoduo")
    #expect(try shop.programme.channels.pending(in: "pinduoduo").rows.count == 1)
    let rows = """
      261005-1\t,2026-10-09 08:00:00,100.00,0.00,交易收入,,0010002|交易收入-订单收入
      261005-1\t,2026-10-10 08:00:00,0.00,-30.00,退款,,0020002|交易退款-订单退款
      261005-1\t,2026-10-09 08:00:00,0.00,-0.60,技术服务费,,0030002|技术服务费-基础
      """
    let result = try shop.importText(
      pinduoduo(rows, total: "2笔，共30.60元"), name: "account.csv", channel: "pinduoduo")
    #expect(result.rows == 3 && result.new == 3 && result.postedRefunds == Money("30.00"))
    #expect(try shop.programme.channels.pending(in: "pinduoduo").rows == [])
    #expect(
      try shop.reconciled("pinduoduo") == [
        "settled 1 100.00 30.00 0.60 69.40 0.00", " 1 100.00 30.00 0.60 69.40 0.00",
      ])
    #expect(try shop.violations() == [])
    _ = try shop.programme.imports.undo(2)
    #expect(try shop.programme.channels.pending(in: "pinduoduo").rows.count == 1)
    #expect(try shop.violations() == [])
  }

  @Test func `the account of 视频号, the bill of 快手 and 千牛's account`() throws {
    try shop.importTable(
      TextTable(
        name: "weixin.csv", columns: TextTable.weixinAccount,
        rows: [
          [
            "流水单号": "1001", "记账时间": "2026-10-05 08:00:00", "动帐类型": "订单支付", "收支类型": "收入",
            "收支金额": "100.00", "关联订单号": "37001",
          ],
          [
            "流水单号": "1001", "记账时间": "2026-10-05 08:00:00", "动帐类型": "技术服务费", "收支类型": "支出",
            "收支金额": "1.00", "关联订单号": "37001",
          ],
          [
            "流水单号": "1002", "记账时间": "2026-10-06 08:00:00", "动帐类型": "提现", "收支类型": "支出",
            "收支金额": "99.00",
          ],
        ]))
    let kuaishou = """
      商家ID,订单号,商品ID,商品名称,商品数量,订单创建时间,订单实付(元),政府补贴,平台补贴,合计收入(元),订单退款(元),支付营销回退（元）,技术服务费(元),预售增收技术服务费（元）,达人ID,达人佣金(元),团长佣金(元),合计支出(元),实际结算金额(元),实际结算时间,结算规则
      1,2500001,77,白茶,1,2026-10-01 08:00:00,100.00,0.00,3.00,103.00,0.00,0.00,5.15,0.00,88,20.00,1.00,26.15,76.85,2026-10-07 08:00:00,确认收货

      """
    try shop.importText(kuaishou, name: "kuaishou.csv", channel: "kuaishou")
    let taobao = """
      商家昵称,入帐日期,入帐时间,支付流水号,主订单id,子订单id,入帐类型,收入金额(元),支出金额(元),业务描述,备注,收/付渠道
      店,2026-10-08,08:30:00,660001,400001,400002,交易收款,100.00,0.00,,,
      店,2026-10-09,08:30:00,660002,400001,400002,交易退款(售后),0.00,30.00,,,

      """
    try shop.importText(taobao, name: "taobao.csv", channel: "taobao")
    #expect(
      try lines() == [
        "2026-10-05|37001|技术服务费|-1.00|0.00", "2026-10-05|37001|订单支付|100.00|0.00",
        "2026-10-06||提现|-99.00|0.00", "2026-10-07|2500001||76.85|0.00",
        "2026-10-08|400001|交易收款|100.00|0.00", "2026-10-09|400001|交易退款|-30.00|0.00",
      ])
    #expect(
      try shop.reconciled("kuaishou", by: .fee) == [
        "sale 1 100.00 ", "subsidy 1 3.00 ", "service-fee 1 -5.15 5.00",
        "commission 1 -20.00 19.42",
        "agent-fee 1 -1.00 0.97", " 1 76.85 ",
      ])
    #expect(try shop.violations() == [])
  }
}
