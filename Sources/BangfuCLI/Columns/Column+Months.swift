/// Columns of months and what hinders their close.
extension Column {
  static let month = Column("month", "月份", "Month", .day)
  static let key = Column("key", "键", "Key")
  static let many = Column("many", "个数", "How many", .number)
  static let example = Column("example", "例如", "Such as")
  static let mendedBy = Column("mended_by", "怎么补", "Mended by")

  static let ofMonths = [month, key, many, example, mendedBy]
}
