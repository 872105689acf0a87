import Domain

extension Sentences {
  /// Constraints of the database that what people enter can violate.
  static let constraints: [(String, Sentence)] =
    [
      once("supplier_code_once", "供应商代码", "supplier code"),
      plain("supplier_code_plain", "供应商代码", "supplier code", 40),
      short("supplier_name_short", "供应商名称", "supplier's name", 200),
      short("supplier_township_short", "乡镇", "township", 100),
      short("product_name_short", "商品名称", "product's name", 200),
      short("product_category_short", "类别", "category", 100),
      short("product_origin_short", "产地", "origin", 100),
      short("product_initials_short", "拼音首字母", "initials", 100),
      short("buyer_name_short", "采购单位名称", "buyer's name", 200),
      short("buyer_province_short", "省份", "province", 100),
      short("buyer_contact_short", "联系人", "contact", 200),
      short("location_name_short", "地点名称", "location's name", 200),
      short("channel_name_short", "渠道名称", "channel's name", 200),
      short("unit_english_short", "单位的英文名", "unit's English name", 100),
      short("certificate_number_short", "认定编号", "certificate's number", 100),
      short("certificate_batch_short", "认定批次", "certificate's batch", 100),
      short("certificate_source_short", "来源", "source", 200),
      short("programme_county_short", "受帮扶县", "county", 100),
      short("programme_partner_short", "帮扶城市", "partner city", 100),
      short("stock_count_category_short", "类别", "category", 100),
      short(
        "posting_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short("posting_reason_short", "原因或备注", "reason or note", 500),
      short("expired_approval_reason_short", "原因", "reason", 500),
      short("expired_approval_approved_by_short", "批准人", "approver", 100),
      short("person_change_reason_short", "原因", "reason", 500),
      short("approval_rule_reason_short", "原因", "reason", 500),
      short("approval_reason_short", "原因", "reason", 500),
      short("approval_end_reason_short", "原因", "reason", 500),
      short("programme_change_reason_short", "原因", "reason", 500),
      short(
        "person_change_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short(
        "approval_rule_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short(
        "approval_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short(
        "approval_end_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short(
        "approval_attempt_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short(
        "programme_change_operator_short", "经办人（--operator 或 BANGFU_OPERATOR）",
        "operator (--operator, BANGFU_OPERATOR)", 100),
      short("person_name_short", "姓名", "name", 100),
      given("person_name_given", "姓名", "name"),
      short("approval_attempt_approver_short", "批准人", "approver", 100),
      known(
        "approval_rule_kind_known", "要批准的事", "act",
        "expired, discount, refund, count, target, publish, restate"),
      known("approval_rule_role_known", "角色", "role", "owner, clerk, accountant, official"),
      known(
        "approval_rule_approvers_known", "可批准的角色", "approver's role", "clerk, accountant, official"),
      notNegative("approval_rule_above_not_negative", "金额", "amount"),
      given("supplier_name_given", "供应商名称", "supplier's name"),
      known(
        "supplier_kind_known", "供应商类别", "kind of supplier",
        "company, collective, cooperative, household"),
      notNegative("supplier_households_not_negative", "联农户数", "number of households"),
      once("product_sku_once", "货号", "sku"),
      plain("product_sku_plain", "货号", "sku", 60),
      given("product_name_given", "商品名称", "product's name"),
      missing("product_unit_known", "计量单位", "unit"),
      missing("product_supplier_known", "供应商", "supplier"),
      notNegative("product_price_not_negative", "单价", "price"),
      aNumber("product_price_a_number", "单价", "price"),
      (
        "product_shelf_days_positive",
        Sentence(
          .data, zh: "[第 {line} 行：]保质期天数要在 1 到 36500 之间",
          en: "[line {line}: ]a shelf life is a number of days from 1 to 36500")
      ),
      (
        "product_unit_pkey",
        Sentence(
          .data, zh: "这个商品已经有这个单位了；要改，先用 bangfu product unit remove 去掉",
          en: "the product has this unit already; to change it, bangfu product unit remove it first"
        )
      ),
      (
        "product_unit_plain",
        Sentence(
          .data, zh: "[第 {line} 行：]单位要是 1 到 20 个字，不能有数字、空格、符号或看不见的字符",
          en:
            "[line {line}: ]a unit's name is 1 to 20 letters, without digits, spaces, signs or characters that nobody sees"
        )
      ),
      (
        "product_unit_plausible",
        Sentence(
          .data, zh: "[第 {line} 行：]这个单位装的数量不合理：要在十亿之内",
          en:
            "[line {line}: ]what the unit holds is implausible: it must be within a thousand million"
        )
      ),
      plain("lot_code_plain", "批号", "lot's number", 40),
      (
        "lot_days_in_order",
        Sentence(
          .data, zh: "[第 {line} 行：][{code} 的]生产日期[ {produced} ]晚于保质期[ {expires}]：请检查",
          en:
            "[line {line}: ]the day of production[ of {code}][, {produced},] is after the last day[, {expires}]: "
            + "check both")
      ),
      (
        "product_part_not_itself",
        Sentence(
          .data, zh: "商品不能由它自己组成", en: "a product cannot be a part of itself")
      ),
      (
        "product_part_pkey",
        Sentence(
          .data, zh: "同一种组成写了两次：请合并数量", en: "one part stands twice: add the quantities")
      ),
      once("barcode_pkey", "条码", "barcode"),
      missing("barcode_product_known", "条码所属的商品", "product of a barcode"),
      plain("barcode_plain", "条码", "barcode", 40),
      once("location_code_once", "仓库或门店代码", "location code"),
      plain("location_code_plain", "仓库或门店代码", "location code", 40),
      plain("unit_code_plain", "单位", "unit", 20),
      once("unit_pkey", "单位", "unit"),
      (
        "location_default_once",
        Sentence(
          .tryAgain, zh: "别人正在改默认地点：请再试一次",
          en: "somebody else is changing the default location: try again")
      ),
      (
        "stock_count_open_once",
        Sentence(
          .data, zh: "别人刚刚在这里开始了一次盘点：用 bangfu stock count list 查看",
          en: "somebody else has just begun a count here: see bangfu stock count list")
      ),
      known("location_kind_known", "仓库或门店类别", "kind of location", "shop, warehouse, stand"),
      once("channel_code_once", "渠道代码", "channel code"),
      plain("channel_code_plain", "渠道代码", "channel code", 40),
      known(
        "channel_kind_known", "渠道类别", "kind of channel",
        "counter, canteen, supermarket, fair, livestream, marketplace, tourism"),
      missing("channel_ships_from_known", "渠道的发货仓库", "location a channel ships from"),
      once("listing_code_once", "链接", "listing"),
      missing("listing_channel_known", "链接所属的渠道", "channel of a listing"),
      missing("listing_part_product_known", "链接对应的商品", "product of a listing"),
      positive("listing_part_quantity_positive", "链接内的数量", "quantity in a listing"),
      aNumber("listing_part_quantity_a_number", "链接内的数量", "quantity in a listing"),
      (
        "listing_part_share_within_total",
        Sentence(
          .data, zh: "组合装的价格份额不能全是 0", en: "the shares of a listing's price cannot all be 0")
      ),
      once("buyer_code_once", "采购单位代码", "buyer code"),
      plain("buyer_code_plain", "采购单位代码", "buyer code", 40),
      given("buyer_name_given", "采购单位名称", "buyer's name"),
      known(
        "buyer_kind_known", "采购单位类别", "kind of buyer",
        "government, institution, enterprise, union, canteen, supermarket, other"),
      (
        "buyer_credit_code_sound",
        Sentence(
          .data, zh: "[第 {line} 行：][采购单位 {code} 的]统一社会信用代码不对：要 18 位，最后一位是校验码，请对照营业执照或法人证书",
          en:
            "[line {line}: ]the credit code[ of {code}] is wrong: it has 18 characters, of which the last proves the others; "
            + "compare it with the certificate")
      ),
      (
        "buyer_terms_plausible",
        Sentence(
          .data, zh: "[第 {line} 行：]账期要是 0 到 366 天",
          en: "[line {line}: ]terms are a number of days from 0 to 366")
      ),
      positive("target_amount_positive", "目标金额", "target's amount"),
      aNumber("target_amount_a_number", "目标金额", "target's amount"),
      (
        "target_days_in_order",
        Sentence(
          .data, zh: "目标的开始日期晚于结束日期：请检查 --from 和 --to",
          en: "the target's first day is after its last: check --from and --to")
      ),
      (
        "target_reason_needed",
        Sentence(
          .data, zh: "{from} 至 {to} 的目标已经是 {amount} 元：要改请写 --reason 原因",
          en:
            "the target of {from} to {to} is {amount} yuan already: to change it, say why: --reason WHY"
        )
      ),
      (
        "target_unknown",
        Sentence(
          .data, zh: "没有 {from} 至 {to} 的目标；用 bangfu target show 查看",
          en: "there is no target of {from} to {to}; see bangfu target show")
      ),
      (
        "target_periods_apart",
        Sentence(
          .data, zh: "[{value} ]与已有目标的期间重叠：用 bangfu target show 查看",
          en: "the period[ {value}] overlaps another target's: see bangfu target show")
      ),
      plain("fair_code_plain", "展销会代码", "fair's code", 40),
      given("fair_name_given", "展销会名称", "fair's name"),
      short("fair_name_short", "展销会名称", "fair's name", 200),
      given("fair_place_given", "举办地", "fair's place"),
      short("fair_place_short", "举办地", "fair's place", 200),
      given("livestream_session_host_given", "主播", "host"),
      short("livestream_session_host_short", "主播", "host", 100),
      short("livestream_session_host_code_short", "达人ID", "host's number", 100),
      given("canteen_acceptance_signed", "签收人", "name of who signed"),
      short("canteen_acceptance_signed_by_short", "签收人", "name of who signed", 100),
      plain("reserve_area_code_plain", "地区代码", "area's code", 40),
      given("reserve_area_name_given", "地区名称", "area's name"),
      short("reserve_area_name_short", "地区名称", "area's name", 100),
      given("reserve_rule_source_given", "依据的文件", "notice"),
      short("reserve_rule_source_short", "依据的文件", "notice", 200),
      positive("reserve_budget_positive", "食堂食材采购总额", "food budget"),
      (
        "reserve_rule_year_plausible",
        Sentence(.data, zh: "年份要在 2010 到 2099 之间", en: "the year is between 2010 and 2099")
      ),
      (
        "reserve_budget_year_plausible",
        Sentence(.data, zh: "年份要在 2010 到 2099 之间", en: "the year is between 2010 and 2099")
      ),
      (
        "reserve_rule_percent_plausible",
        Sentence(.data, zh: "比例要大于 0、不超过 100", en: "a percentage is above 0 and at most 100")
      ),
      (
        "reserve_budget_percent_plausible",
        Sentence(.data, zh: "比例要大于 0、不超过 100", en: "a percentage is above 0 and at most 100")
      ),
      short("canteen_sheet_file_short", "文件名", "file's name", 500),
      short("canteen_sheet_sheet_short", "工作表名", "sheet's name", 100),
      given("statement_answer_said_by_given", "答复人", "name of who said so"),
      short("statement_answer_said_by_short", "答复人", "name of who said so", 100),
      plain("canteen_invoice_number_plain", "发票号码", "invoice's number", 40),
      positive("buyer_payment_positive", "付款金额", "amount paid"),
      known(
        "buyer_payment_method_known", "付款方式", "method of payment",
        AccountPaymentMethod.codes()
      ),
      short("tourism_visit_reduction_short", "优惠原因", "reason of a reduction", 100),
      (
        "tourism_visitor_people_plausible",
        Sentence(
          .data, zh: "游客人数要在 1 到 1,000,000 之间", en: "visitors are 1 to 1,000,000 of a province")
      ),
      (
        "supermarket_contract_rate_plausible",
        Sentence(.data, zh: "扣点要在 0 到 100 之间", en: "a rate is a percentage, from 0 to 100")
      ),
      (
        "supermarket_contract_rate_of_concession",
        Sentence(
          .data, zh: "代销按结算价结算，没有扣点；有扣点的是联营（concession）",
          en: "consignment settles by price and has no rate; with a rate it is a concession")
      ),
      (
        "supermarket_contract_last_day_plausible",
        Sentence(
          .data, zh: "结算到每月几日：写 1 到 31，31 为月末",
          en: "a period ends on day 1 to 31 of a month; 31 is its last")
      ),
      (
        "supermarket_contract_day_plausible",
        Sentence(
          .data, zh: "条款的日子要在 2010-01-01 至 2099-12-31 之间",
          en: "terms begin between 2010-01-01 and 2099-12-31")
      ),
      given("supermarket_contract_shops_given", "门店名", "shop's name"),
      short("supermarket_contract_shops_short", "门店名合起来", "names of shops, together", 4000),
      positive("supermarket_settlement_positive", "结算金额", "amount settled"),
      positive("supermarket_settlement_till_positive", "收银额", "till sales"),
      positive("supermarket_deduction_positive", "扣款金额", "deduction"),
      given("supermarket_deduction_kind_given", "扣款种类", "kind of deduction"),
      short("supermarket_deduction_kind_short", "扣款种类", "kind of deduction", 40),
      positive("supermarket_payment_positive", "付款金额", "amount paid"),
      known(
        "supermarket_payment_method_known", "付款方式", "method of payment",
        AccountPaymentMethod.codes()
      ),
      known(
        "fee_rate_kind_known", "费用", "kind of fee",
        Settlement.Kind.fees.map(\.rawValue).joined(separator: ", ")),
      short("fee_rate_host_short", "达人ID", "host's number", 40),
      (
        "fee_rate_day_plausible",
        Sentence(
          .data, zh: "费率的日子要在 2010-01-01 至 2099-12-31 之间",
          en: "a rate begins between 2010-01-01 and 2099-12-31")
      ),
      (
        "fee_rate_plausible",
        Sentence(.data, zh: "费率要在 0 到 100 之间", en: "a rate is a percentage, from 0 to 100")
      ),
      given("fee_rate_source_given", "依据", "rule or contract"),
      short("fee_rate_source_short", "依据", "rule or contract", 200),
      positive("supplier_payment_positive", "付款金额", "amount paid"),
      known(
        "supplier_payment_method_known", "付款方式", "method of payment",
        AccountPaymentMethod.codes()
      ),
      (
        "supplier_adjustment_not_zero",
        Sentence(.data, zh: "调整的金额不能是 0", en: "an adjustment of nothing is none")
      ),
      (
        "supplier_link_pkey",
        Sentence(
          .data, zh: "这个农户那天已经联结了", en: "the household is linked on that day already")
      ),
      (
        "supplier_link_apart",
        Sentence(
          .data, zh: "这个农户那天已经联结了：用 bangfu supplier households 查看",
          en: "the household is linked on that day already: see bangfu supplier households")
      ),
      (
        "supplier_link_days_in_order",
        Sentence(
          .data, zh: "日期早于联结的第一天：用 bangfu supplier households 查看",
          en: "the day is before the link's first: see bangfu supplier households")
      ),
      notNegative("stock_minimum_positive", "最低库存", "minimum"),
      positive("buy_back_contract_price_positive", "约定价", "agreed price"),
      (
        "buy_back_contract_apart",
        Sentence(
          .data, zh: "同一个供应商、同一种商品在这段时间已经有回购合同：用 bangfu supplier contract list 查看",
          en:
            "the supplier has a contract for the product in this period already: see bangfu supplier contract list"
        )
      ),
      (
        "reservation_end_once",
        Sentence(
          .data, zh: "预留[ {value} ]已经取消了", en: "the reservation[ {value}] is released already")
      ),
      (
        "programme_day_start_within_day",
        Sentence(
          .data, zh: "营业日的开始时间要在 00:00 到 24:00 之间",
          en: "a business day begins at a time from 00:00 to before 24:00")
      ),
      (
        "book_month_plausible",
        Sentence(
          .data, zh: "月份不合理：只能记 2010 年到 2099 年的业务",
          en: "the month is implausible: it must lie in 2010 to 2099")
      ),
      (
        "posting_request_once",
        Sentence(
          .tryAgain, zh: "同一个编号的订单正在别处登记：请再试一次",
          en: "an order of the same id is being entered elsewhere: try again")
      ),
      (
        "rule_set_day_plausible",
        Sentence(
          .data, zh: "规则的日子要在 2010 到 2099 年之间", en: "rules begin on a day from 2010 to 2099")
      ),
      (
        "certificate_days_plausible",
        Sentence(
          .data, zh: "认定的有效期要在 2010 到 2099 年之间",
          en: "a certificate holds on days from 2010 to 2099")
      ),
      (
        "import_file_once",
        Sentence(
          .tryAgain, zh: "同一个文件正在别处导入：请再试一次",
          en: "the same file is being imported elsewhere: try again")
      ),
    ]
}
