/// Columns of rule sets, certificates and verdicts.
extension Column {
  static let ofRules = [
    Column("origins", "产地", "Origins"),
    Column("certificates", "认定", "Certificates", .word),
    Column("provinces", "发往", "Provinces"),
    Column("supermarket", "商超按", "Supermarket", .word),
    Column("subsidies", "补贴", "Subsidies", .word),
    Column("tourism_counts", "旅游", "Tourism", .word),
    Column("judged", "重新判定行数", "Judged anew", .number),
    Column("old_rule", "原依据", "Rule before", .word),
    Column("fact", "依据的事实", "Fact"),
    Column("is_closed", "已结账", "Closed", .flag),
    Column("certificate", "认定编号", "Certificate"),
    Column("batch", "批次", "Batch"),
  ]
}
