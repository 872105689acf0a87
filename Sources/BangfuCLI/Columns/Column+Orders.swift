/// Columns of documents, their lines, and agreements.
extension Column {
  static let tenders = Column("tenders", "收款", "Tenders", .tenders)
  static let lines = Column("lines", "明细数", "Lines", .number)

  static let ofOrders = [
    Column("order_no", "平台订单号", "Order no"),
    Column("buyer", "采购单位", "Buyer"),
    Column("total", "合计", "Total", .money),
    tenders,
    Column("of_document", "原单号", "Of", .number),
    Column("discount", "优惠", "Discount", .money),
    Column("verdict", "计入判定", "Verdict", .word),
    Column("rule", "依据", "Rule", .word),
    Column("quantity_left", "可退数量", "Qty left", .quantity),
    Column("amount_left", "可退金额", "Amount left", .money),
    Column("freight", "运费", "Freight", .money),
    Column("receivable", "应收", "Receivable", .money),
    Column("change", "找零", "Change", .money),
    lines,
    Column("book_month", "入账月", "Book month", .day),
    Column("recorded_by", "数据库用户", "Recorded by"),
    Column("recorded_at", "记录时间", "Recorded at", .day),
    Column("command", "命令", "Command"),
    Column("file_row", "文件第几行", "File row"),
    Column("approved_by", "批准人", "Approved by"),
    Column("agreement", "签约编号", "Agreement", .figure),
  ]
}
