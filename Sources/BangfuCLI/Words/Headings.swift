import Bangfu
import Domain

/// The headings of columns, and the words in their cells, by their English keys.
enum Headings {
  /// The heading of a column.
  static func title(_ key: String) -> String {
    guard let words = titles[key] else { return key }
    return Language.current == .zh ? words.zh : words.en
  }

  /// The column of a key: amounts and counts stand right.
  static func column(_ key: String) -> Column {
    Column(
      key, title(key), right.contains(key) ? .right : .left,
      kind: key == "tenders" ? .tenders : integers.contains(key) ? .integer : .text)
  }

  /// A cell's word for people, where its key is one; else the cell itself.
  static func word(_ cell: String) -> String {
    Language.current == .zh ? chinese(cell) : cell
  }

  /// The Chinese word of a code; what is none stays.
  static func chinese(_ code: String) -> String { words[code] ?? code }

  /// A cell for people: amounts grouped by thousands, ways of paying in words.
  static func shown(_ cell: String, under key: String) -> String {
    switch key {
    case _ where amounts.contains(key) && cell.contains("."):  // "pending" counts rows elsewhere
      return Money(cell)?.grouped ?? cell
    case "method": return word(cell)
    case "tenders":
      let parts = cell.split(separator: ", ").map { part in
        part.split(separator: " ").map { Money(String($0))?.grouped ?? word(String($0)) }
          .joined(separator: " ")
      }
      return parts.joined(separator: ", ")
    default: return cell
    }
  }

  /// The keys of amounts in yuan.
  private static let amounts: Set<String> = [
    "price", "discount", "freight", "change", "amount_left", "lost_cost", "total",
    "receivable", "amount",
    "cost", "gross", "refunds", "duplicates", "excluded", "pending", "counted", "owed", "open",
    "bought",
    "returned",
    "bought_back", "paid", "margin", "sales", "uncosted", "costed", "cost_30", "cost_90",
    "cost_180", "cost_older",
  ]
  private static let right: Set<String> = [
    "price", "quantity", "amount", "gross", "refunds", "duplicates", "excluded", "counted", "total",
    "owed", "discount",
    "quantity_left", "amount_left", "rows", "new", "same", "changed", "rejected", "mended", "lines",
    "households", "products", "document", "line", "row", "import", "freight", "receivable",
    "of_document", "change", "violations", "pending",
    "days", "in_transit", "on_hand", "covered", "transfer", "arrived", "lost", "lost_cost", "cost",
    "shelf_days",
    "count", "book", "found", "difference", "entered_quantity",
    "open", "bought", "returned", "bought_back", "paid", "margin", "sales", "uncosted", "costed",
    "percent",
    "cost_30", "cost_90", "cost_180", "cost_older", "quantity_30", "quantity_90", "quantity_180",
    "quantity_older", "reserved", "minimum", "maximum", "receipt", "number", "unpriced", "contract",
    "reservation", "agreement", "backup", "now",
  ]
  private static let integers: Set<String> = [
    "document", "line", "row", "import", "rows", "new", "same", "changed", "rejected", "mended",
    "lines",
    "households", "products", "of_document", "pending", "transfer", "days", "shelf_days", "count",
    "number", "unpriced", "contract", "reservation",
  ]

  private static let titles: [String: (zh: String, en: String)] = [
    "sku": ("货号", "SKU"), "name": ("名称", "Name"), "unit": ("单位", "Unit"),
    "price": ("单价", "Price"), "category": ("类别", "Category"), "supplier": ("供应商", "Supplier"),
    "origin": ("产地", "Origin"), "initials": ("拼音", "Initials"), "barcode": ("条码", "Barcodes"),
    "active": ("在用", "Active"), "code": ("代码", "Code"), "kind": ("类型", "Kind"),
    "households": ("联农户数", "Households"), "township": ("乡镇", "Township"),
    "products": ("商品数", "Products"), "province": ("省", "Province"), "owed": ("欠款", "Owed"),
    "is_default": ("默认", "Default"), "english": ("英文", "English"), "whole": ("整数", "Whole"),
    "platform": ("平台", "Platform"), "ships_from": ("发货仓", "Ships from"),
    "channel": ("渠道", "Channel"), "listing": ("链接", "Listing"), "spec": ("规格", "Spec"),
    "quantity": ("数量", "Quantity"), "lines": ("明细数", "Lines"), "amount": ("金额", "Amount"),
    "document": ("单号", "Document"), "at": ("时间", "Time"), "buyer": ("采购单位", "Buyer"),
    "order_no": ("平台订单号", "Order no"), "total": ("合计", "Total"), "tenders": ("收款", "Tenders"),
    "of_document": ("原单号", "Of"), "operator": ("经手人", "Operator"), "line": ("行", "Line"),
    "discount": ("优惠", "Discount"), "verdict": ("计入判定", "Verdict"), "rule": ("依据", "Rule"),
    "quantity_left": ("可退数量", "Qty left"), "amount_left": ("可退金额", "Amount left"),
    "reason": ("原因", "Reason"), "day": ("日期", "Day"), "book_month": ("入账月", "Book month"),
    "location": ("地点", "Location"), "freight": ("运费", "Freight"),
    "receivable": ("应收", "Receivable"), "change": ("找零", "Change"), "file": ("文件", "File"),
    "recorded_by": ("数据库用户", "Recorded by"), "command": ("命令", "Command"),
    "recorded_at": ("记录时间", "Recorded at"), "import": ("导入", "Import"),
    "profile": ("格式", "Profile"), "snapshot": ("快照时间", "Snapshot"),
    "imported_at": ("导入时间", "Imported at"), "state": ("状态", "State"), "rows": ("行数", "Rows"),
    "new": ("新增", "New"), "same": ("相同", "Same"), "changed": ("变更", "Changed"),
    "rejected": ("退回", "Rejected"), "mended": ("已改好", "Mended"),
    "sha256": ("SHA-256", "SHA-256"), "row": ("第几行", "Row"),
    "column": ("列", "Column"), "value": ("内容", "Value"), "from": ("起", "From"),
    "to": ("止", "To"), "counted": ("计入", "Counted"), "gross": ("销售额", "Gross"),
    "refunds": ("退款", "Refunds"), "duplicates": ("重复", "Duplicates"),
    "excluded": ("不计入", "Excluded"), "missing": ("缺什么", "Missing"), "product": ("商品", "Product"),
    "programme": ("项目", "Programme"),
    "database": ("数据库", "Database"), "server_version": ("PostgreSQL 版本", "PostgreSQL"),
    "suppliers": ("供应商数", "Suppliers"), "channels": ("渠道数", "Channels"),
    "documents": ("单据数", "Documents"), "imports": ("导入数", "Imports"),
    "last_day": ("最近销售日", "Last day sold"), "newest_import": ("最近导入", "Newest import"),
    "process": ("进程", "Process"), "home": ("文件夹", "Home"),
    "socket_folder": ("套接字", "Socket folder"), "log": ("日志", "Log"),
    "claims": ("订单行", "Claims"), "order_line": ("子订单", "Order line"),
    "order_status": ("订单状态", "Order status"), "aftersale_status": ("售后状态", "After-sale"),
    "file_row": ("文件第几行", "File row"), "pending": ("待定", "Pending"), "proposal": ("建议", "Proposal"),
    "because": ("依据", "Because"), "source": ("来源", "Source"), "lot": ("批号", "Lot"),
    "expires": ("保质期至", "Expires"),
    "produced": ("生产日期", "Produced"), "days": ("天数", "Days"), "in_transit": ("在途", "In transit"),
    "on_hand": ("现存", "On hand"), "covered": ("补缺货", "Covered"), "transfer": ("调拨", "Transfer"),
    "count": ("盘点", "Count"),
    "book": ("账面", "Book"), "found": ("盘到", "Found"), "difference": ("差异", "Difference"),
    "ended_by": ("批准人", "Ended by"),
    "arrived": ("收到", "Arrived"), "lost": ("差异", "Lost"), "lost_cost": ("差异成本", "Lost at cost"),
    "part": ("组成", "Part"),
    "part_name": ("组成名称", "Part's name"), "cost": ("成本", "Cost"), "lots": ("按批次", "By lot"),
    "shelf_days": ("保质期天数", "Shelf days"), "entered_quantity": ("录入数量", "Entered"),
    "entered_unit": ("录入单位", "In"), "holds": ("等于", "Holds"), "base": ("基本单位", "Base unit"),
    "units": ("其他单位", "Other units"), "approved_by": ("批准人", "Approved by"),
    "reserved": ("预留", "Reserved"),
    "minimum": ("最低", "Minimum"), "maximum": ("最多", "At most"), "receipt": ("收货单", "Receipt"),
    "number": ("编号", "Number"), "note": ("备注", "Note"), "open": ("未付", "Open"),
    "unpriced": ("没写进价的行", "Unpriced"), "method": ("方式", "Method"),
    "household": ("农户", "Household"),
    "household_name": ("农户名称", "Household's name"), "contract": ("合同", "Contract"),
    "reservation": ("预留号", "Reservation"), "for_whom": ("给谁", "For"), "until": ("到", "Until"),
    "bought": ("进货", "Bought"), "returned": ("退货", "Returned"),
    "bought_back": ("回购", "Bought back"),
    "paid": ("已付", "Paid"), "sales": ("销售净额", "Sales"), "uncosted": ("没有成本的", "Without cost"),
    "costed": ("有成本的", "With cost"), "margin": ("毛利", "Margin"), "percent": ("毛利率%", "%"),
    "quantity_30": ("≤30 天", "≤30 d"), "cost_30": ("≤30 天成本", "Cost ≤30 d"),
    "quantity_90": ("31–90 天", "31–90 d"), "cost_90": ("31–90 天成本", "Cost 31–90 d"),
    "quantity_180": ("91–180 天", "91–180 d"), "cost_180": ("91–180 天成本", "Cost 91–180 d"),
    "quantity_older": ("180 天以上", ">180 d"), "cost_older": ("180 天以上成本", "Cost >180 d"),
    "agreement": ("签约编号", "Agreement"), "removed_by": ("去掉", "Removed by"),
    "act": ("操作", "Act"), "undone": ("撤销了", "Undone"),
    "schema": ("库的版本", "Schema"), "schema_known": ("本程序的版本", "This program's"),
    "table": ("表", "Table"), "backup": ("备份里", "In backup"), "now": ("现在", "Now"),
    "low_stock": ("低于最低库存的", "Below their minimum"),
  ]

  private static let words: [String: String] = [
    "counted": "计入", "yes": "是", "no": "否", "company": "企业", "collective": "村集体",
    "cooperative": "合作社",
    "household": "农户", "counter": "柜台", "canteen": "食堂", "supermarket": "商超", "fair": "展销",
    "livestream": "直播", "marketplace": "电商平台", "tourism": "旅游", "shop": "门店",
    "warehouse": "仓库", "stand": "展位", "sale": "销售", "refund": "退款", "correction": "更正",
    "live": "有效", "undone": "已撤销", "government": "机关", "institution": "事业单位",
    "enterprise": "企业", "union": "工会", "other": "其他", "private": "私有", "server": "服务器",
    "running": "运行中", "stopped": "已停止", "elsewhere": "在别处运行", "absent": "未建立", "eligible": "符合",
    "origin": "产地不符", "excluded": "不计入", "pending": "待定", "duplicate": "重复",
    "signed_agreement": "签约，非销售", "listing_unknown": "链接未对应", "quantity_unknown": "数量不明",
    "cash": "现金", "wechat": "微信", "alipay": "支付宝", "card": "银行卡", "voucher": "券",
    "refund_amount_unknown": "退款额不明", "status_unknown": "售后状态不明",
    "time_unknown": "成交时间不明",
    "order_unknown": "订单未导入", "line_unknown": "不知是哪一行", "orders": "订单", "after-sales": "售后",
    "sheet": "手工表", "own": "自己的", "built_in": "通用", "shipped": "自带", "code": "编码", "barcode": "条码",
    "name": "名称",
    "receive": "入库", "issue": "销售", "cancel": "更正", "return": "退回", "send": "调出", "arrive": "调入",
    "waste": "损耗", "open": "进行中", "approved": "已批准", "cancelled": "已放弃", "recount": "要复盘",
    "uncounted": "没盘", "give_back": "退供应商", "build": "组装", "adjust": "调整", "settle": "补缺货",
    "new": "新增", "same": "相同", "changed": "变更", "rejected": "退回", "low": "不足",
    "purchase": "进货", "payment": "付款", "reversal": "冲销", "adjustment": "调整", "buy_back": "回购",
    "buy_back_undo": "撤销回购",
    "bank": "转账", "in_force": "有效", "ended": "已到期", "to_come": "未开始", "released": "已取消",
    "past": "已过期", "stands": "有效", "undo": "撤销", "removed": "已去掉", "replaced": "已改",
    "voided": "已作废", "corrected": "已更正",
    "refunded": "已退款", "part_refunded": "部分退款",
  ]
}

extension Listed {
  /// The rows as a table to print; for people in words, without the columns that are empty.
  func table(for format: Format, translating words: Set<String> = Listed.worded) -> Table {
    let columns = keys.map(Headings.column)
    guard format == .table else { return Table(columns, rows: rows) }
    let shown = keys.indices.filter { place in
      rows.isEmpty || rows.contains { !$0[place].isEmpty }
    }
    return Table(
      shown.map { columns[$0] },
      rows: rows.map { row in
        shown.map { place in
          words.contains(keys[place])
            ? Headings.word(row[place]) : Headings.shown(row[place], under: keys[place])
        }
      })
  }

  /// The keys whose cells are words.
  static let worded: Set<String> = [
    "active", "kind", "is_default", "whole", "state", "verdict", "rule", "because", "lots",
  ]
}
