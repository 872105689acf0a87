/// Columns of reports and targets.
extension Column {
  static let section = Column("section", "部分", "Section", .word)
  static let gross = Column("gross", "销售额", "Gross", .money)
  static let refunds = Column("refunds", "退款", "Refunds", .money)
  static let duplicates = Column("duplicates", "重复", "Duplicates", .money)
  static let excluded = Column("excluded", "不计入", "Excluded", .money)
  static let pending = Column("pending", "待定", "Pending", .money)
  static let counted = Column("counted", "计入", "Counted", .money)
  static let missing = Column("missing", "缺什么", "Missing")

  static let step = Column("step", "项", "Step", .word)
  /// How much of a whole an amount is, in percent.
  static let share = Column("share", "%", "%", .percent)

  static let ofReports = [
    gross,
    refunds,
    duplicates,
    excluded,
    pending,
    counted,
    missing,
    section,
    step,
    Column("bought", "进货", "Bought", .money),
    Column("returned", "退货", "Returned", .money),
    Column("bought_back", "回购", "Bought back", .money),
    Column("paid", "已付", "Paid", .money),
    Column("sales", "销售净额", "Sales", .money),
    Column("uncosted", "没有成本的", "Without cost", .money),
    Column("costed", "有成本的", "With cost", .money),
    Column("margin", "毛利", "Margin", .money),
    Column("percent", "毛利率%", "%", .percent),
    Column("removed_by", "去掉", "Removed by"),
  ]
}
