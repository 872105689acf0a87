extension Sentences {
  /// What supermarkets refuse, and their sheets.
  static let supermarkets: [(String, Sentence)] = [
    (
      "supermarket_channel",
      Sentence(
        .data, zh: "渠道 {code} 不是商超；用 bangfu channel add --kind supermarket 新增一个",
        en:
          "channel {code} is of no supermarket; add one with bangfu channel add --kind supermarket")
    ),
    (
      "supermarket_rate",
      Sentence(
        .data, zh: "扣点“{rate}”不是百分数：写 0 到 100，最多两位小数",
        en: "\"{rate}\" is no percentage: write 0 to 100, with at most two decimals")
    ),
    (
      "supermarket_terms_missing",
      Sentence(
        .data, zh: "{channel} 在 {day} 没有合同条款；用 bangfu supermarket contract 登记",
        en: "{channel} has no terms on {day}; enter them with bangfu supermarket contract")
    ),
    (
      "supermarket_shelf_missing",
      Sentence(
        .data, zh: "渠道 {code} 没有发货地点，也就没有货架；用 bangfu channel change --location 写上",
        en: "channel {code} ships from no location, and so has no shelf; see bangfu channel change")
    ),
    (
      "supermarket_settlement_unknown",
      Sentence(
        .data, zh: "没有结算 {number}，或已撤销；用 bangfu supermarket list 查看",
        en: "there is no settlement {number}, or it was undone; see bangfu supermarket list")
    ),
    (
      "settlement_days",
      Sentence(
        .data, zh: "结算期不能从 {from} 到 {to}：最后一天比第一天早",
        en: "a period cannot go from {from} to {to}: it would end before it begins")
    ),
    (
      "settlement_other_period",
      Sentence(
        .data, zh: "{channel} 的合同结算到 {end}，不是 {to}；没写错就加 --yes",
        en:
          "by the terms of {channel} the period ends on {end}, not on {to}; if it is right, say --yes"
      )
    ),
    (
      "settlement_overlaps",
      Sentence(
        .data, zh: "{from} 至 {to} 已有结算 {number}；记错了先用 bangfu supermarket undo {number} 撤销",
        en:
          "settlement {number} is of {from} to {to}; if it is wrong, undo it first: bangfu supermarket undo {number}"
      )
    ),
    (
      "settlement_without_sales",
      Sentence(
        .data, zh: "{channel} 在 {from} 至 {to} 没有销售：先用 bangfu import 导入它的单子",
        en: "{channel} sold nothing from {from} to {to}: import its sheet first (bangfu import)")
    ),
    (
      "settlement_over_till",
      Sentence(
        .data, zh: "结算 {settled} 比收银 {till} 还多：核对单子是否都导入了",
        en: "settled {settled} is more than the till sales {till}: are all sheets imported?")
    ),
    (
      "settlement_paid",
      Sentence(
        .data, zh: "结算 {number} 已有付款 {payment}；先用 bangfu supermarket pay --reverse {payment} 冲销",
        en:
          "settlement {number} has payment {payment}; reverse it first: bangfu supermarket pay --reverse {payment}"
      )
    ),
    (
      "deduction_malformed",
      Sentence(
        .data, zh: "扣款“{text}”写成 种类:金额，如 进场费:300",
        en: "write deduction \"{text}\" as KIND:AMOUNT")
    ),
    (
      "deduction_twice",
      Sentence(
        .data, zh: "扣款 {kind} 写了两次：合成一笔", en: "deduction {kind} is given twice: add them up")
    ),
    (
      "deductions_over",
      Sentence(
        .data, zh: "扣款 {deducted} 比结算 {settled} 还多",
        en: "deductions of {deducted} are more than {settled} that is settled"
      )
    ),
    (
      "supermarket_payment_over",
      Sentence(
        .data, zh: "付款 {amount} 比结算 {number} 还欠的 {owed} 多",
        en: "a payment of {amount} is more than the {owed} that settlement {number} owes")
    ),
    (
      "supermarket_payment_unknown",
      Sentence(
        .data, zh: "没有商超付款 {payment}；用 bangfu supermarket show 查看",
        en: "there is no payment {payment} of a supermarket; see bangfu supermarket show")
    ),
    (
      "sheet_settled",
      Sentence(
        .data, zh: "这样会改变结算 {number} 那一期的销售；先用 bangfu supermarket undo {number} 撤销结算",
        en:
          "this changes the sales that settlement {number} is of; undo it first: bangfu supermarket undo {number}"
      )
    ),
    (
      "sheet_shop_unknown",
      Sentence(
        .data, zh: "{channel} 的合同里没有门店“{shop}”；用 bangfu supermarket contracts 查看，或另登记条款",
        en: "the terms of {channel} name no shop \"{shop}\"; see bangfu supermarket contracts")
    ),
    (
      "sheet_old",
      Sentence(
        .data, zh: "{from} 至 {to} 是半年以前了：年份没写错就加 --yes",
        en: "{from} to {to} is more than half a year ago: if the year is right, say --yes")
    ),
    (
      "sheet_overlaps",
      Sentence(
        .data,
        zh: "同一门店 {from} 至 {to} 的单子已经导入（{file}，导入 {import}），期间重叠；先用 bangfu import undo {import} 撤销",
        en:
          "a sheet of the same shop of {from} to {to} is imported ({file}, import {import}), and the periods overlap; undo "
          + "it first: bangfu import undo {import}")
    ),
    (
      "sheet_totals_differ",
      Sentence(
        .data, zh: "{file} 第 {line} 行合计写 {stated}，各行加起来是 {computed}：核对后改好再导入，或加 --yes",
        en:
          "line {line} of {file} says {stated}, and its rows add up to {computed}: mend it, or import it as it is with --yes"
      )
    ),
  ]
}
