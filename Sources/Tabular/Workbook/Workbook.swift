import Synchronization

/// A workbook of Office 2007 or later: what its small parts say, read once.
final class Workbook: Sendable {
  /// One sheet of cells.
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  /// The sheets in the order of the tabs, without charts.
  let sheets: [Sheet]
  private let source: ByteSource
  private let shapes: [SerialDate.Shape]
  private let is1904: Bool
  private let sharedPart: String?
  /// Read when the first cell is, and kept, for a file is gone through twice as a rule.
  private let shared = Mutex<Shared?>(nil)

  /// Never changed once it was read.
  private struct Shared: @unchecked Sendable {
    let strings: SharedStrings
  }

  init(_ source: ByteSource) throws {
    self.source = source
    let limits = source.options.limits
    let opened = try source.open()
    let package = try Package(path: opened.path, options: source.options)
    let main = try Self.mainPart(package, limits)
    let list = SheetList(limit: limits.tables)
    try package.read(main, list)
    let relations = Relations(of: main, limit: limits.members)
    try package.read(Relations.part(of: main), relations)
    sheets = list.sheets.compactMap { entry in
      guard let target = relations.targets[entry.relation], target.kind == "worksheet" else {
        return nil
      }
      return Sheet(name: entry.name, part: target.path, isHidden: entry.isHidden)
    }
    is1904 = list.is1904
    sharedPart = relations.path(ofKind: "sharedStrings")
    let styles = StyleSheet(limit: 1 << 17)
    if let part = relations.path(ofKind: "styles") { try package.read(part, styles) }
    shapes = styles.shapes
    withExtendedLifetime(opened) {}
  }

  private static func mainPart(_ package: Package, _ limits: TableFile.Limits) throws -> String {
    let top = Relations(of: "", limit: limits.members)
    if package.contains("_rels/.rels") { try package.read("_rels/.rels", top) }
    return top.path(ofKind: "officeDocument") ?? "xl/workbook.xml"
  }

  /// Hands out the rows of a sheet.
  func read(
    _ part: String, _ limits: TableFile.Limits, width: Int?,
    _ body: @escaping (borrowing Row) throws -> Bool
  ) throws {
    let opened = try source.open()
    defer { withExtendedLifetime(opened) {} }
    let package = try Package(path: opened.path, options: source.options)
    let values = CellValues(
      shared: try strings(package, limits), shapes: shapes, is1904: is1904, part: part)
    try package.read(part, SheetHandler(SheetRows(limits, width: width, body), values))
  }

  private func strings(_ package: Package, _ limits: TableFile.Limits) throws -> SharedStrings {
    if let known = shared.withLock({ $0 }) { return known.strings }
    let strings = SharedStrings(limit: limits.sharedBytes)
    if let sharedPart, package.contains(sharedPart) { try package.read(sharedPart, strings) }
    let read = Shared(strings: strings)
    shared.withLock { $0 = read }
    return strings
  }
}

/// The rows of one sheet of a workbook.
struct WorkbookRows: RowSource {
  let workbook: Workbook
  let part: String

  func read(
    _ limits: TableFile.Limits, width: Int?, _ body: (borrowing Row) throws -> Bool
  ) throws {
    try withoutActuallyEscaping(body) { try workbook.read(part, limits, width: width, $0) }
  }
}
