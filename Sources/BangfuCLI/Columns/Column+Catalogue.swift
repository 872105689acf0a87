/// Columns of products, units, locations, channels and their listings.
extension Column {
  static let category = Column("category", "类别", "Category")
  static let origin = Column("origin", "产地", "Origin")
  static let initials = Column("initials", "拼音", "Initials")
  static let barcode = Column("barcode", "条码", "Barcodes")
  static let lots = Column("lots", "按批次", "By lot", .flag)
  static let shelfDays = Column("shelf_days", "保质期天数", "Shelf days", .number)
  static let units = Column("units", "其他单位", "Other units")
  static let holds = Column("holds", "等于", "Holds")
  static let base = Column("base", "基本单位", "Base unit")
  static let english = Column("english", "英文", "English")
  static let whole = Column("whole", "整数", "Whole", .flag)
  static let province = Column("province", "省", "Province")
  static let isDefault = Column("is_default", "默认", "Default", .flag)
  static let shipsFrom = Column("ships_from", "发货仓", "Ships from")
  static let listing = Column("listing", "链接", "Listing")
  static let spec = Column("spec", "规格", "Spec")
  static let proposal = Column("proposal", "建议", "Proposal")
  static let because = Column("because", "依据", "Because", .word)
  static let enteredQuantity = Column("entered_quantity", "录入数量", "Entered", .quantity)
  static let enteredUnit = Column("entered_unit", "录入单位", "In", .unit)
  static let platform = Column("platform", "平台", "Platform")
  static let creditCode = Column("credit_code", "统一社会信用代码", "Credit code")
  static let contact = Column("contact", "联系人", "Contact")
  static let terms = Column("terms", "账期（天）", "Terms, days", .figure)

  static let ofCatalogue = [
    category,
    origin,
    initials,
    barcode,
    lots,
    shelfDays,
    units,
    holds,
    base,
    enteredQuantity,
    enteredUnit,
    english,
    whole,
    province,
    isDefault,
    platform,
    shipsFrom,
    listing,
    spec,
    proposal,
    because,
    creditCode,
    contact,
    terms,
    Column("part", "组成", "Part"),
    Column("part_name", "组成名称", "Part's name"),
  ]
}
