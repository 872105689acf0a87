public import Domain
internal import FoundationEssentials
internal import Postgres
internal import System
internal import Tabular

/// A folder of evidence that was written.
public struct ExportedEvidence: Equatable, Sendable {
  /// The version that it proves.
  public let version: FigureVersion
  /// How many lines it has.
  public let lines: Int
  /// The root of the Merkle tree over them; nil where the version was published without one.
  public let root: String?
}

/// Evidence of a published figure, for whoever has no database.
extension Figures {
  /// Writes a folder that proves a version of a month's figure without us: a BagIt bag of a Frictionless Data Package.
  ///
  /// The folder is not there yet, or empty; it has its name when it is whole and was verified. All of it is read in one
  /// transaction. A key signs it with `ssh-keygen`.
  ///
  /// - Throws: `Problem` `figure_unpublished`, `figure_unknown`, `right_missing`; `evidence_differs` where what is recorded
  ///   is not what was published; `file_exists` and others of files; `signing_failed`.
  public func export(
    _ month: Month, _ number: Int? = nil, to folder: String, signedBy key: String? = nil
  ) throws -> ExportedEvidence {
    try translating {
      if let key { try SSHSignature.expect(key: key) }
      let bag = try BagWriter(folder)
      let (version, lines): (FigureVersion, Int) = try session.transaction(
        .repeatableRead, tries: 1
      ) {
        let version = try self.version(of: month, number)
        return (version, try EvidenceExport(session, version, into: bag).write())
      }
      let content = try FigureContent.read(version.text)
      var information: [(label: String, value: String)] = [
        ("Source-Organization", content.programme.name),
        ("Bagging-Date", try today()),
        ("Bag-Software-Agent", "bangfu"),
        ("External-Identifier", "\(content.programme.name) \(month) \(version.number)"),
        ("External-Description", "SHA-256 \(version.sha256)"),
      ]
      if key != nil { information.append(("Bangfu-Signature", SSHSignature.file)) }
      try bag.end(information: information)
      if let key { try SSHSignature.sign(bag.part + "/tagmanifest-sha256.txt", by: key) }
      let report = try EvidenceBag(bag.part, of: content.programme.name).check()
      if let first = report.findings.first {
        let facts = ["month": "\(month)", "version": "\(version.number)", "found": first.code]
        throw Problem("evidence_differs", first.facts.merging(facts) { $1 })
      }
      try bag.keep()
      return ExportedEvidence(version: version, lines: lines, root: content.lines?.root)
    }
  }

  /// The day by the programme's clock.
  private func today() throws -> String {
    try session.execute(
      "SELECT to_char(now() AT TIME ZONE timezone, 'YYYY-MM-DD') FROM programme"
    ).single().decode(String.self)
  }
}

/// Writes the payload of a folder of evidence.
private struct EvidenceExport {
  let session: Session
  let version: FigureVersion
  let bag: BagWriter
  private let bounds: String
  private let referenced = Referenced()

  /// What tables point at, as they are written: the tables that come later hold only that.
  private final class Referenced {
    /// Values by table.
    var values: [String: Set<String>] = [:]
  }

  /// The tables that hold what others point at, and those that are written whole.
  private static let lookedUp: Set = [
    "files", "rule_sets", "certificates", "channels", "products", "suppliers",
  ]
  private static let whole: Set = ["seals", "seal_tables"]

  init(_ session: Session, _ version: FigureVersion, into bag: BagWriter) throws {
    self.session = session
    self.version = version
    self.bag = bag
    bounds = "WHERE of_month = '\(version.month.firstDay)' AND of_version = \(version.number)"
    // What is written must be the same everywhere.
    try session.connection.run(
      script: """
        SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL extra_float_digits = 1;
        SET LOCAL bytea_output = 'hex'; SET LOCAL work_mem = '64MB'; SET LOCAL enable_nestloop = off
        """)
  }

  /// Writes all; returns how many lines there are.
  func write() throws -> Int {
    let content = try FigureContent.read(version.text)
    var package = DataPackage(resources: [])
    package.name = "\(content.programme.name)-\(version.month)-\(version.number)"
    package.title =
      "\(content.programme.name) \(version.month) 第 \(version.number) 版 · version \(version.number)"
    package.profile = "data-package"
    package.figure = DataPackage.Figure(
      programme: content.programme.name, month: "\(version.month)", version: version.number,
      sha256: version.sha256)
    var lines = 0
    for var resource in try DataPackage.tables() {
      let kept: (sha256: String, octets: Int)
      if resource.name == "lines" {
        (kept, lines) = try writeLines(resource)
      } else {
        kept = try writeTable(resource)
      }
      resource.profile = "tabular-data-resource"
      package.add(resource, kept, format: "csv", mediatype: "text/csv", encoding: "utf-8")
    }
    try writeVersions(into: &package)
    try writeRows(into: &package)
    try bag.write(try package.text(), to: "data/datapackage.json", isMarked: true)
    try bag.write(EvidenceText.file("verify.py"), to: "verify.py", isMarked: true)
    for name in ["README.md", "请先读.md"] {
      try bag.write(filled(EvidenceText.file(name), content), to: name, isMarked: true)
    }
    return lines
  }

  /// What a table's rows are selected by, in the order of its key.
  private func selection(_ columns: [String], of resource: DataPackage.Resource) -> String {
    let quote = session.connection.quote(identifier:)
    let order = (resource.schema?.primaryKey ?? []).map { name in
      let field = resource.schema?.fields.first { $0.name == name }
      return quote(name) + (field?.isNumber == true ? "" : " COLLATE \"C\"")
    }
    let key = resource.schema?.primaryKey.first ?? ""
    let isNumber = resource.schema?.fields.first { $0.name == key }?.isNumber == true
    let wanted = (referenced.values[resource.name] ?? []).sorted().map {
      session.connection.quote(literal: $0)
    }
    let some =
      Self.lookedUp.contains(resource.name)
      ? "WHERE \(quote(key)) = ANY (ARRAY[\(wanted.joined(separator: ", "))]::\(isNumber ? "bigint" : "text")[])"
      : Self.whole.contains(resource.name) ? "" : bounds
    return "SELECT \(columns.map(quote).joined(separator: ", ")) "
      + "FROM \(quote("evidence_" + resource.name)) \(some) ORDER BY \(order.joined(separator: ", "))"
  }

  /// Gathers what the rows of a table point at.
  private struct Gathering {
    private let tables: [(place: Int, table: String)]
    private var values: [ByteNumbers]
    private var isHeader: Bool

    init(_ resource: DataPackage.Resource, skippingHeader: Bool) {
      let columns = (resource.schema?.fields ?? []).map(\.name)
      tables = (resource.schema?.foreignKeys ?? []).compactMap { key in
        guard lookedUp.contains(key.reference.resource), key.fields.count == 1 else { return nil }
        return columns.firstIndex(of: key.fields[0]).map { ($0, key.reference.resource) }
      }
      values = tables.map { _ in ByteNumbers() }
      isHeader = skippingHeader
    }

    mutating func add(_ row: Span<UInt8>) {
      if isHeader || tables.isEmpty { return isHeader = false }
      let ends = EvidenceRows.ends(of: row)
      for (index, it) in tables.enumerated() {
        let cell = row.extracting(EvidenceRows.range(it.place, ends))
        if !cell.isEmpty { _ = values[index].number(of: cell) }
      }
    }

    func keep(in referenced: Referenced) {
      for (index, it) in tables.enumerated() {
        for number in 0..<values[index].count {
          let cell = Array(values[index][number])
          referenced.values[it.table, default: []].insert(
            EvidenceRows.text(0, of: cell.span, [cell.count]))
        }
      }
    }
  }

  private func writeTable(_ resource: DataPackage.Resource) throws -> (sha256: String, octets: Int)
  {
    let file = try bag.file("data/" + resource.path, marking: { _ in })
    let columns = (resource.schema?.fields ?? []).map(\.name)
    var gathering = Gathering(resource, skippingHeader: true)
    try session.connection.copyOut(
      "COPY (\(selection(columns, of: resource))) TO STDOUT (FORMAT csv, HEADER)"
    ) { row in
      gathering.add(row)
      try file.write(row)
    }
    gathering.keep(in: referenced)
    return try file.keep()
  }

  /// The database makes the rows of lines, whose hashes were published.
  private func writeLines(
    _ resource: DataPackage.Resource
  ) throws -> (kept: (sha256: String, octets: Int), lines: Int) {
    let file = try bag.file("data/" + resource.path, marking: { _ in })
    let columns = (resource.schema?.fields ?? []).map(\.name)
    try file.write(columns.joined(separator: ",") + "\n")
    var gathering = Gathering(resource, skippingHeader: false)
    let count = try session.connection.copyOut(
      "COPY (\(selection(["cells"], of: resource))) TO STDOUT"
    ) { row in
      if row.firstIndex(of: UInt8(ascii: "\\"), from: 0) == row.count {
        gathering.add(row)
        try file.write(row)
      } else {
        let plain = CopyText.unescaped(row)
        gathering.add(plain.span)
        try file.write(plain)
      }
    }
    gathering.keep(in: referenced)
    return (try file.keep(), count)
  }

  private func writeVersions(into package: inout DataPackage) throws {
    let rows = try session.execute(
      Query(
        unsafeSQL: """
          SELECT to_char(month, 'YYYY-MM') || '.' || version, convert_from(content, 'UTF8')
          FROM published_chain \(bounds) ORDER BY month, version
          """))
    for row in rows {
      let (name, text) = try row.decode((String, String).self)
      let path = "versions/\(name).json"
      let kept = try bag.write(text, to: "data/" + path, isMarked: true)
      package.add(
        DataPackage.Resource(name: "version-\(name)", path: path), kept, type: "json",
        format: "json", mediatype: "application/json", encoding: "utf-8")
    }
  }

  /// The redacted copies, as they were kept: rows of other people's files, and no tables of ours.
  private func writeRows(into package: inout DataPackage) throws {
    for number in (referenced.values["files"] ?? []).compactMap({ Int64($0) }).sorted() {
      let path = "rows/\(number).csv"
      let file = try bag.file("data/" + path, marking: { _ in })
      let chunks = try session.execute(
        "SELECT chunk_no FROM import_chunk WHERE file_id = \(number) ORDER BY chunk_no")
      for chunk in try chunks.map({ try $0.decode(Int.self) }) {
        try file.write(Imports(session: session).content(ofChunk: chunk, of: number))
      }
      package.add(
        DataPackage.Resource(name: "rows-\(number)", path: path), try file.keep(), type: "file",
        format: "csv", mediatype: "text/csv", encoding: "utf-8")
    }
  }

  private func filled(_ text: String, _ content: FigureContent) -> String {
    let facts = [
      "programme": content.programme.name, "month": content.month, "version": "\(content.version)",
      "counted": content.headline.counted.grouped, "from": content.range.from.grouped,
      "to": content.range.to.grouped, "sha256": version.sha256,
      "root": content.lines?.root ?? "—",
    ]
    return facts.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}

extension DataPackage {
  fileprivate mutating func add(
    _ resource: Resource, _ kept: (sha256: String, octets: Int), type: String? = nil,
    format: String, mediatype: String, encoding: String
  ) {
    var resource = resource
    (resource.type, resource.format, resource.mediatype) = (type, format, mediatype)
    (resource.encoding, resource.bytes) = (encoding, kept.octets)
    resource.hash = "sha256:" + kept.sha256
    resources.append(resource)
  }
}
