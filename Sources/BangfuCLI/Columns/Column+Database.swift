/// Columns of the state of the programme, its server and its backups.
extension Column {
  static let programme = Column("programme", "项目", "Programme")
  static let database = Column("database", "数据库", "Database", .word)
  static let serverVersion = Column("server_version", "PostgreSQL 版本", "PostgreSQL")
  static let suppliers = Column("suppliers", "供应商数", "Suppliers", .number)
  static let channels = Column("channels", "渠道数", "Channels", .number)
  static let documents = Column("documents", "单据数", "Documents", .number)
  static let imports = Column("imports", "导入数", "Imports", .number)
  static let lowStock = Column("low_stock", "低于最低库存的", "Below their minimum", .number)
  static let lastDay = Column("last_day", "最近销售日", "Last day sold", .day)
  static let newestImport = Column("newest_import", "最近导入", "Newest import", .day)
  static let schema = Column("schema", "库的版本", "Schema", .id)
  static let schemaKnown = Column("schema_known", "本程序的版本", "This program's", .id)
  static let process = Column("process", "进程", "Process")
  static let home = Column("home", "文件夹", "Home")
  static let socketFolder = Column("socket_folder", "套接字", "Socket folder")
  static let log = Column("log", "日志", "Log")
  static let table = Column("table", "表", "Table")
  static let backup = Column("backup", "备份里", "In backup", .figure)
  static let now = Column("now", "现在", "Now", .figure)

  static let check = Column("check", "检查", "Check")
  static let violations = Column("violations", "违反", "Violations", .number)
  static let previousSeal = Column("previous", "前一张", "Previous")
  static let root = Column("root", "树根", "Root")
  static let acts = Column("acts", "操作数", "Acts", .number)
  static let hash = Column("hash", "哈希", "Hash")
  static let posting = Column("posting", "操作", "Act", .id)
  static let sealedBy = Column("sealed_by", "封存者", "Sealed by")
  static let finding = Column("finding", "发现", "Finding")
  static let meaning = Column("meaning", "内容", "What must hold")

  static let ofDatabase = [
    programme,
    database,
    serverVersion,
    suppliers,
    channels,
    documents,
    imports,
    lowStock,
    lastDay,
    newestImport,
    schema,
    schemaKnown,
    process,
    home,
    socketFolder,
    log,
    table,
    backup,
    now,
    previousSeal,
    finding,
    root,
    acts,
    hash,
    posting,
    sealedBy,
  ]
}
