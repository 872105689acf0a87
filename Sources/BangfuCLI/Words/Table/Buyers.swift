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
