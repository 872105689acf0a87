extension Sentences {
  /// What the stock refuses.
  static let stock: [(String, Sentence)] = [
    (
      "stock_short",
      Sentence(
        .data,
        zh:
          "库存不足：{sku}[（{name}）]在 {location} 只有 {on_hand} {unit}[，另有 {expired} 已过保质期]，要 {asked} {unit}[；还缺 {also}]。已到货的请先用 bangfu stock receive 入库",
        en:
          "too little stock: {location} holds {on_hand} {unit} of {sku}[ ({name})][ and {expired} that have expired], "
          + "{asked} {unit} are asked for[; also missing: {also}]. "
          + "Book goods that have come in with bangfu stock receive")
    ),
    (
      "lot_unknown",
      Sentence(
        .data, zh: "[第 {line} 行：]没有批号 {lot}；用 bangfu stock lots 查看",
        en: "[line {line}: ]there is no lot {lot}; see bangfu stock lots")
    ),
    (
      "lot_expires_otherwise",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 的批号 {lot} 已经有了[，保质期至 {expires}]，这里写的保质期不同：请核对，或换一个批号",
        en:
          "[line {line}: ]the lot {lot} of {code} is there already[, to be sold by {expires},] with another last day: "
          + "check it, or give another number")
    ),
    (
      "cost_too_large",
      Sentence(
        .data,
        zh: "[第 {line} 行：]{code}[（{name}）]的 {quantity} {unit}[，进价 {cost}，]太贵了：一种商品的库存要在一万亿元之内",
        en:
          "[line {line}: ]{code}[ ({name})]: {quantity} {unit}[ at {cost}] are worth too much: "
          + "the stock of a product must be below a million million yuan")
    ),
    (
      "stock_item_malformed",
      Sentence(
        .usage, zh: "“{text}”要写成 货号:数量，可带单位，可加 #批号，如 HS01:20#L2",
        en: "\"{text}\" is written as SKU:QUANTITY, maybe with a unit and #LOT, such as HS01:20#L2")
    ),
    (
      "stock_item_twice",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 写了两次：请合并成一个数；不同批次分几次写",
        en:
          "[line {line}: ]{code} stands twice: add it up to one quantity; write each lot in a command of its own"
      )
    ),
    (
      "receipt_columns",
      Sentence(
        .data, zh: "[{file}：]第一行要有列 sku 和 quantity，下面至少一行",
        en:
          "[{file}: ]the first row must have the columns sku and quantity, with at least one row below"
      )
    ),
    (
      "day_malformed",
      Sentence(
        .data, zh: "[第 {line} 行：]“{value}”不是 2026-09-30 这样的日期",
        en: "[line {line}: ]\"{value}\" is no day such as 2026-09-30")
    ),
    (
      "transfer_unknown",
      Sentence(
        .data, zh: "没有编号为 {transfer} 的调拨；用 bangfu stock transfer list 查看",
        en: "there is no transfer {transfer}; see bangfu stock transfer list")
    ),
    (
      "transfer_done",
      Sentence(
        .data, zh: "调拨 {transfer} 没有在途的货了",
        en: "nothing of transfer {transfer} is in transit any more")
    ),
    (
      "transfer_over",
      Sentence(
        .data, zh: "调拨 {transfer} 在途的 {code} 只有 {due}，没有 {quantity}",
        en: "only {due} of {code} are in transit in transfer {transfer}, not {quantity}")
    ),
    (
      "parts_circular",
      Sentence(
        .data, zh: "{code} 的组成里又有 {code}：不能由自己组成", en: "{code} would be made of {code} in the end")
    ),
    (
      "minimum_malformed",
      Sentence(
        .data, zh: "最低库存“{quantity}”写法不对：按基本单位写数字，不带单位，小数点后最多三位，不能为负",
        en:
          "the minimum \"{quantity}\" is not plain digits of the base unit, with at most three decimals, not negative"
      )
    ),
    (
      "transfer_to_itself",
      Sentence(
        .data, zh: "不能从 {code} 调拨到它自己", en: "goods are not sent from {code} to itself")
    ),
    (
      "goods_back_unknown",
      Sentence(
        .data, zh: "没有导入过订单 {order}", en: "no order {order} was imported")
    ),
    (
      "goods_back_ambiguous",
      Sentence(
        .data, zh: "几个平台都有订单 {order}，分不清是哪一个",
        en: "several platforms have an order {order}: name its channel")
    ),
    (
      "act_unknown",
      Sentence(
        .data, zh: "没有编号为 {number} 的操作；编号见 bangfu stock moves 或 bangfu supplier account",
        en:
          "there is no act {number}; bangfu stock moves and bangfu supplier account show the numbers"
      )
    ),
    (
      "act_is_order",
      Sentence(
        .data,
        zh:
          "{number} 属于单据 {document}：销售单用 bangfu order void {document} 作废，录错的退款或作废用 bangfu order undo {document}",
        en:
          "{number} belongs to document {document}: a sale is taken away by bangfu order void {document}, a "
          + "mistaken refund or void by bangfu order undo {document}")
    ),
    (
      "act_is_count",
      Sentence(
        .data,
        zh: "{number} 是盘点本身：[要撤销的是批准，编号 {approval}]没有批准的盘点用 bangfu stock count cancel {number}",
        en:
          "{number} is the count itself: [undo its approval, number {approval}; ]a count that is open is given up "
          + "with bangfu stock count cancel {number}")
    ),
    (
      "act_not_undone",
      Sentence(
        .data, zh: "{number}（{act}）没有动库存，也没有动供应商的账，没有可撤销的",
        en:
          "{number} ({act}) moved neither stock nor a supplier's account: there is nothing to undo")
    ),
    (
      "undo_gone",
      Sentence(
        .data,
        zh:
          "不能撤销 {number}：{location} 的 {code} {name}[ 批次 {lot}]要退出 {asked} {unit}，现在只有 {there} {unit}[；"
          + "后来动过它的：{since}]",
        en:
          "{number} cannot be undone: {asked} {unit} of {code} {name}[, lot {lot},] would leave {location}, and only "
          + "{there} {unit} are there[; since then: {since}]")
    ),
    (
      "undo_worth",
      Sentence(
        .data,
        zh: "不能撤销 {number}：{location} 的 {code} {name} 后来按平均成本出过库，余下的成本不够退[；后来动过它的：{since}]",
        en:
          "{number} cannot be undone: {code} {name} has left {location} at the average since, and what is left is not "
          + "worth enough[; since then: {since}]")
    ),
    (
      "undo_stands",
      Sentence(
        .data, zh: "不能撤销 {number}：先撤销记在它名下的 {later}",
        en: "{number} cannot be undone before what names it: {later}")
    ),
    (
      "goods_back_over",
      Sentence(
        .data, zh: "订单 {order} 发出去还没退回的 {code} 只有 {left}，不能收 {quantity}；由供应商代发的货不进我们的库",
        en:
          "of order {order} only {left} of {code} left our stock and are not back, not {quantity}; what a supplier ships never was in it"
      )
    ),
    (
      "product_has_no_parts",
      Sentence(
        .data, zh: "没有写明 {code} 由什么组成；用 bangfu stock parts {code} 货号:数量 … 写明",
        en:
          "it is not said what {code} is made of: say it with bangfu stock parts {code} SKU:QUANTITY …"
      )
    ),
    (
      "product_has_stock",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 还有库存或在途，不能改按批次管理：先卖完、调完或出库",
        en:
          "[line {line}: ]some of {code} is on hand or in transit: whether it is kept by lot cannot change now"
      )
    ),
    (
      "shortage_none",
      Sentence(.data, zh: "{code} 没有缺货", en: "no sale is short of {code}")
    ),
    (
      "count_open_already",
      Sentence(
        .data, zh: "盘点 {count} 还没有结束，同样的货不能同时盘两次",
        en: "count {count} is still open: the same goods are not counted twice at a time")
    ),
    (
      "count_unknown",
      Sentence(
        .data, zh: "没有编号为 {count} 的盘点；用 bangfu stock count list 查看",
        en: "there is no count {count}; see bangfu stock count list")
    ),
    (
      "count_ended",
      Sentence(
        .data, zh: "盘点 {count} 已经结束", en: "count {count} has ended")
    ),
    (
      "count_outside",
      Sentence(
        .data, zh: "[第 {line} 行：]{code}[（{name}）]不在盘点 {count} 的类别里",
        en: "[line {line}: ]{code}[ ({name})] is not of the category of count {count}")
    ),
    (
      "count_lot_missing",
      Sentence(
        .data, zh: "[第 {line} 行：]{code}[（{name}）]按批次管理：请写 货号:数量#批号，或填 lot 列",
        en:
          "[line {line}: ]{code}[ ({name})] is kept by lot: write SKU:QUANTITY#LOT, or fill the column lot"
      )
    ),
    (
      "count_second_person",
      Sentence(
        .data, zh: "{operator} 参加了盘点 {count}，要由另一个人批准（--operator）",
        en: "{operator} took part in count {count}: somebody else must approve it (--operator)")
    ),
    (
      "count_recount",
      Sentence(
        .data, zh: "盘点 {count} 里差额大的要再盘一次：{codes}",
        en: "count {count} has large differences, to be counted again: {codes}")
    ),
    (
      "count_incomplete",
      Sentence(
        .data, zh: "盘点 {count} 还有没盘的：{codes}；盘完，或加 --partial",
        en: "count {count} has not counted {codes}: count them, or give --partial")
    ),
    (
      "count_overtaken",
      Sentence(
        .data, zh: "{code} 在盘点以后又卖掉了，差异比现存还多：请再盘一次",
        en:
          "so much of {code} has left since it was counted that the difference is more than there is: count it again"
      )
    ),
    (
      "count_nothing",
      Sentence(
        .data, zh: "[{file}：]盘到那一列都是空的，什么也没有盘",
        en: "[{file}: ]nothing was counted: the column found is empty")
    ),
    (
      "category_unknown",
      Sentence(
        .data, zh: "没有类别是“{category}”的商品", en: "no product has the category {category}")
    ),
    (
      "reason_blank",
      Sentence(
        .data, zh: "原因（或用途、姓名）是空白的：请写出来",
        en: "what was given as reason, purpose or name is blank: write it out")
    ),
    (
      "receipt_row_width",
      Sentence(
        .data, zh: "[{file}：][第 {line} 行：]有 {fields} 格，表头有 {header} 格：是不是多了或少了逗号、引号？",
        en:
          "[{file}: ][line {line}: ]has {fields} fields, the header {header}: is a comma or a quote too many or missing?"
      )
    ),
    (
      "receipt_column_unknown",
      Sentence(
        .data,
        zh: "[{file}：]不认识的列：{columns}。可以有 sku、quantity、unit、cost、lot、produced、expires，以及 name、note",
        en:
          "[{file}: ]unknown columns: {columns}. There may be sku, quantity, unit, cost, lot, produced and expires, "
          + "and name and note")
    ),
    (
      "receipt_column_twice",
      Sentence(
        .data, zh: "[{file}：]列 {column} 出现了不止一次",
        en: "[{file}: ]the column {column} is there more than once")
    ),
    (
      "count_columns",
      Sentence(
        .data, zh: "[{file}：]第一行要有列 sku 和 found",
        en: "[{file}: ]the first row must have the columns sku and found")
    ),
    (
      "lots_word_unknown",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 的 lots“{value}”要写 yes 或 no",
        en: "[line {line}: ]lots of {code} is yes or no, not \"{value}\"")
    ),
  ]
}
