internal import Channels
internal import Tabular

/// A table of a file that has a known format.
struct ImportSource {
  let file: TableFile
  let table: Table
  let layout: Layout
  /// When the platform wrote it, in seconds since 1970.
  let seconds: Int?
  /// Which table of the file it is, and which channel's rows of it; empty where it is the only one.
  let part: String
  /// Of which shops its rows are, where the profile says the channel of each row.
  let shops: FileReader.Shops?
  /// The name of the sheet, where its workbook has several with a known format.
  var sheet = ""

  /// The path of what holds the table.
  var book: String {
    table.name == nil ? table.path : String(table.path.dropLast(table.name?.count ?? 0))
  }

  /// How its text is encoded, or what it is where that says it.
  var encoding: String { table.encoding?.name ?? "\(table.kind)" }

  /// What distinguishes one reading of it from another: by another profile, or another day, it says something else.
  func reading(day: String?, isSplit: Bool) -> String {
    layout.profile.reading + (day.map { "/" + $0 } ?? "") + (isSplit ? "/months" : "")
  }
}
