extension Sentences {
  /// What orders, deliveries, acceptances and invoices of canteens refuse.
  static let canteens: [(String, Sentence)] = [
    (
      "canteen_channel_needed",
      Sentence(
        .data, zh: "食堂渠道不是正好一个：请写 --channel；用 bangfu channel list 查看",
        en:
          "there is not exactly one channel of the kind canteen: name it by --channel; see bangfu channel list"
      )
    ),
    (
      "channel_not_canteen",
      Sentence(
        .data, zh: "渠道 {code} 不是食堂渠道：请换一个，或用 bangfu order enter 录入",
        en: "the channel {code} is not of the kind canteen: name another, or use bangfu order enter"
      )
    ),
    (
      "buyer_inactive",
      Sentence(
        .data, zh: "采购单位 {code} 已停用：用 bangfu buyer change {code} --active 启用",
        en: "the buyer {code} is not in use: bangfu buyer change {code} --active takes it up again")
    ),
    (
      "canteen_order_unknown",
      Sentence(
        .data, zh: "没有编号为 {order} 的订货；用 bangfu canteen list --all 查看",
        en: "there is no order {order}; see bangfu canteen list --all")
    ),
    (
      "canteen_order_ended",
      Sentence(
        .data, zh: "订货 {order} 已经结束，不再送货；要继续，撤销它的结束：bangfu canteen show {order} --acts",
        en:
          "order {order} has ended; to go on, undo its end: see bangfu canteen show {order} --acts")
    ),
    (
      "canteen_act_unknown",
      Sentence(
        .data, zh: "{number} 不是订货、送货、验收、开票、对账答复或每周订货；用 bangfu canteen show 订货编号 --acts 查看",
        en:
          "{number} is no order, delivery, acceptance, invoice, answer or weekly order; see bangfu canteen show ORDER --acts"
      )
    ),
    (
      "profile_of_orders",
      Sentence(
        .data, zh: "{profile} 是订货单的格式，订货不是销售：用 bangfu canteen order --file 读",
        en: "{profile} is of orders, which are no sales: bangfu canteen order --file reads them")
    ),
    (
      "profile_not_of_orders",
      Sentence(
        .data, zh: "{profile} 不是订货单的格式；用 bangfu channel profile list 查看",
        en: "{profile} is no profile of order sheets; see bangfu channel profile list")
    ),
    (
      "file_is_order_sheet",
      Sentence(
        .data, zh: "{file}：这是订货单，订货不是销售：用 bangfu canteen order --file 读",
        en:
          "{file}: this is an order sheet, and an order is no sale: bangfu canteen order --file reads it"
      )
    ),
    (
      "sheet_units_differ",
      Sentence(
        .data, zh: "[{column}：]数量后面的单位和单位列不同（{value}）",
        en: "[{column}: ]the quantity and the column of units differ ({value})"
      )
    ),
    (
      "sheet_buyer_missing",
      Sentence(
        .data, zh: "表里没有采购单位：请在命令里写采购单位代码",
        en: "the sheet does not say who orders: name the buyer in the command")
    ),
    (
      "sheet_buyer_unknown",
      Sentence(
        .data, zh: "没有名称或代码为 {name} 的采购单位：用 bangfu buyer list 查看，或在命令里写代码",
        en:
          "there is no buyer of the name or code {name}: see bangfu buyer list, or name one in the command"
      )
    ),
    (
      "sheet_buyer_differs",
      Sentence(
        .data, zh: "表里的采购单位是 {name}，不是 {code}",
        en: "the sheet is of {name}, which is not the buyer {code}"
      )
    ),
    (
      "sheet_product_unknown",
      Sentence(
        .data, zh: "没有名称为 {name} 的商品：加一列货号或条码，或改成目录里的名称",
        en:
          "there is no product of the name {name}: add a column of codes, or use the catalogue's name"
      )
    ),
    (
      "sheet_name_ambiguous",
      Sentence(
        .data, zh: "名称 {name} 不止一个：{codes}；请用代码",
        en: "several are called {name}: {codes}; use the code")
    ),
    (
      "sheet_orders_nothing",
      Sentence(
        .data, zh: "{file}：没有写数量的行，什么也没订", en: "{file}: no row has a quantity: nothing is ordered")
    ),
    (
      "weekly_order_unknown",
      Sentence(
        .data, zh: "没有编号为 {number} 的每周订货；用 bangfu canteen weekly list --all 查看",
        en: "there is no weekly order {number}; see bangfu canteen weekly list --all")
    ),
    (
      "weekly_order_ended",
      Sentence(
        .data, zh: "每周订货 {number} 到 {day} 为止，已经更早；不能再结束",
        en: "weekly order {number} ends on {day} already")
    ),
    (
      "weekly_order_empty",
      Sentence(.data, zh: "每周订货要有货和星期几", en: "a weekly order has goods and days of the week")
    ),
    (
      "weekly_days",
      Sentence(
        .data, zh: "每周订货不能从 {from} 到 {to}：最后一天比第一天早",
        en: "a weekly order cannot go from {from} to {to}: it would end before it begins")
    ),
    (
      "act_is_canteen",
      Sentence(
        .data, zh: "{number}（{act}）请用 bangfu canteen undo {number} 撤销",
        en: "{number} ({act}) is undone by bangfu canteen undo {number}")
    ),
    (
      "delivery_done",
      Sentence(
        .data, zh: "订货 {order} 已经送齐", en: "order {order} is delivered whole already")
    ),
    (
      "delivery_over",
      Sentence(
        .data, zh: "订货 {order} 的 {code}（{name}）只差 {open} {unit}，不能送 {quantity} {unit}；多出来的请另录订货",
        en:
          "of {code} ({name}) {open} {unit} of order {order} are due, not {quantity}; enter another order for the rest"
      )
    ),
    (
      "canteen_delivery_unknown",
      Sentence(
        .data, zh: "没有编号为 {delivery} 的送货；用 bangfu canteen show 订货编号 --acts 查看",
        en: "there is no delivery {delivery}; see bangfu canteen show ORDER --acts")
    ),
    (
      "delivery_accepted",
      Sentence(
        .data, zh: "送货 {delivery} 已经验收（{acceptance}）；录错了先 bangfu canteen undo {acceptance}",
        en:
          "delivery {delivery} was accepted already ({acceptance}); if that was wrong, bangfu canteen undo {acceptance}"
      )
    ),
    (
      "delivery_invoiced",
      Sentence(
        .data, zh: "送货 {delivery} 已经验收（{acceptance}）并开了发票 {invoice}，不能再验收；先撤销开票",
        en:
          "delivery {delivery} was accepted ({acceptance}) and invoiced ({invoice}): undo the invoice first"
      )
    ),
    (
      "acceptance_over",
      Sentence(
        .data,
        zh: "送货 {delivery} 里的 {code} 有 {quantity} {unit}，不能收 {accepted}、拒 {refused}；多送的请先录送货",
        en:
          "delivery {delivery} had {quantity} {unit} of {code}, not {accepted} to accept and {refused} to refuse; enter "
          + "what was delivered beyond it first")
    ),
    (
      "acceptance_unknown",
      Sentence(
        .data, zh: "没有编号为 {acceptance} 的验收；用 bangfu canteen show 订货编号 --acts 查看",
        en: "there is no acceptance {acceptance}; see bangfu canteen show ORDER --acts")
    ),
    (
      "acceptance_of_nothing",
      Sentence(
        .data, zh: "验收 {acceptance} 什么也没有收，没有可开票的",
        en: "nothing was accepted by {acceptance}: there is nothing to invoice")
    ),
    (
      "acceptance_invoiced",
      Sentence(
        .data, zh: "验收 {acceptance} 已经开了发票 {invoice}；开错了先 bangfu canteen undo",
        en:
          "acceptance {acceptance} is invoiced already ({invoice}); if that was wrong, undo it by bangfu canteen undo"
      )
    ),
    (
      "invoice_buyers_differ",
      Sentence(
        .data, zh: "这些验收不是同一个采购单位的，请分开开票",
        en: "these acceptances are of several buyers: invoice each apart")
    ),
    (
      "invoice_number_used",
      Sentence(
        .data, zh: "发票 {invoice} 已经记过（{number}），请核对号码",
        en: "invoice {invoice} is kept already ({number}): check its number")
    ),
    (
      "order_accepted",
      Sentence(
        .data, zh: "单据 {document} 是验收 {acceptance} 卖出的：用 bangfu canteen undo {acceptance} 撤销验收",
        en:
          "document {document} was sold by acceptance {acceptance}: undo that by bangfu canteen undo {acceptance}"
      )
    ),
    (
      "recognition_used",
      Sentence(
        .data, zh: "{day} 的验收 {acceptance} 已按原来的规则（送达或验收）记了日子：新规则请从 {day} 之后的日子开始",
        en:
          "acceptance {acceptance} of {day} was sold on the day that the rules of then gave: begin the new rules on a day "
          + "after {day}")
    ),
  ]
}
