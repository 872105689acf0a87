/// Columns of imports, their files and rows.
extension Column {
  static let importNumber = Column("import", "导入", "Import", .id)
  static let file = Column("file", "文件", "File")
  static let profile = Column("profile", "格式", "Profile")
  static let rows = Column("rows", "行数", "Rows", .number)
  static let new = Column("new", "新增", "New", .number)
  static let same = Column("same", "相同", "Same", .number)
  static let changed = Column("changed", "变更", "Changed", .number)
  static let rejected = Column("rejected", "退回", "Rejected", .number)
  static let mended = Column("mended", "已改好", "Mended", .number)
  static let row = Column("row", "第几行", "Row", .id)
  static let column = Column("column", "列", "Column")
  static let value = Column("value", "内容", "Value")
  static let source = Column("source", "来源", "Source", .word)

  /// Rows whose sale is pending; elsewhere the key is of the amount.
  static let pendingRows = Column("pending", "待定", "Pending", .number)
  static let postedGross = Column("posted_gross", "入账销售额", "Posted gross", .money)
  static let postedRefunds = Column("posted_refunds", "入账退款", "Posted refunds", .money)

  static let ofImports = [
    importNumber,
    file,
    profile,
    Column("snapshot", "快照时间", "Snapshot", .day),
    Column("imported_at", "导入时间", "Imported at", .day),
    rows,
    new,
    same,
    changed,
    rejected,
    mended,
    Column("sha256", "SHA-256", "SHA-256"),
    row,
    column,
    value,
    source, postedGross, postedRefunds,
    Column("order_line", "子订单", "Order line"),
    Column("order_status", "订单状态", "Order status"),
    Column("aftersale_status", "售后状态", "After-sale"),
  ]
}
