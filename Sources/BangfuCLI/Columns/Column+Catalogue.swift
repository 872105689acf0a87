/// Columns of products, units, locations, channels and their listings.
extension Column {
  static let enteredQuantity = Column("entered_quantity", "录入数量", "Entered", .quantity)
  static let enteredUnit = Column("entered_unit", "录入单位", "In", .unit)
  static let platform = Column("platform", "平台", "Platform")

  static let ofCatalogue = [
    Column("category", "类别", "Category"),
    Column("origin", "产地", "Origin"),
    Column("initials", "拼音", "Initials"),
    Column("barcode", "条码", "Barcodes"),
    Column("lots", "按批次", "By lot", .word),
    Column("shelf_days", "保质期天数", "Shelf days", .number),
    Column("units", "其他单位", "Other units"),
    Column("holds", "等于", "Holds"),
    Column("base", "基本单位", "Base unit"),
    enteredQuantity,
    enteredUnit,
    Column("english", "英文", "English"),
    Column("whole", "整数", "Whole", .word),
    Column("province", "省", "Province"),
    Column("is_default", "默认", "Default", .word),
    platform,
    Column("ships_from", "发货仓", "Ships from"),
    Column("listing", "链接", "Listing"),
    Column("spec", "规格", "Spec"),
    Column("proposal", "建议", "Proposal"),
    Column("because", "依据", "Because", .word),
    Column("part", "组成", "Part"),
    Column("part_name", "组成名称", "Part's name"),
  ]
}
