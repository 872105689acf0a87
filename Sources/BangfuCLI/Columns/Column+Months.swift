/// Columns of months and what hinders their close.
extension Column {
  static let month = Column("month", "月份", "Month", .day)
  static let key = Column("key", "键", "Key")
  static let many = Column("many", "个数", "How many", .number)
  static let example = Column("example", "例如", "Such as")
  static let mendedBy = Column("mended_by", "怎么补", "Mended by")

  static let ofFigures = [
    Column("versions", "发布的版本", "Versions"),
    Column("rules", "规则（编号，起始日）", "Rule set (number, first day)"),
    Column("certified", "认定有效期", "Certified"),
    Column("of_line", "原单行", "Of line", .id),
    Column("restatement", "调整", "Restated by"),
    Column("recorded", "录入", "Recorded"),
    Column("import_row", "导入行", "Import row"),
    Column("redacted_sha256", "脱敏件 SHA-256", "Redacted SHA-256"),
    Column("way", "采购方式", "Way", .word),
    Column("version", "版本", "Version", .id),
    Column("from_month", "原月份", "From month", .day), Column("to_month", "计入月份", "To month", .day),
    Column("verdict_before", "原判定", "Verdict before", .word),
    Column("verdict_after", "判定", "Verdict after", .word),
  ]

  static let ofMonths = [month, key, many, example, mendedBy]
}
