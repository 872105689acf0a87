internal import System

/// A file of tables of any kind, known by its content: text, a workbook, a web page, or an archive
/// of these.
///
///     let file = try TableFile.open("orders.zip")
///     for table in file.tables {
///       try table.forEachRow { row in
///         print(table.path, row.line, row.trimmed(0))
///       }
///     }
public struct TableFile: Sendable {
  /// A member of an archive that holds no table.
  public struct Refusal: Sendable {
    /// Where the member is, such as `a.zip/readme.pdf`.
    public let path: String
    /// Why it is not read.
    public let error: TabularError
  }

  /// The path that was opened.
  public let path: String
  /// The SHA-256 digest of all bytes of the file, as 64 lower-case hexadecimal digits.
  public let sha256: String
  /// The size of the file in bytes.
  public let byteCount: Int
  /// What the file is; what it holds may be of another kind.
  public let kind: FileKind
  /// The tables, at least one: members of an archive by name, sheets in the order of the tabs.
  public let tables: [Table]
  /// The members of an archive that were passed over, for the caller to report.
  public let refusals: [Refusal]

  /// Looks through a file once and returns its digest, its kind and its tables.
  ///
  /// What lies in archives is unpacked into a temporary file without a name, one at a time.
  ///
  /// - Throws: `TabularError` when the file cannot be read or holds no table.
  public static func open(
    _ path: String, options: Options = Options()
  ) throws(TabularError) -> TableFile {
    try onlyTabular { try TableFile(path, options) }
  }

  private init(_ path: String, _ options: Options) throws {
    self.path = path
    let name = options.name ?? path.split(separator: "/").last.map(String.init) ?? path
    guard let kind = try FileHead.kind(path: path) else {
      let text = try TextFile.open(path)
      (sha256, byteCount, self.kind, refusals) = (text.sha256, text.byteCount, .text, [])
      tables = [
        Table(
          path: name, kind: .text, encoding: text.encoding, text: text,
          source: TextRows(text: text, source: nil), limits: options.limits)
      ]
      return
    }
    let (digest, stamp) = try FileHead.digest(path: path)
    var finder = TableFinder(options)
    let source = ByteSource(.file(path: path, stamp), options: options)
    try finder.find(in: source, kind, named: name)
    if finder.tables.isEmpty, let refusal = finder.refusals.first { throw refusal.error }
    guard !finder.tables.isEmpty else { throw TabularError.noTable }
    (sha256, byteCount, self.kind) = (digest, stamp.size, finder.kind ?? kind)
    (tables, refusals) = (finder.tables, finder.refusals)
  }
}
