/// What `?` prints.
enum CounterHelp {
  /// The help for what is asked now.
  static func text(for stage: Till.Stage) -> String {
    switch stage {
    case .payment: payment
    case .unsure: Till.unsureWords
    case .explaining: Till.reasonWords
    case .approving: Till.approverWords
    case .naming: Till.secondPersonWords
    case .resuming: say("回车继续这一单，clear 放弃", "Enter goes on with this basket, clear drops it.")
    case .goods, .choosing: goods
    }
  }

  private static var goods: String {
    say(
      """
      扫码，或输入货号、条码、名称的一部分、拼音首字母；后面可写数量：
        BC01 2    hsg 3    BC01*2    3*BC01    红薯 1.5    红薯 5斤
        2=5       第 2 行改为 5           -2      删除第 2 行
        折 5      整单优惠 5 元           8折     整单打 8 折
        @LCYZ     采购单位（挂账用）
        =         显示购物篮              <       撤销一步，可多次
        清空      清空购物篮              小票    再打上一张小票
        回车      收款                    退出    保留购物篮退出（或 Ctrl-D）
      """,
      """
      Scan, or type a sku, barcode, part of a name, pinyin initials; maybe a quantity:
        BC01 2    hsg 3    BC01*2    3*BC01    HS01 5斤
        2=5       line 2 is now 5         -2      removes line 2
        discount 5  5 yuan off all        8折     80 % of all is paid
        @LCYZ     the buyer, for sales on account
        =         shows the basket        <       one step back, repeatedly
        clear     empties the basket      slip    the last slip again
        Enter     payment                 quit    or Ctrl-D: ends, keeps the basket
      """)
  }

  private static var payment: String {
    say(
      """
      输入金额是现金；其他方式写字母或名称，后面可写金额，不写就是剩下的全部：
        100       现金 100                x       现金，刚好
        w         其余全部微信            w 50    微信 50
        z 支付宝  k 银行卡  g 挂账（先写 @采购单位）  q 券
        <         撤销上一笔收款，再回到商品
        回车      收够后确认              清空    放弃这一单
      """,
      """
      A bare amount is cash. Other methods go by letter or word, maybe with an amount;
      without one they pay all that is left:
        100       100 in cash             x       cash, exactly
        w         all by WeChat           w 50    50 by WeChat
        z Alipay   k card   g on account (name the @BUYER first)   q voucher
        <         undoes the last money, then goes back to the goods
        Enter     confirms when enough came in    clear   drops this basket
      """)
  }
}
