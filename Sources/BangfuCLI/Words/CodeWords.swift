import Domain

/// The Chinese words of codes that stand in cells; in English a code is its own word.
enum CodeWords {
  /// A cell's word for people, where its code is known; else the cell itself.
  static func word(_ cell: String) -> String {
    Language.current == .zh ? chinese(cell) : cell
  }

  /// The Chinese word of a code; what is none stays.
  static func chinese(_ code: String) -> String {
    words[code] ?? AccountPaymentMethod(rawValue: code)?.chinese ?? tender(code)?.chinese ?? code
  }

  /// A method by which money came in.
  private static func tender(_ code: String) -> PaymentMethod? {
    PaymentMethod(rawValue: code).flatMap { $0.needsBuyer ? nil : $0 }
  }

  private static let words: [String: String] = [
    "counted": "计入", "yes": "是", "no": "否", "company": "企业", "collective": "村集体",
    "cooperative": "合作社",
    "household": "农户", "counter": "柜台", "canteen": "食堂", "supermarket": "商超", "fair": "展销",
    "livestream": "直播", "marketplace": "电商平台", "tourism": "旅游", "shop": "门店",
    "warehouse": "仓库", "stand": "展位", "sale": "销售", "refund": "退款", "correction": "更正",
    "live": "有效", "undone": "已撤销", "government": "机关", "institution": "事业单位",
    "enterprise": "企业", "union": "工会", "other": "其他", "private": "私有", "server": "服务器",
    "running": "运行中", "stopped": "已停止", "elsewhere": "在别处运行", "absent": "未建立", "eligible": "符合",
    "origin": "产地不符", "excluded": "不计入", "pending": "待定", "duplicate": "重复",
    "signed_agreement": "签约，非销售", "listing_unknown": "链接未对应", "quantity_unknown": "数量不明",
    "refund_amount_unknown": "退款额不明", "status_unknown": "售后状态不明",
    "time_unknown": "成交时间不明",
    "order_unknown": "订单未导入", "line_unknown": "不知是哪一行", "orders": "订单", "after-sales": "售后",
    "sheet": "手工表", "own": "自己的", "built_in": "通用", "shipped": "自带", "code": "编码", "barcode": "条码",
    "name": "名称",
    "receive": "入库", "issue": "销售", "cancel": "更正", "return": "退回", "send": "调出", "arrive": "调入",
    "waste": "损耗", "open": "进行中", "approved": "已批准", "cancelled": "已放弃", "recount": "要复盘",
    "uncounted": "没盘", "give_back": "退供应商", "build": "组装", "adjust": "调整", "settle": "补缺货",
    "new": "新增", "same": "相同", "changed": "变更", "rejected": "退回", "low": "不足",
    "purchase": "进货", "payment": "付款", "reversal": "冲销", "adjustment": "调整", "buy_back": "回购",
    "buy_back_undo": "撤销回购",
    "in_force": "有效", "ended": "已到期", "to_come": "未开始", "released": "已取消",
    "past": "已过期", "stands": "有效", "undo": "撤销", "removed": "已去掉", "replaced": "已改",
    "voided": "已作废", "corrected": "已更正",
    "refunded": "已退款", "part_refunded": "部分退款", "goods": "商品", "amounts": "金额", "total": "合计",
    "money": "收款", "owner": "所有者", "clerk": "店员", "accountant": "会计", "official": "负责人",
    "reader": "查阅",
    "works": "在岗", "retired": "已停用", "add": "新增", "change": "修改", "retire": "停用",
    "password": "重设口令",
    "one_person": "只有一个人，不要第二人批准", "one_account": "共用一个系统账号，权限挡不住", "by_login": "按登录",
    "expired": "过期商品", "discount": "优惠", "count": "盘点", "target": "目标", "publish": "发布",
    "restate": "重述",
    "file_missing": "缺文件", "file_ends_early": "文件不到月底", "nothing_known": "没有记录",
    "nil_contradicted": "签了没有销售，却有", "days_missing": "有的日子没有销售", "numbers_missing": "单号不连续",
    "totals_differ": "合计行不符", "rows_rejected": "有退回的行", "lines_pending": "待定的行",
    "aftersales_waiting": "待处理的售后", "shortages_open": "缺货未补", "counts_open": "盘点未完",
    "transfers_open": "调拨在途", "check_violated": "核对不符", "close": "结账", "nil": "没有销售",
    "late_sales": "晚到的销售", "late_refunds": "晚到的退款", "eligibility": "计入判定",
    "corrections": "更正",
    "nil_undone": "撤销没有销售",
    "withheld": "商超扣下", "unsettled": "商超未结算", "unpaid": "商超未付", "consignment": "代销",
    "concession": "联营",
    "till_said": "对方说的收银额", "by_terms": "按合同应结", "deduction": "扣款",
    "unknown_deduction": "扣款（不认识）", "after_deductions": "应付",
    "still_open": "未清",
    "certificate": "没有认定", "province": "发往外省", "province_unknown": "发往何省不明", "subsidy": "补贴",
    "none": "不要求", "required": "要求", "in": "计入", "out": "不计入", "till": "收银", "settlement": "结算",
    "paid": "回款", "direct": "直接采购", "help": "帮助销售",
    "duplicates_undecided": "重复未决定",
    "bridge": "合计", "gross": "销售额", "refunds": "退款", "duplicates": "重复", "certified": "已认定",
    "uncertified": "未认定", "destination": "去向", "eastern": "东部协作省市", "unknown": "不明",
    "platform": "平台", "fupin832": "832平台", "way": "采购方式", "certificates": "认定", "rounding": "尾差",
    "supplier": "供应商",
    "agreement": "签约",
    "signed": "签约（不是销售）",
    "settled": "已结清", "not_settled": "未结算", "reported_twice": "两个文件说法不同", "kind_unknown": "类型不明",
    "refund_not_imported": "平台已退款，账上没有", "refund_not_settled": "账上已退款，平台还没扣",
    "fee_differs": "费用与约定不符", "not_in_bill": "账单还没导入", "not_entered": "账单有，没有记账",
    "missing_in_bill": "记了账，账单没有", "refund_not_entered": "账单已退款，没有记账",
    "amount_differs": "金额不符", "no_order": "没有订单的", "settlements": "结算", "bill": "结算单",
    "account": "账户流水",
    "service-fee": "技术服务费", "commission": "达人佣金", "agent-fee": "招商、团长佣金", "promotion-fee": "推广费",
    "insurance": "运费险", "payment-fee": "支付手续费", "other-fee": "其他费用", "compensation": "赔付",
    "deposit": "保证金", "withdrawal": "提现", "transfer": "转出转入",
    "deliver": "送货", "accept": "验收", "refuse": "拒收", "order": "订货", "delivery": "送货",
    "acceptance": "验收",
    "invoice": "开票", "end": "结束", "delivered": "待验收", "accepted": "已验收", "invoiced": "已开票",
    "finished": "已结束", "opening": "期初", "closing": "期末", "confirmed": "已确认", "disputed": "有异议",
    "unanswered": "未答复",
    "area": "地区", "reserve_rule": "比例", "no_canteen": "无食堂", "shared": "共用食堂",
    "not_reported": "未填报", "has_session": "有场次", "no_session": "没有场次",
    "weekly_order": "每周订货", "canteen-orders": "订货单", "mon": "周一", "tue": "周二", "wed": "周三",
    "thu": "周四", "fri": "周五",
    "sat": "周六", "sun": "周日",
    "confirmation": "对账确认", "dispute": "对账异议",
    "given": "已批准", "used": "已用", "refused": "未批准", "withdrawn": "已撤回", "lapsed": "已过时",
  ]
}
