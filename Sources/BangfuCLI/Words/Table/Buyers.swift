extension Sentences {
  /// What buyers' accounts refuse.
  static let buyers: [(String, Sentence)] = [
    (
      "buyer_document_unknown",
      Sentence(
        .data, zh: "单据 {document} 不是 {code} 挂账的销售；用 bangfu buyer account {code} --open 查看",
        en:
          "document {document} is no sale on account of {code}; see bangfu buyer account {code} --open"
      )
    ),
    (
      "buyer_payment_over",
      Sentence(
        .data, zh: "{code} 只欠 {owed}，不能付 {amount}；预付请加 --advance",
        en: "{code} owes only {owed}, not {amount}; for a payment in advance give --advance")
    ),
    (
      "buyer_payment_over_documents",
      Sentence(
        .data, zh: "{code} 的这些单据只有 {owed} 没付，不能付 {amount}；用 bangfu buyer account {code} --open 查看",
        en:
          "only {owed} of these documents of {code} is open, not {amount}; see bangfu buyer account {code} --open"
      )
    ),
    (
      "reserve_area_unknown",
      Sentence(
        .data, zh: "没有代码为 {code} 的地区；用 bangfu buyer reserve area 新增",
        en: "there is no area {code}; bangfu buyer reserve area adds one")
    ),
    (
      "reserve_area_circle",
      Sentence(
        .data, zh: "{parent} 属于 {code}，{code} 不能又属于 {parent}",
        en: "{parent} is a part of {code}, so {code} is none of {parent}")
    ),
    (
      "reserve_under_floor",
      Sentence(
        .data, zh: "{year} 年预留比例不能低于 {least}%，不是 {percent}%",
        en: "of {year} at least {least}% is reserved, not {percent}%")
    ),
    (
      "reserve_deadline_far",
      Sentence(
        .data, zh: "{day} 不是 {year} 年的期限：要在当年或次年",
        en: "{day} is no deadline of {year}: it is in that year or the next")
    ),
    (
      "reserve_percent_malformed",
      Sentence(
        .data, zh: "{value} 不是比例：写 10 或 12.5，最多两位小数",
        en: "{value} is no percentage: write 10 or 12.5, with at most two decimals")
    ),
    (
      "reserve_reporter_without_budget",
      Sentence(
        .data, zh: "{code} {year} 年没有填报食堂预算：先填报它，再填共用的单位",
        en: "{code} reports no canteen's budget in {year}: say its budget first, then who shares it"
      )
    ),
    (
      "reserve_reports_others",
      Sentence(
        .data, zh: "{year} 年有单位共用 {code} 的食堂：先改那些单位",
        en: "others share the canteen of {code} in {year}: change these first")
    ),
    (
      "reserve_act_unknown",
      Sentence(
        .data, zh: "{number} 不是地区、比例或预算；用 bangfu buyer reserve list --all 查看",
        en: "{number} is no area, percentage or budget; see bangfu buyer reserve list --all")
    ),
    (
      "statement_nothing_open",
      Sentence(
        .data, zh: "{code} 从 {from} 到 {to} 没有未答复的行；用 bangfu canteen statement {code} 查看",
        en:
          "{code} has answered for all lines of {from} to {to}; see bangfu canteen statement {code}"
      )
    ),
    (
      "statement_line_unknown",
      Sentence(
        .data, zh: "{number} 不是 {code} 对账单上的行；用 bangfu canteen statement {code} 查看",
        en: "{number} is no line of {code}'s statement; see bangfu canteen statement {code}")
    ),
    (
      "statement_line_answered",
      Sentence(
        .data, zh: "{code} 对账单的行 {number} 已经是{answer}",
        en: "{code} has {answer} line {number} already")
    ),
    (
      "buyer_payment_unknown",
      Sentence(
        .data, zh: "没有编号为 {payment} 的付款；用 bangfu buyer account 采购单位 查看",
        en: "there is no payment {payment}; see bangfu buyer account BUYER")
    ),
  ]
}
