/// Columns of what is on hand, of moves, transfers, counts and reservations.
extension Column {
  static let lot = Column("lot", "批号", "Lot")
  static let expires = Column("expires", "保质期至", "Expires", .day)
  static let onHand = Column("on_hand", "现存", "On hand", .quantity)
  static let covered = Column("covered", "补缺货", "Covered", .quantity)
  static let act = Column("act", "操作", "Act")
  static let undone = Column("undone", "撤销了", "Undone")

  static let ofStock = [
    lot,
    expires,
    Column("produced", "生产日期", "Produced", .day),
    Column("days", "天数", "Days", .number),
    onHand,
    covered,
    Column("in_transit", "在途", "In transit", .quantity),
    Column("reserved", "预留", "Reserved", .quantity),
    Column("minimum", "最低", "Minimum", .quantity),
    Column("transfer", "调拨", "Transfer", .id),
    Column("arrived", "收到", "Arrived", .quantity),
    Column("lost", "差异", "Lost", .quantity),
    Column("lost_cost", "差异成本", "Lost at cost", .money),
    Column("count", "盘点", "Count", .id),
    Column("book", "账面", "Book", .quantity),
    Column("found", "盘到", "Found", .quantity),
    Column("difference", "差异", "Difference", .quantity),
    Column("ended_by", "批准人", "Ended by"),
    Column("reservation", "预留号", "Reservation", .id),
    Column("for_whom", "给谁", "For"),
    Column("until", "到", "Until", .day),
    act,
    undone,
    Column("quantity_30", "≤30 天", "≤30 d", .quantity),
    Column("cost_30", "≤30 天成本", "Cost ≤30 d", .money),
    Column("quantity_90", "31–90 天", "31–90 d", .quantity),
    Column("cost_90", "31–90 天成本", "Cost 31–90 d", .money),
    Column("quantity_180", "91–180 天", "91–180 d", .quantity),
    Column("cost_180", "91–180 天成本", "Cost 91–180 d", .money),
    Column("quantity_older", "180 天以上", ">180 d", .quantity),
    Column("cost_older", "180 天以上成本", "Cost >180 d", .money),
  ]
}
