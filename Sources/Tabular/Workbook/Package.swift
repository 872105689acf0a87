/// The parts of a workbook of Office 2007 or later, in their archive.
struct Package {
  let archive: Archive
  private let parts: [String: UInt64]

  init(path: String, options: TableFile.Options) throws(TabularError) {
    archive = try Archive(path: path, options: options)
    parts = Dictionary(
      archive.members.map { (MemberName.canonical($0.name), $0.index) }
    ) { first, _ in first }
  }

  /// Finds what an archive is by the parts in it.
  var kind: FileKind {
    if parts["content.xml"] != nil && parts["mimetype"] != nil { return .openDocument }
    guard parts["[content_types].xml"] != nil || parts["_rels/.rels"] != nil else { return .zip }
    if parts["xl/workbook.bin"] != nil { return .binaryWorkbook }
    if ["word/document.xml", "ppt/presentation.xml"].contains(where: { parts[$0] != nil }) {
      return .officeDocument
    }
    return .workbook
  }

  /// Whether a part is there.
  func contains(_ part: String) -> Bool { parts[part] != nil }

  /// Reads a part from its start, until the handler has what it wants.
  ///
  /// - Throws: `TabularError.damagedWorkbook` where there is none.
  func read(_ part: String, _ handler: some XMLHandler) throws {
    guard let member = parts[part] else { throw TabularError.damagedWorkbook(part: part) }
    let parser = try XMLParser(part: part, handler)
    try archive.read(member) { try parser.feed($0) }
    try parser.finish()
  }
}
