/// One table of a file: delimited text, a sheet of a workbook, or a table of a web page.
public struct Table: Sendable {
  /// Where the table is, such as `a.zip/orders.xlsx/Sheet1`; text has no name after its file's.
  public let path: String
  /// The name of the sheet, or the number of the table in its page; nil for text.
  public let name: String?
  /// What holds the table: text, a workbook, an old workbook or a page.
  public let kind: FileKind
  /// True for a sheet whose tab the workbook hides.
  public let isHidden: Bool
  /// How the bytes of text and of pages stand for characters; nil in workbooks.
  public let encoding: TextEncoding?
  /// The text itself, where the table is delimited text that lies on disk.
  public let text: TextFile?

  let source: any RowSource
  let limits: TableFile.Limits
  /// How wide the rows of a sheet or a page are, where that is known.
  private var width: Int?

  init(
    path: String, name: String? = nil, kind: FileKind, isHidden: Bool = false,
    encoding: TextEncoding? = nil, text: TextFile? = nil, source: any RowSource,
    limits: TableFile.Limits
  ) {
    self.path = path
    self.name = name
    self.kind = kind
    self.isHidden = isHidden
    self.encoding = encoding
    self.text = text
    self.source = source
    self.limits = limits
  }

  /// The same table, of which each row of a sheet or a page is as wide as its header.
  ///
  /// Blank cells are added to a row of a sheet that has fewer; those beyond are cut off and counted by
  /// `Row.beyond`. Rows of text stay as they are.
  public func asWide(as header: Int) -> Table {
    var table = self
    table.width = header
    return table
  }

  /// Reads the table from its start and hands each row that is not blank to `body`, in order.
  ///
  /// A row lives only while `body` runs. `Row.line` is the row of the sheet, or of the table.
  ///
  /// - Throws: `TabularError`, or what `body` throws.
  public func forEachRow(_ body: (borrowing Row) throws -> Void) throws {
    try source.read(limits, width: width) { row in
      try body(row)
      return true
    }
  }

  /// Returns the fields of the first rows, verbatim, for finding the header.
  ///
  /// - Throws: `TabularError`.
  public func firstRows(_ count: Int) throws(TabularError) -> [[String]] {
    guard count > 0 else { return [] }
    return try onlyTabular { () throws -> [[String]] in
      var rows: [[String]] = []
      try source.read(limits, width: width) { row in
        rows.append(row.strings)
        return rows.count < count
      }
      return rows
    }
  }
}

/// Runs what throws no error but those of this module.
func onlyTabular<Result>(_ body: () throws -> Result) throws(TabularError) -> Result {
  do {
    return try body()
  } catch let error as TabularError {
    throw error
  } catch {
    preconditionFailure("an error of another module: \(error)")
  }
}
