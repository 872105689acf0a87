public import Domain
public import Tabular

/// What a user asks to be imported.
public struct ImportRequest: Sendable {
  /// The file's path.
  public var path: String
  /// The name it is known by; its leading ten digits say when the platform wrote it.
  public var name: String
  /// The channel's code; nil for the only channel of the file's platform, or the one that a folder of its
  /// path is named for.
  public var channel: String?
  /// The day of a sheet that has none, `YYYY-MM-DD`.
  public var day: String?
  /// When the platform wrote the file, where its name does not say.
  public var asOf: Instant?
  /// The profile to read it by; nil for the one that fits its header.
  public var profile: String?
  /// The password of an archive's members.
  public var password: String?
  /// How much the file may ask for.
  public var limits = TableFile.Limits()
  /// Post nothing unless every row is good.
  public var isStrict = false
  /// Whether totals that differ and periods long past are meant, in sheets of supermarkets.
  public var isSure = false
  /// Post nothing, only show what would happen.
  public var isDryRun = false
  /// Where rejected rows are written; nil for beside the file.
  public var rejectsPath: String?

  /// Makes a request to import a file into a channel.
  public init(path: String, name: String, channel: String? = nil) {
    self.path = path
    self.name = name
    self.channel = channel
  }
}

extension ImportRequest {
  private static let limitSetters:
    [(name: String, set: @Sendable (inout TableFile.Limits, Int) -> Void)] = [
      ("field-bytes", { $0.text.fieldBytes = $1 }), ("row-bytes", { $0.text.rowBytes = $1 }),
      ("columns", { $0.text.columns = $1 }), ("unpacked-bytes", { $0.unpackedBytes = $1 }),
      ("ratio", { $0.ratio = $1 }), ("members", { $0.members = $1 }),
      ("tables", { $0.tables = $1 }),
      ("shared-bytes", { $0.sharedBytes = $1 }), ("xls-bytes", { $0.oldWorkbookBytes = $1 }),
      ("xls-seconds", { $0.oldWorkbookSeconds = $1 }),
    ]

  /// The names of what is limited of a file.
  public static let limitNames = limitSetters.map(\.name)

  /// Sets a limit by its name; one that is none of `limitNames` changes nothing.
  public mutating func limit(_ name: String, to value: Int) {
    Self.limitSetters.first { $0.name == name }?.set(&limits, value)
  }
}

/// What the import of one table did.
public struct ImportResult: Sendable {
  /// The number of the import; 0 where nothing was kept.
  public var number: Int64 = 0
  /// The file's name, its SHA-256, the profile it fits, its encoding.
  public var file = "", sha256 = "", profile = "", encoding = ""
  /// Which table of the file it is; empty where it is the only one.
  public var part = ""
  /// The channel's code.
  public var channel = ""
  /// Data rows, and their outcomes: rows = new + same + changed + rejected.
  public var rows = 0, new = 0, same = 0, changed = 0, rejected = 0
  /// Of these: rows whose sale is pending; rows that differ from an equally old snapshot.
  public var pending = 0, conflicts = 0
  /// What the file says, in yuan: sales of its paid order lines, and what went back of them.
  public var gross = Money.zero, refunds = Money.zero
  /// What this run posted, in yuan, or would have posted.
  public var postedGross = Money.zero, postedRefunds = Money.zero
  /// The first and last business day of its sales.
  public var firstDay: String?, lastDay: String?
  /// Whether it is a sheet kept by hand.
  public var isSheet = false
  /// How many new rows of a sheet another workbook has under another sheet's name: they may be counted twice.
  public var alike = 0
  /// The columns of a sheet whose names say money, and that were not read.
  public var unread: [String] = []
  /// How many rows the profile leaves out by the word in a column; they are none of `rows`.
  public var leftOut = 0
  /// How many rows were rejected when the file was first imported, and have been mended since.
  public var mended = 0
  /// How many rows are equal to another row of the same number, and count once.
  public var repeated = 0
  /// Signed agreements that the file reports, and their yuan: no sales, in none of the sums.
  public var agreements = 0, agreed = Money.zero
  /// Order lines that are said to have been refunded before they were sold; the refund takes the sale's day.
  public var early = 0
  /// How many hosts (达人) its orders name that have no session, on a channel that has some.
  public var hosts = 0
  /// How many cells lie to the right of the table, under no name; they were not read.
  public var beyond = 0
  /// How many rows the sheet hides, as filters do; they were read like the others.
  public var hidden = 0
  /// Whether the time of the snapshot is known.
  public var isDated = false
  /// Whether anything was kept.
  public var isPosted = true
  /// The first rejected rows, at most 20.
  public var rejects: [RejectedRow] = []
  /// The file of the rejected rows, where one was written.
  public var rejectsFile: String?
  /// Total rows of the file that do not agree with the rows above them.
  public var totalsDiffering: [TotalDifference] = []
  /// What the settlement lines of the file add up to.
  public var settlement = SettlementResult()
  /// Tables and members of the same file that were passed over; reported with the file's first table.
  public var passedOver: [PassedOver] = []

  /// The path of the table: the file's name, and which table of it.
  public var path: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return part.isEmpty ? name : name + "/" + part
  }

  /// Marks what was only tried; the amounts say what would have been posted.
  mutating func keptNothing() {
    isPosted = false
    number = 0
  }
}

/// What the settlement lines of a file add up to.
public struct SettlementResult: Equatable, Sendable {
  /// How many lines it has.
  public var lines = 0
  /// What they add to the account, and of it the fees, below zero, in yuan.
  public var amount = Money.zero, fees = Money.zero
  /// How many are of a kind that the profile does not know, by what the file calls them.
  public var unknown: [String: Int] = [:]
  /// The file's own totals that its rows do not add up to.
  public var controls: [ControlDifference] = []
}

/// A total of a settlement file that its rows do not add up to: rows, yuan, or both with a slash between them.
public struct ControlDifference: Equatable, Sendable {
  /// What the file calls it.
  public let label: String
  /// What it says, and what the rows add up to.
  public let stated: String, computed: String
}

/// A part of a file that is no table of a known format.
public struct PassedOver: Sendable {
  /// The path of the part, such as `a.zip/readme.pdf`.
  public let path: String
  /// Why it was passed over.
  public let reason: Problem

  /// Whether it is like what is known, so that sales may be missing: a table that lacks no more than two columns of a known
  /// format, or has one twice; an archive in an archive; a member that is damaged.
  public var isRefused: Bool {
    switch reason.code {
    case "column_missing", "sheet_column_missing":
      (reason.facts["columns"] ?? "").split(separator: "、").count <= 2
    case "column_twice", "profile_ambiguous", "day_unknown", "archive_nested": true
    default: false
    }
  }
}

/// A rejected row.
public struct RejectedRow: Equatable, Sendable {
  /// The number among the file's rows that are not blank; the physical line; both from 1.
  public let row: Int, line: Int
  /// The column, the value it holds, the reason's code.
  public let column: String, value: String, reason: String
}

/// A row of totals that the rows above it do not add up to.
public struct TotalDifference: Equatable, Sendable {
  /// The physical line.
  public let line: Int
  /// What the row says, and what the rows add up to, in yuan.
  public let stated: Money, computed: Money
}
