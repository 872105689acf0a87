extension Sentences {
  /// What the suppliers' accounts refuse.
  static let suppliers: [(String, Sentence)] = [
    (
      "payment_over",
      Sentence(
        .data, zh: "只欠 {code} {owed}，不能付 {amount}；预付请加 --advance",
        en: "only {owed} is owed to {code}, not {amount}; to pay in advance give --advance")
    ),
    (
      "payment_over_receipts",
      Sentence(
        .data, zh: "{code} 的这些收货单只有 {owed} 没付，不能付 {amount}；用 bangfu supplier owed {code} 查看",
        en:
          "only {owed} of these receipts of {code} is open, not {amount}; see bangfu supplier owed {code}"
      )
    ),
    (
      "receipt_unknown",
      Sentence(
        .data, zh: "[供应商 {code} ]没有编号为 {receipt} 的收货单；用 bangfu supplier owed 查看",
        en: "there is no receipt {receipt}[ from {code}]; see bangfu supplier owed")
    ),
    (
      "payment_unknown",
      Sentence(
        .data, zh: "没有编号为 {payment} 的付款；用 bangfu supplier account 查看",
        en: "there is no payment {payment}; see bangfu supplier account")
    ),
    (
      "payment_reversed",
      Sentence(
        .data, zh: "付款 {payment} 已经冲销过了", en: "payment {payment} has been reversed already")
    ),
    (
      "payment_is_reversal",
      Sentence(
        .data, zh: "{payment} 本身就是冲销，不能再冲销；请重新付款",
        en: "{payment} is a reversal itself: enter the payment anew")
    ),
    (
      "request_used",
      Sentence(
        .data, zh: "编号 {id} 已经用于另一笔内容不同的记录（{posting}），这次什么也没有记。请换一个 --id",
        en:
          "the id {id} belongs to another entry, {posting}, of other content; nothing was recorded. "
          + "Give a new entry a new --id")
    ),
    (
      "day_to_come",
      Sentence(.data, zh: "{day} 还没有到", en: "{day} has not come yet")
    ),
    (
      "day_past",
      Sentence(.data, zh: "{day} 已经过去了", en: "{day} is past")
    ),
    (
      "household_unlinked",
      Sentence(
        .data, zh: "农户 {code} 在 {day} 没有联结到这个供应商；用 bangfu supplier households 查看",
        en:
          "the household {code} is not linked to the supplier on {day}; see bangfu supplier households"
      )
    ),
    (
      "household_expected",
      Sentence(
        .data, zh: "{code} 不是农户（类型 household）", en: "{code} is no household (of kind household)")
    ),
    (
      "household_links_none",
      Sentence(
        .data, zh: "{code} 自己是农户，不能再联结农户", en: "{code} is a household itself and links none")
    ),
    (
      "return_suppliers_differ",
      Sentence(
        .data, zh: "这些货来自不同的供应商（{codes}）：分开退，或写 --supplier",
        en:
          "these goods are of several suppliers ({codes}): return them one by one, or name --supplier"
      )
    ),
    (
      "contract_days",
      Sentence(
        .data, zh: "合同的开始日期晚于结束日期：请检查 --from 和 --to",
        en: "the contract's first day is after its last: check --from and --to")
    ),
    (
      "contract_unknown",
      Sentence(
        .data, zh: "没有编号为 {contract} 的回购合同；用 bangfu supplier contract list 查看",
        en: "there is no contract {contract}; see bangfu supplier contract list")
    ),
    (
      "contract_used",
      Sentence(
        .data, zh: "合同 {contract} 在 {day} 还有回购，不能更早结束",
        en: "goods were bought back under contract {contract} on {day}: it cannot end before")
    ),
    (
      "contract_missing",
      Sentence(
        .data, zh: "{supplier} 在 {day} 没有收回 {code} 的合同；用 bangfu supplier contract list 查看",
        en:
          "no contract with {supplier} for {code} is in force on {day}; see bangfu supplier contract list"
      )
    ),
    (
      "contract_over",
      Sentence(
        .data, zh: "合同 {contract} 最多还能收回 {left} 的 {code}，要 {quantity}",
        en: "contract {contract} takes {left} more of {code} back, not {quantity}")
    ),
    (
      "buy_back_unknown",
      Sentence(
        .data, zh: "没有编号为 {number} 的回购；用 bangfu supplier account 查看",
        en: "there is no buy-back {number}; see bangfu supplier account")
    ),
    (
      "buy_back_undone",
      Sentence(.data, zh: "回购 {number} 已经撤销过了", en: "buy-back {number} has been undone already")
    ),
    (
      "buy_back_is_undo",
      Sentence(
        .data, zh: "{number} 本身就是撤销，不能再撤销；请重新记回购",
        en: "{number} takes a buy-back back itself: enter the buy-back anew")
    ),
    (
      "buy_back_later",
      Sentence(
        .data, zh: "回购 {number} 是 {day} 的，不能在那之前撤销",
        en: "buy-back {number} is of {day}: it cannot be undone before")
    ),
    (
      "reservation_unknown",
      Sentence(
        .data, zh: "没有编号为 {reservation} 的预留；用 bangfu stock reserved 查看",
        en: "there is no reservation {reservation}; see bangfu stock reserved")
    ),
  ]
}
