extension Sentences {
  /// What each check holds the database to; a check that finds something is not met.
  static let checks: [(String, Sentence)] = [
    check(
      "acts_in_order", "后面的操作不早于它所依据的：退款、付款、到货、盘点、撤销",
      "what follows another act is not before it: refunds, payments, arrivals, counts, undos"),
    check(
      "aftersales_match", "每张售后单对着它说的那条订单行", "every after-sale case belongs to the line it names"),
    check("breakdowns_agree", "每月按渠道、商品、供应商、日加起来都等于总数", "breakdowns add up to the headline"),
    check(
      "buyer_accounts", "采购单位的付款不多于它说的单据，单据是它自己的；冲销与原付款一致；对账答复的是它自己的行",
      "payments and answers of buyers are for entries of theirs, no more than they are; a reversal is of its payment"
    ),
    check(
      "canteen_orders", "订货、送货、验收对得上：数量、成本、金额，未送的是订的减送的",
      "orders, deliveries and acceptances of canteens add up, in goods, at cost and in yuan"),
    check(
      "claim_lines_add_up", "每条平台订单行的账与它的最新快照一致", "lines say what each order line's snapshots say"),
    check(
      "claim_refunds_add_up", "每条订单行退的钱与订单文件和售后单一致",
      "refunds say what orders and after-sale cases say"),
    check(
      "claims_are_as_reported", "每条平台订单行以现有文件中最新的快照为准，内容与读到时一样，省份和渠道与文件一致",
      "order lines live by their newest snapshots, which are what was read, and bear their provinces"
    ),
    check("daily_sums", "每日汇总等于单据和明细之和", "daily sums are what documents and lines add up to"),
    check(
      "days_are_business_days", "销售日是发生时刻的营业日", "a sale's day is the business day of its instant"),
    check(
      "documents_fit", "单据的地点、买家、来源与它的明细和操作一致",
      "documents are of the location, buyer and file that their lines and acts say"),
    check(
      "document_totals", "明细之和等于单据合计，种类与单据一致",
      "lines add up to their document's total, and say of what kind it is"),
    check(
      "expired_sales_approved", "卖出的过期商品都有第二人批准",
      "a second person approved of expired goods that were sold"),
    check(
      "figures_hold", "发布的版本一字不变，前后相接，与现在计入的一致；过渡表加得起来",
      "published figures are as they were, follow each other and say what is counted; bridges add up"
    ),
    check(
      "goods_back_left", "平台订单退回的货不多于出去的",
      "no more of a platform's order came back than had left for it"),
    check(
      "imports_are_whole", "导入的文件和留存的副本与导入时一样",
      "imported files and their copies are as they were imported"),
    check("issued_is_sold", "销售出库等于售出减缺货", "issued is sold minus shortages"),
    check(
      "duplicates_count_once", "定为同一笔的销售只计入一笔，只有它出库",
      "of sales that are one, one counts, and only its goods left"),
    check(
      "lines_are_judged", "未结账月份的明细按现行规则、认定、产地判定",
      "lines of open months are judged by the rules, certificates and origins of now"),
    check(
      "lines_have_a_source", "每条明细都有来源：录入的订单或文件的行，单号、金额和省份与它一致",
      "every line comes from an order or a row of a file, and bears its number, amount and province"
    ),
    check(
      "moves_have_an_act", "出入库都有所属的操作：盘点、调拨、退货；缺货对着自己的明细和地点",
      "what moved stock is what somebody did; a shortage is of its line and location"),
    check(
      "months_stay_closed", "结了账的月份和结账时一样，拒收新的行",
      "closed months are as they were, and refuse rows"),
    check(
      "sessions_apart", "同一主播的直播场次不重叠", "livestream sessions of a host are apart"),
    check(
      "settlements_are_newest", "每笔结算明细与它最新的文件一致，文件说法不同的都标明",
      "settlement lines are as their newest files say, and say where files differ"),
    check(
      "supermarket_shares", "商超每行的已结算、应付、已付摊自各期结算，加起来分毫不差；结算不重叠，付款不多于应付",
      "what of supermarkets' sales is settled, due and paid adds up to their settlements, which are apart, and paid no "
        + "more than is due"),
    check("parents_exist", "明细、单据、收款、出入库都有所属", "facts have their parents"),
    check("refunds_within_sales", "退的不多于卖的", "no more is refunded than was sold"),
    check(
      "rows_bear_their_digest", "售后和结算文件每一行留下的内容与读到时一样",
      "what is kept of each after-sale row and settlement line is what was read of it"),
    check(
      "rows_have_an_outcome", "文件的每一行恰有一个结果，原行都留存",
      "every row of a file has one outcome, and is kept"),
    check(
      "seals_hold", "封存过的每一行都与封存时一样，封条一张接一张",
      "every sealed row is as it was sealed, and each seal follows the one before"),
    check("staging_is_empty", "没有遗留的暂存行", "nothing is left staged"),
    check("stock_is_moves", "库存等于流水之和，且不为负", "stock is the sum of its moves, never negative"),
    check(
      "stock_lots_add_up", "各批次之和等于现存", "lots add up to what is on hand, and each to its moves"),
    check(
      "supplier_accounts", "退给供应商的是进过的，回购的出了库，冲销和撤销对得上",
      "what went back to suppliers was bought from them or agreed; payments and reversals fit"),
    check("tenders_balance", "收款加应收等于货款加运费", "tenders and receivable are goods and freight"),
    check(
      "approvals_are_by_others", "批准的人没有参与，一次批准只准一件事",
      "an approval is by somebody who took no part, and allows one act"),
    check(
      "persons_have_roles", "人员只有自己的角色，别人没有权限，谁也不能直接碰表",
      "persons have the one role of theirs, nobody else has rights"),
    check(
      "transfers_arrive", "调拨发出的等于收到的、在途的和差异之和", "what was sent arrived, is lost, or is in transit"),
    check(
      "undone_is_undone", "撤销退回的正是原来动过的；签约的明细加起来是它的合计",
      "an undo moves back what was moved; agreements add up"),
  ]

  private static func check(_ name: String, _ zh: String, _ en: String) -> (String, Sentence) {
    ("check_" + name, Sentence(.no, zh: zh, en: en))
  }
}
