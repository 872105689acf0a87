import Domain

extension Sentences {
  /// Refused orders, and malformed ones.
  static let orders: [(String, Sentence)] = [
    (
      "line_malformed",
      Sentence(
        .usage,
        zh: "看不懂商品行“{text}”：请写成 货号:数量 或 货号:数量@单价，例如 BC01:2@15.80；数量后可带单位",
        en:
          "\"{text}\" is no order line: write SKU:QUANTITY or SKU:QUANTITY@PRICE, as BC01:2@15.80; a unit may follow "
          + "the quantity"
      )
    ),
    (
      "quantity_malformed",
      Sentence(
        .data,
        zh: "[第 {line} 行：]{code} 的数量“{quantity}”写法不对：只用半角数字，小数点后最多三位，后面可带单位",
        en:
          "[line {line}: ]{code}: the quantity \"{quantity}\" is not plain digits with at most three decimals, maybe "
          + "with a unit"
      )
    ),
    (
      "quantity_not_positive",
      Sentence(
        .data,
        zh: "[第 {line} 行：]{code} 的数量是 {quantity}，必须大于 0",
        en:
          "[line {line}: ]{code}: the quantity {quantity} must be above 0")
    ),
    (
      "quantity_not_whole",
      Sentence(
        .data,
        zh: "[第 {line} 行：]{code}[（{name}）]按“{unit}”整数计量，不能是 {quantity}[（{entered}）]",
        en:
          "[line {line}: ]{code}[ ({name})] is counted in whole {unit}: {quantity}[ ({entered})] is not whole"
      )
    ),
    (
      "amount_malformed",
      Sentence(
        .data,
        zh: "[第 {line} 行：]金额“{amount}”写法不对[（在“{text}”中）]：只用半角数字，单位元，小数点后最多两位，不能为负",
        en:
          "[line {line}: ]the amount \"{amount}\"[ in \"{text}\"] is not plain digits in yuan, at most two "
          + "decimals, not negative")
    ),
    (
      "tender_malformed",
      Sentence(
        .usage,
        zh: "看不懂收款“{text}”：请写成 方式:金额，例如 cash:50 或 wechat:31.60",
        en: "\"{text}\" is no tender: write METHOD:AMOUNT, as cash:50 or wechat:31.60")
    ),
    (
      "tender_method_unknown",
      Sentence(
        .usage,
        zh:
          "没有“{method}”这种收款方式；可用 "
          + PaymentMethod.allCases.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: "、"),
        en: "no tender \"{method}\": use \(PaymentMethod.codes(last: " or "))")
    ),
    (
      "tender_not_positive",
      Sentence(
        .data, zh: "收款“{text}”的金额必须大于 0", en: "the tender \"{text}\" must be above 0")
    ),
    (
      "tender_missing",
      Sentence(
        .data,
        zh: "还没有收款：应收 {total} 元。请加 --tender 方式:金额；若是挂账，请用 --buyer 写明采购单位",
        en:
          "no money came in: {total} yuan are due. Add --tender METHOD:AMOUNT, or --buyer for a "
          + "buyer who will owe it")
    ),
    (
      "tender_short",
      Sentence(
        .data,
        zh: "收款不足：应收 {total} 元，实收 {paid} 元，还差 {short} 元",
        en: "too little money: {total} yuan are due, {paid} came in, {short} are missing")
    ),
    (
      "tender_over",
      Sentence(
        .data,
        zh: "收款多了：应收 {total} 元，实收 {paid} 元。只有现金可以找零，请改正其他方式的金额",
        en:
          "too much money: {total} yuan are due, {paid} came in. Only cash gives change; correct "
          + "the other amounts")
    ),
    (
      "account_needs_buyer",
      Sentence(
        .data, zh: "挂账要写明采购单位：请加 --buyer 代码",
        en: "sales on account need a buyer: add --buyer CODE")
    ),
    (
      "signed_needs_buyer",
      Sentence(
        .data, zh: "签约单要写明采购单位，并且全额挂账：请加 --buyer 代码，去掉 --tender",
        en: "a signed agreement needs a buyer who owes all of it: add --buyer, leave out --tender")
    ),
    (
      "discount_rate",
      Sentence(
        .usage, zh: "“{text}”是打折：--discount 写减多少元，如 25.60；收银台里可以直接打 8折",
        en: "\"{text}\" is a rate: --discount is yuan off, as 25.60; the till takes rates")
    ),
    (
      "discount_over",
      Sentence(
        .data, zh: "优惠 {discount} 元不对：不能小于 0，也不能超过订单金额 {total} 元",
        en: "the discount {discount} must lie between 0 and the order's total of {total} yuan")
    ),
    (
      "request_differs",
      Sentence(
        .data,
        zh: "编号 {id} 已经用于另一张内容不同的订单（单据 {document}），这次什么也没有记。新订单请换一个 --id",
        en:
          "the id {id} belongs to another order, document {document}, of other content; nothing "
          + "was recorded. Give a new order a new --id")
    ),
    (
      "day_implausible",
      Sentence(
        .data, zh: "日期 {day} 不合理：只能记 2010 年到 2099 年的业务，请检查 --at",
        en: "the day {day} is implausible: it must lie in 2010 to 2099; check --at")
    ),
  ]
}
