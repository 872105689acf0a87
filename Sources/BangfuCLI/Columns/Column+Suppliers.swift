/// Columns of suppliers, their accounts and contracts.
extension Column {
  static let households = Column("households", "联农户数", "Households", .number)
  static let township = Column("township", "乡镇", "Township")
  static let products = Column("products", "商品数", "Products", .number)
  static let owed = Column("owed", "欠款", "Owed", .money)
  static let receipt = Column("receipt", "收货单", "Receipt", .ids)

  static let ofSuppliers = [
    households,
    township,
    products,
    owed,
    receipt,
    Column("open", "未付", "Open", .money),
    Column("unpriced", "没写进价的行", "Unpriced", .number),
    Column("method", "方式", "Method", .word),
    Column("household", "农户", "Household"),
    Column("household_name", "农户名称", "Household's name"),
    Column("contract", "合同", "Contract", .id),
    Column("maximum", "最多", "At most", .quantity),
  ]
}
