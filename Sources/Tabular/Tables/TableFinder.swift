internal import System

/// Finds the tables of a file, and of what lies in it.
struct TableFinder {
  /// What programs put beside the files that people put into an archive.
  private static let noise: Set<String> = ["thumbs.db", "desktop.ini"]

  private(set) var tables: [Table] = []
  private(set) var refusals: [TableFile.Refusal] = []
  /// What the file itself is, once it was looked into.
  private(set) var kind: FileKind?
  private let options: TableFile.Options

  init(_ options: TableFile.Options) {
    self.options = options
  }

  /// Adds the tables of a file, which lies in `outer`, of a kind known by its first bytes.
  ///
  /// - Throws: `TabularError`.
  mutating func find(
    in source: ByteSource, _ head: FileKind?, named name: String, within outer: [FileKind] = []
  ) throws {
    let found = try precise(head, source)
    if outer.isEmpty { kind = found }
    switch found {
    case .text: try findText(source, name)
    case .html: try findPage(source, name)
    case .workbook: try findWorkbook(source, name)
    case .oldWorkbook: try findOldWorkbook(source, name)
    case .gzip:
      guard outer.isEmpty else { throw TabularError.nested(.gzip) }
      try findGzip(source, name)
    case .zip:
      guard !outer.contains(.zip) else { throw TabularError.nested(.zip) }
      try findMembers(source, name, within: outer)
    default: throw TabularError.notRead(found)
    }
    guard tables.count <= options.limits.tables else {
      throw TabularError.tooManyTables(limit: options.limits.tables)
    }
  }

  /// Distinguishes what begins with the same bytes.
  private func precise(_ head: FileKind?, _ source: ByteSource) throws -> FileKind {
    guard head == .zip || head == .ole2 else { return head ?? .text }
    let opened = try source.open()
    defer { withExtendedLifetime(opened) {} }
    return try head == .zip
      ? Package(path: opened.path, options: options).kind : CompoundFile.kind(path: opened.path)
  }

  private mutating func findText(_ source: ByteSource, _ name: String) throws {
    let opened = try source.open()
    let text = try TextFile.open(opened.path)
    withExtendedLifetime(opened) {}
    add(
      name, .text, encoding: text.encoding, TextRows(text: text, source: source))
  }

  private mutating func findPage(_ source: ByteSource, _ name: String) throws {
    let opened = try source.open()
    defer { withExtendedLifetime(opened) {} }
    let page = try TextFile.openPage(opened.path)
    let survey = PageSurvey(limit: options.limits.tables)
    try PageParser.read(page, survey)
    let found = survey.finish()
    guard !found.isEmpty else { throw TabularError.noTable }
    if survey.isCut && !survey.saysItEnds { throw TabularError.pageCut }
    for (index, number) in found.enumerated() {
      add(
        name, sheet: String(index + 1), .html, encoding: page.encoding,
        PageRows(page: page, source: source, number: number))
    }
  }

  private mutating func findWorkbook(_ source: ByteSource, _ name: String) throws {
    let workbook = try Workbook(source)
    guard !workbook.sheets.isEmpty else { throw TabularError.noTable }
    for sheet in workbook.sheets {
      add(
        name, sheet: sheet.name, .workbook, isHidden: sheet.isHidden,
        WorkbookRows(workbook: workbook, part: sheet.part))
    }
  }

  private mutating func findOldWorkbook(_ source: ByteSource, _ name: String) throws {
    let workbook = OldWorkbook(source: source)
    let sheets = try workbook.sheets()
    guard !sheets.isEmpty else { throw TabularError.noTable }
    for sheet in sheets {
      add(
        name, sheet: sheet.name, .oldWorkbook, isHidden: sheet.isHidden,
        OldWorkbookRows(workbook: workbook, sheet: sheet.index))
    }
  }

  private mutating func findGzip(_ source: ByteSource, _ name: String) throws {
    let inner = ByteSource(.gzip(source), options: options)
    let opened = try inner.open()
    let head = try FileHead.kind(path: opened.path)
    withExtendedLifetime(opened) {}
    // The suffix says only how it is packed.
    let plain = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
    try find(in: inner, head, named: plain, within: [.gzip])
  }

  private mutating func findMembers(
    _ source: ByteSource, _ name: String, within outer: [FileKind]
  ) throws {
    let opened = try source.open()
    defer { withExtendedLifetime(opened) {} }
    var meter = UnpackMeter(
      packed: try translating(InputFile(path: opened.path).stamp()).size, limits: options.limits)
    let members = try Archive(path: opened.path, options: options).members
      .filter { !Self.isNoise($0.name) }.sorted { $0.name < $1.name }
    for member in members {
      let path = name + "/" + member.name
      do {
        let inner = ByteSource(.member(source, index: member.index), options: options)
        let unpacked = try inner.open()
        try meter.take(try translating(InputFile(path: unpacked.path).stamp()).size)
        let head = try FileHead.kind(path: unpacked.path)
        withExtendedLifetime(unpacked) {}
        try find(in: inner, head, named: path, within: outer + [.zip])
      } catch let error as TabularError {
        let error = TabularError.inside(member: member.name, error)
        guard error.isSurprise else { throw error }
        refusals.append(TableFile.Refusal(path: path, error: error))
      }
    }
  }

  private static func isNoise(_ name: String) -> Bool {
    let steps = name.split(separator: "/")
    guard let last = steps.last else { return true }
    return last.hasPrefix(".") || steps.first == "__MACOSX" || noise.contains(last.lowercased())
  }

  private mutating func add(
    _ path: String, sheet name: String? = nil, _ kind: FileKind, isHidden: Bool = false,
    encoding: TextEncoding? = nil, _ source: any RowSource
  ) {
    tables.append(
      Table(
        path: name.map { path + "/" + $0 } ?? path, name: name, kind: kind, isHidden: isHidden,
        encoding: encoding, source: source, limits: options.limits))
  }
}

extension TabularError {
  /// True for a member of another kind, beside which the other members can be read.
  fileprivate var isSurprise: Bool {
    switch self {
    case .notRead, .nested, .empty, .binary, .utf16, .noTable: true
    case .inside(_, let error): error.isSurprise
    default: false
    }
  }
}
