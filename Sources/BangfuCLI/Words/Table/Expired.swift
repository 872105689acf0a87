extension Sentences {
  /// What is asked before goods that have expired are sold.
  static let expired: [(String, Sentence)] = [
    (
      "stock_expired",
      Sentence(
        .data,
        zh:
          "{sku}[（{name}）]在 {location} 没有到期的只有 {on_hand} {unit}，要 {asked} {unit}；另有 {expired} {unit}已过保质期，不能卖。"
          + "[过期的还有：{also}。]见 bangfu stock expiring，用 bangfu stock waste 出库；非卖不可时写明原因，并由第二人批准（--expired-reason、--approved-by）",
        en:
          "{location} holds {on_hand} {unit} of {sku}[ ({name})] that have not expired, {asked} {unit} are asked for; "
          + "{expired} {unit} more have expired and are not sold. [Also expired: "
          + "{also}. ]See bangfu stock expiring; take them out with bangfu stock waste. They are sold only for a reason, approved by a second person (--expired-reason, --approved-by)"
      )
    ),
    (
      "stock_expired_stays",
      Sentence(
        .data,
        zh:
          "{sku}[（{name}）]在 {location} 没有到期的只有 {on_hand} {unit}，要 {asked} {unit}；另有 {expired} {unit}已过保质期："
          + "不用来组装，写明批号才调拨（货号:数量#批号）。见 bangfu stock lots",
        en:
          "{location} holds {on_hand} {unit} of {sku}[ ({name})] that have not expired, {asked} {unit} are asked for; "
          + "{expired} {unit} more have expired: nothing is assembled of them, and they are sent only as SKU:QUANTITY#LOT. "
          + "See bangfu stock lots"
      )
    ),
    (
      "basket_expired",
      Sentence(
        .data,
        zh:
          "{sku}[（{name}）]没有到期的只有 {on_hand} {unit}，要 {asked} {unit}；另有 {expired} {unit}已过保质期"
          + "[；过期的还有：{also}]",
        en:
          "{sku}[ ({name})]: {on_hand} {unit} have not expired, {asked} {unit} are asked for; {expired} {unit} more have "
          + "expired[; also expired: {also}]"
      )
    ),
    (
      "expired_approval_half",
      Sentence(
        .data, zh: "卖过期商品要同时写原因和批准人：--expired-reason 和 --approved-by",
        en:
          "expired goods are sold for a reason and with an approval: give --expired-reason and --approved-by"
      )
    ),
    (
      "expired_second_person",
      Sentence(
        .data, zh: "经手人 {operator} 不能自己批准卖过期商品：要另一个人",
        en: "{operator}, who sells, cannot approve the sale of expired goods: somebody else must")
    ),
  ]
}
