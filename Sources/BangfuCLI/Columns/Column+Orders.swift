/// Columns of documents, their lines, and agreements.
extension Column {
  static let orderNumber = Column("order_no", "平台订单号", "Order no")
  static let buyer = Column("buyer", "采购单位", "Buyer")
  static let total = Column("total", "合计", "Total", .money)
  static let ofDocument = Column("of_document", "原单号", "Of", .id)
  static let discount = Column("discount", "优惠", "Discount", .money)
  static let verdict = Column("verdict", "计入判定", "Verdict", .word)
  static let rule = Column("rule", "依据", "Rule", .word)
  static let quantityLeft = Column("quantity_left", "可退数量", "Qty left", .quantity)
  static let amountLeft = Column("amount_left", "可退金额", "Amount left", .money)
  static let freight = Column("freight", "运费", "Freight", .money)
  static let receivable = Column("receivable", "应收", "Receivable", .money)
  static let change = Column("change", "找零", "Change", .money)
  static let bookMonth = Column("book_month", "入账月", "Book month", .day)
  static let recordedBy = Column("recorded_by", "数据库用户", "Recorded by")
  static let recordedAt = Column("recorded_at", "记录时间", "Recorded at", .day)
  static let command = Column("command", "命令", "Command")
  static let fileRow = Column("file_row", "文件第几行", "File row")
  static let tenders = Column("tenders", "收款", "Tenders", .tenders)
  static let lines = Column("lines", "明细数", "Lines", .number)

  static let ofOrders = [
    orderNumber,
    buyer,
    total,
    tenders,
    ofDocument,
    discount,
    verdict,
    rule,
    quantityLeft,
    amountLeft,
    freight,
    receivable,
    change,
    lines,
    bookMonth,
    recordedBy,
    recordedAt,
    command,
    fileRow,
    Column("approved_by", "批准人", "Approved by"),
    Column("agreement", "签约编号", "Agreement", .ids),
    Column("came", "已交货", "Delivered", .quantity),
    Column("signed", "签约", "Signed", .money),
    Column("delivered_amount", "交货金额", "Delivered", .money),
    Column("delivered_percent", "交货率%", "Delivered %", .percent),
    Column("undelivered", "未交货", "To come", .money),
    Column("place", "举办地", "Place"),
    Column("stands", "摊位", "Stands"),
    Column("sent", "带去", "Sent", .quantity),
    Column("brought_back", "带回", "Brought back", .quantity),
    Column("sold", "销售", "Sold", .quantity),
    Column("otherwise", "其他", "Otherwise", .quantity),
    Column("left_there", "剩余", "Left", .quantity),
    Column("not_in_stock", "不在库存", "Not in stock", .quantity),
  ]
}
