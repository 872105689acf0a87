/// Columns of what organisations order, and of their accounts.
extension Column {
  static let order = Column("canteen_order", "订货", "Order", .id)
  static let delivery = Column("delivery", "送货", "Delivery", .id)
  static let acceptance = Column("acceptance", "验收", "Acceptance", .id)
  static let due = Column("due", "未送", "Due", .quantity)

  static let ofCanteens = [
    order,
    delivery,
    acceptance,
    due,
    Column("wished", "要货日", "Wished for", .day),
    Column("accepted_amount", "已验收", "Accepted", .money),
    Column("delivered", "已送", "Delivered", .quantity),
    Column("with_buyers", "待验收", "With buyers", .quantity),
    Column("accepted", "实收", "Accepted", .quantity),
    Column("refused", "拒收", "Refused", .quantity),
    Column("invoice", "发票", "Invoice"),
    Column("due_on", "应付日", "Due on", .day),
    Column("days_past", "过期天数", "Days past", .figure),
    Column("not_due", "未到期", "Not due", .money),
    Column("to_30", "≤30 天", "≤30 d", .money),
    Column("to_60", "31–60 天", "31–60 d", .money),
    Column("to_90", "61–90 天", "61–90 d", .money),
    Column("older", "90 天以上", ">90 d", .money),
    Column("advance", "预付", "In advance", .money),
    Column("signed_by", "签收", "Signed by"),
    Column("year", "年份", "Year"),
    Column("area", "地区", "Area"),
    Column("budget", "采购总额", "Budget", .money),
    Column("reserved_amount", "预留", "Reserved", .money),
    Column("by_canteens", "食堂", "Canteens", .money),
    Column("by_unions", "工会", "Unions", .money),
    Column("by_both", "食堂+工会", "Both", .money),
    Column("by_persons", "个人", "Persons", .money),
    Column("done", "完成", "Done", .money),
    Column("done_required", "其中有要求的", "Required", .money),
    Column("done_percent", "完成率%", "Done %", .percent),
    Column("behind", "还差", "Behind", .money),
    Column("a_month", "每月", "A month", .money),
    Column("deadline", "期限", "Deadline", .day),
    Column("unit_count", "单位数", "Units", .number),
    Column("reserved_percent", "比例%", "Share %", .percent),
    Column("basis", "依据", "Basis"),
    Column("repeated", "已录过", "Repeated", .flag),
    Column("weekdays", "星期", "Weekdays", .words),
    Column("ordered", "订货金额", "Ordered", .money),
    Column("said_by", "答复人", "Said by"),
    Column("said_on", "答复日", "Said on", .day),
    Column("said", "答复说明", "Said"),
  ]
}
