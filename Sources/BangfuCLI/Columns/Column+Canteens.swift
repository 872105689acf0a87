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
    Column("signed_by", "签收", "Signed by"),
  ]
}
