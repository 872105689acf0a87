internal import Domain
internal import FoundationEssentials
internal import Synchronization
internal import System

/// Looks at the content of a folder whose files are as its manifests say: whether it adds up to what was published.
struct EvidenceCheck {
  let folder: String
  let package: DataPackage
  let figure: DataPackage.Figure
  /// The SHA-256 of each file of the payload.
  let hashes: [String: String]
  var findings: [Problem] = []
  /// What was published; nil where it cannot be read.
  var content: FigureContent?
  var lines = 0
  var newestSeal: (number: Int, hash: String)?
  /// The values that other tables point at, by table and columns.
  private var keys: [String: ByteNumbers] = [:]

  init(
    _ folder: String, _ package: DataPackage, _ figure: DataPackage.Figure, hashes: [String: String]
  ) {
    self.folder = folder
    self.package = package
    self.figure = figure
    self.hashes = hashes
  }

  mutating func run() throws {
    checkPackage()
    let path = "versions/\(figure.month).\(figure.version).json"
    content = try read(path)
    guard let content, hashes["data/" + path] == figure.sha256 else {
      return add("evidence_version", ["file": "data/" + path])
    }
    try gatherKeys()
    var certificates: [String: [String]] = [:]
    try eachRow(of: "certificates") { row in
      certificates[row["certificate"]] = [row["sku"], row["from_day"], row["to_day"]]
    }
    try checkLines(content, certificates)
    for resource in package.resources where resource.schema != nil && resource.name != "lines" {
      try checkTable(resource) { _, _, _ in }
    }
    try checkVersions()
    try checkBridges()
    try checkFiles(content)
    try checkRules(content)
    try checkVerdicts(content)
    try checkSeals()
  }

  mutating func add(_ code: String, _ facts: [String: String]) {
    findings.append(Problem(code, facts))
  }

  /// A version of a figure, as it was published; nil where it cannot be read.
  func read(_ path: String) throws -> FigureContent? {
    guard let text = readSmallFile(folder + "/data/" + path) else { return nil }
    return try? FigureContent.read(text)
  }

  /// The package lists each file with its hash, and the tables are those that a folder of evidence has.
  private mutating func checkPackage() {
    let file = "data/datapackage.json"
    var listed: Set<String> = [file]
    for resource in package.resources {
      listed.insert("data/" + resource.path)
      if hashes["data/" + resource.path].map({ "sha256:" + $0 }) != resource.hash {
        add("evidence_hash", ["file": "data/" + resource.path, "other": file])
      }
    }
    for path in hashes.keys.sorted() where path.hasPrefix("data/") && !listed.contains(path) {
      add("evidence_hash", ["file": path, "other": file])
    }
    let names = Dictionary(package.resources.map { ($0.name, $0) }) { first, _ in first }
    for table in (try? DataPackage.tables()) ?? []
    where names[table.name]?.schema?.fields.map(\.name) != table.schema?.fields.map(\.name) {
      add("evidence_malformed", ["file": "data/" + table.path])
    }
  }
}

/// Rows of tables.
extension EvidenceCheck {
  /// The cells of a row, by column.
  struct Cells {
    let number: Int
    private let cells: [String: String]

    init(_ columns: [String], _ row: Span<UInt8>, _ ends: [Int], _ number: Int) {
      self.number = number
      var cells: [String: String] = [:]
      for (place, column) in columns.enumerated() {
        cells[column] = EvidenceRows.text(place, of: row, ends)
      }
      self.cells = cells
    }

    subscript(_ column: String) -> String { cells[column] ?? "" }
    /// An amount of fen; what is none is zero, and found elsewhere.
    func fen(_ column: String) -> Int64 { Money(self[column])?.minor ?? 0 }
    /// The facts that name the row.
    func of(_ table: String) -> [String: String] {
      ["file": "data/\(table).csv", "row": "\(number)"]
    }
  }

  /// Hands over the rows of a small table.
  func eachRow(of table: String, _ body: (Cells) throws -> Void) throws {
    let columns = columns(of: table)
    _ = try EvidenceRows(path: "\(folder)/data/\(table).csv").forEach { row, ends, number in
      if number > 1, ends.count == columns.count {
        try body(Cells(columns, row, ends, number))
      }
    }
  }

  func columns(of table: String) -> [String] {
    (package.resources.first { $0.name == table }?.schema?.fields ?? []).map(\.name)
  }

  /// Reads what other tables point at.
  private mutating func gatherKeys() throws {
    var wanted: Set<String> = []
    for resource in package.resources {
      for key in resource.schema?.foreignKeys ?? [] {
        let table = key.reference.resource.isEmpty ? resource.name : key.reference.resource
        wanted.insert(([table] + key.reference.fields).joined(separator: "\t"))
      }
    }
    let (folder, package) = (folder, package)
    let list = wanted.sorted()
    let found = Mutex<[String: ByteNumbers]>([:])
    concurrently(list.count) { index in
      let names = list[index].split(separator: "\t").map(String.init)
      let columns = (package.resources.first { $0.name == names[0] }?.schema?.fields ?? []).map(
        \.name)
      let places = names.dropFirst().compactMap(columns.firstIndex)
      var numbers = ByteNumbers()
      _ = try? EvidenceRows(path: "\(folder)/data/\(names[0]).csv").forEach { row, ends, number in
        guard number > 1, ends.count == columns.count else { return }
        Self.withKey(places, of: row, ends) { _ = numbers.number(of: $0) }
      }
      found.withLock { $0[list[index]] = numbers }
    }
    keys = found.withLock { $0 }
  }

  private static func withKey(
    _ places: [Int], of row: Span<UInt8>, _ ends: [Int], _ body: (Span<UInt8>) -> Void
  ) {
    if places.count == 1 { return body(row.extracting(EvidenceRows.range(places[0], ends))) }
    var bytes: [UInt8] = []
    for place in places {
      let cell = row.extracting(EvidenceRows.range(place, ends))
      for index in cell.indices { bytes.append(cell[index]) }
      bytes.append(UInt8(ascii: ","))
    }
    body(bytes.span)
  }

  /// What is looked at of each row of a table.
  private struct Rules {
    let columns: [String]
    let required: [Int]
    let key: [(place: Int, isNumber: Bool)]
    let references: [(places: [Int], name: String, keys: ByteNumbers)]
  }

  private func rules(of resource: DataPackage.Resource) -> Rules {
    let fields = resource.schema?.fields ?? []
    let columns = fields.map(\.name)
    return Rules(
      columns: columns,
      required: fields.indices.filter { fields[$0].constraints?.required == true },
      key: (resource.schema?.primaryKey ?? []).compactMap { name in
        columns.firstIndex(of: name).map { ($0, fields[$0].isNumber) }
      },
      references: (resource.schema?.foreignKeys ?? []).map { key in
        let table = key.reference.resource.isEmpty ? resource.name : key.reference.resource
        let name = ([table] + key.reference.fields).joined(separator: "\t")
        return (key.fields.compactMap(columns.firstIndex), name, keys[name] ?? ByteNumbers())
      })
  }

  /// Looks at each row of a table: its columns, the order of its key, what it points at; and hands it over.
  mutating func checkTable(
    _ resource: DataPackage.Resource, _ body: (Span<UInt8>, [Int], Int) throws -> Void
  ) throws {
    let file = "data/" + resource.path
    let rules = rules(of: resource)
    var found: [Problem] = []
    func add(_ code: String, _ facts: [String: String]) {
      if found.count < 1_000 { found.append(Problem(code, facts)) }
    }
    var numbers = [Int64](repeating: .min, count: rules.key.count)
    var texts = [[UInt8]](repeating: [], count: rules.key.count)
    var isFirst = true
    let open = try EvidenceRows(path: "\(folder)/\(file)").forEach { row, ends, number in
      if number == 1 {
        let header = ends.indices.map { EvidenceRows.text($0, of: row, ends) }
        if header != rules.columns { add("evidence_malformed", ["file": file, "row": "1"]) }
        return
      }
      guard ends.count == rules.columns.count else {
        return add("evidence_malformed", ["file": file, "row": "\(number)"])
      }
      if rules.required.contains(where: { EvidenceRows.range($0, ends).isEmpty }) {
        return add("evidence_malformed", ["file": file, "row": "\(number)"])
      }
      var order = 0
      for (index, part) in rules.key.enumerated() {
        let cell = row.extracting(EvidenceRows.range(part.place, ends))
        if part.isNumber {
          let value = EvidenceRows.number(cell) ?? .min
          if order == 0 { order = value < numbers[index] ? -1 : value > numbers[index] ? 1 : 0 }
          numbers[index] = value
        } else {
          let text = EvidenceRows.text(part.place, of: row, ends)
          if order == 0 {
            order =
              text.utf8.lexicographicallyPrecedes(texts[index])
              ? -1 : texts[index].lexicographicallyPrecedes(text.utf8) ? 1 : 0
          }
          texts[index] = Array(text.utf8)
        }
      }
      if order <= 0, !isFirst { add("evidence_order", ["file": file, "row": "\(number)"]) }
      isFirst = false
      for reference in rules.references {
        if reference.places.contains(where: { EvidenceRows.range($0, ends).isEmpty }) {
          continue
        }
        Self.withKey(reference.places, of: row, ends) { key in
          if reference.keys.find(key) != nil { return }
          let names = reference.name.split(separator: "\t")
          add(
            "evidence_reference",
            [
              "file": file, "row": "\(number)", "other": "data/\(names[0]).csv",
              "column": reference.places.map { rules.columns[$0] }.joined(separator: ", "),
            ])
        }
      }
      try body(row, ends, number)
    }
    if let open { add("evidence_malformed", ["file": file, "row": "\(open)"]) }
    findings += found
  }
}
