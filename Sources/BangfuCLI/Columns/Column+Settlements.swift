/// Columns of settlements.
extension Column {
  static let ofSettlements = [
    Column("settled_as", "情况", "As", .word),
    Column("orders", "订单数", "Orders", .number),
    Column("fees", "费用", "Fees", .money),
    Column("settled", "已结算", "Settled", .money),
    Column("still_open", "未清", "Open", .money),
    Column("settled_kind", "类型", "Kind", .word),
    Column("rate", "费率%", "Rate %", .percent),
    Column("host", "达人", "Host"),
    Column("income", "实付", "Income", .money),
    Column("commission", "佣金", "Commission", .money),
    Column("entry", "摘要", "Entry"),
    Column("ledger", "账目", "Ledger", .word),
    Column("subsidy", "补贴", "Subsidy", .money),
    Column("refund", "退款", "Refund", .money),
    Column("others", "其他", "Others", .money),
    Column("unknown", "不明", "Unknown", .money),
    Column("neutral", "不计收支", "Neutral", .money),
  ]
}
