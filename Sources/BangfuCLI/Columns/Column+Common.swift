/// Columns that lists of many nouns have.
extension Column {
  static let active = Column("active", "在用", "Active", .flag)
  static let at = Column("at", "时间", "Time", .day)
  static let `operator` = Column("operator", "经手人", "Operator")
  static let reason = Column("reason", "原因", "Reason")
  static let document = Column("document", "单号", "Document", .id)
  static let line = Column("line", "行", "Line", .id)
  static let cost = Column("cost", "成本", "Cost", .money)
  static let sku = Column("sku", "货号", "SKU")
  static let name = Column("name", "名称", "Name")
  static let unit = Column("unit", "单位", "Unit", .unit)
  static let code = Column("code", "代码", "Code")
  static let kind = Column("kind", "类型", "Kind", .word)
  static let channel = Column("channel", "渠道", "Channel")
  static let supplier = Column("supplier", "供应商", "Supplier")
  static let location = Column("location", "地点", "Location")
  static let day = Column("day", "日期", "Day", .day)
  static let quantity = Column("quantity", "数量", "Quantity", .quantity)
  static let amount = Column("amount", "金额", "Amount", .money)
  static let price = Column("price", "单价", "Price", .yuan)
  static let state = Column("state", "状态", "State", .word)
  static let number = Column("number", "编号", "Number", .id)

  /// What a fact is of, where one row is a list of facts.
  static let field = Column("key", "项", "Field")
  static let fact = Column("value", "值", "Value")
  /// The position of a row in the list.
  static let position = Column("#", "#", "#", .id)

  static let common = [
    sku,
    name,
    unit,
    code,
    kind,
    active,
    channel,
    supplier,
    location,
    Column("product", "商品", "Product"),
    day,
    at,
    Column("from", "起", "From", .day),
    Column("to", "止", "To", .day),
    `operator`,
    reason,
    Column("note", "备注", "Note"),
    quantity,
    amount,
    price,
    cost,
    state,
    number,
    document,
    line,
  ]
}
