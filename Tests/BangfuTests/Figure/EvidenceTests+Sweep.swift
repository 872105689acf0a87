import Bangfu
import Domain
import Foundation
import System
import Tabular
import TestSupport
import Testing

/// What finds a change of each file of a folder of evidence, as `docs/tampering.md` lists it.
extension EvidenceTests {
  private static let page = Repository.path + "/docs/tampering.md"

  /// A folder in which one thing was changed: of which file, and what.
  private struct Changed {
    let file: String, what: String, bag: String
    /// What `figure verify` finds: codes without their prefix, and whether it names the file.
    var codes: Set<String> = []
    var isNamed = false
    /// Whether `verify.py` and `sha256sum -c` find anything.
    var others: Set<String> = []
  }

  /// The files that are alike in the table: one row for all copies of files, versions and marks.
  private static func kind(of file: String) -> String {
    let path = file.split(separator: "/").dropLast().joined(separator: "/")
    let folder = file.hasPrefix("marks/") ? "marks" : path
    return ["marks", "data/rows", "data/versions"].contains(folder) ? folder + "/…" : file
  }

  /// A copy whose files are links, so that it costs nothing: who changes a file writes it anew.
  private func linked() throws -> String {
    let path = folder.path + "/bag-\(UInt64.random(in: 0 ... .max))"
    for file in try files(it.bag) {
      let place = path + "/" + file
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.linkItem(atPath: it.bag + "/" + file, toPath: place)
    }
    return path
  }

  private func write(_ bytes: [UInt8], _ bag: String, _ file: String) throws {
    try Data(bytes).write(to: URL(filePath: bag + "/" + file), options: .atomic)
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: it.bag + "/" + file)))
  }

  /// Changes of a file that leave all hashes as they are.
  private func plainChanges(of file: String) throws -> [Changed] {
    let whole = try bytes(file)
    let rows = whole.split(separator: 10, omittingEmptySubsequences: false)
    var changes: [Changed] = []
    func change(_ what: String, _ body: (String) throws -> Void) throws {
      let bag = try linked()
      try body(bag)
      changes.append(Changed(file: file, what: what, bag: bag))
    }
    try change("value") {
      var other = whole
      other[whole.count / 2] ^= 1
      try write(other, $0, file)
    }
    try change("row missing") {
      try write(Array(rows.dropFirst().joined(separator: [10])), $0, file)
    }
    try change("row added") {
      try write(Array(([rows[0]] + rows).joined(separator: [10])), $0, file)
    }
    try change("file missing") { try FileManager.default.removeItem(atPath: $0 + "/" + file) }
    try change("file renamed") {
      try FileManager.default.moveItem(atPath: $0 + "/" + file, toPath: $0 + "/" + file + "x")
    }
    return changes
  }

  /// Another value than a cell's.
  private static func other(than cell: String) -> String {
    switch cell {
    case "true": return "false"
    case "false": return "true"
    default: break
    }
    guard let last = cell.last, let digit = last.wholeNumberValue else { return cell + "1" }
    return cell.dropLast() + "\((digit + 1) % 10)"
  }

  /// Changes of a table, or of a text, with all hashes computed anew.
  private func hiddenChanges(of file: String) throws -> [Changed] {
    let whole = try text(it.bag, file)
    var changes: [Changed] = []
    func change(_ what: String, to other: String) throws {
      guard other != whole else { return }
      let bag = try linked()
      try write(Array(other.utf8), bag, file)
      if file.hasPrefix("data/"), file != "data/datapackage.json" {
        let package = try text(bag, "data/datapackage.json").replacing(
          sha256Hex(whole), with: sha256Hex(other))
        try write(Array(package.utf8), bag, "data/datapackage.json")
      }
      try remanifest(bag)
      changes.append(Changed(file: file, what: what, bag: bag))
    }
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard file.hasSuffix(".csv"), file.hasPrefix("data/"), !file.hasPrefix("data/rows/"),
      lines.count > 2
    else {
      let middle = lines.count / 2
      let other = lines[..<middle] + [Self.other(than: lines[middle])] + lines[(middle + 1)...]
      try change("value", to: other.joined(separator: "\n"))
      return changes
    }
    let rows = lines.dropLast().map(CSVRow.cells)
    func line(_ cells: [String]) -> String { CSVWriter.encode(row: cells, spreadsheetSafe: false) }
    for (column, name) in rows[0].enumerated() {
      for row in Set([1, rows.count - 1]).sorted() {
        let cell = rows[row][column]
        let values =
          [Self.other(than: cell)]
          + rows.dropFirst().map { $0[column] }.filter { $0 != cell }.prefix(1)
        for value in values {
          var cells = rows[row]
          cells[column] = value
          var other = lines
          other[row] = line(cells)
          try change(name, to: other.joined(separator: "\n"))
        }
      }
    }
    try change("row missing", to: (lines.dropLast(2) + [""]).joined(separator: "\n"))
    var more = try #require(rows.last)
    let keys = try keys(of: file)
    for (column, name) in rows[0].enumerated() where keys.last == name {
      more[column] = Int64(more[column]).map { "\($0 + 1)" } ?? more[column] + "x"
    }
    try change("row added", to: (lines.dropLast() + [line(more), ""]).joined(separator: "\n"))
    return changes
  }

  /// The columns of a table's key.
  private func keys(of file: String) throws -> [String] {
    let package = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes("data/datapackage.json"))) as? [String: Any]
    )
    for resource in package["resources"] as? [[String: Any]] ?? []
    where "data/\(resource["path"] ?? "")" == file {
      return (resource["schema"] as? [String: Any])?["primaryKey"] as? [String] ?? []
    }
    return []
  }

  /// Asks the three programs what they find.
  private func find(in changes: inout [Changed]) throws {
    for index in changes.indices {
      let found = try? EvidenceBag(changes[index].bag, of: "pengshui").check().findings
      // What is no folder of evidence any more is refused.
      changes[index].codes = Set(
        found?.map { $0.code.replacing("evidence_", with: "") } ?? ["refused"])
      changes[index].isNamed = found?.contains { $0.facts["file"] == changes[index].file } ?? true
    }
    let script = """
      import contextlib, importlib.util, io, os, subprocess, sys
      spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
      verify = importlib.util.module_from_spec(spec)
      spec.loader.exec_module(verify)
      for bag in open(sys.argv[2]).read().split():
          verify.FINDINGS.clear()
          with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
              try:
                  verify.check_folder(bag)
              except Exception as error:
                  verify.FINDINGS.append(error)
          command = ["sha256sum", "-c", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
          hashes = subprocess.run(command, cwd=bag, capture_output=True).returncode
          print(1 if verify.FINDINGS else 0, 1 if hashes else 0)
      """
    let list = folder.path + "/list"
    try Data(changes.map(\.bag).joined(separator: "\n").utf8).write(to: URL(filePath: list))
    let python = Process()
    let pipe = Pipe()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-B", "-c", script, it.bag + "/verify.py", list]
    python.standardOutput = pipe
    try python.run()
    let answers = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .split(separator: "\n")
    python.waitUntilExit()
    try #require(answers.count == changes.count)
    for (index, answer) in answers.enumerated() {
      if answer.hasPrefix("1") { changes[index].others.insert("verify.py") }
      if answer.hasSuffix("1") { changes[index].others.insert("sha256sum") }
    }
  }

  /// `RECORD=1` writes the table.
  @Test func `one change after another of a folder, and what finds it is in the manual`() throws {
    let all = try files(it.bag)
    var plain = try all.flatMap { try plainChanges(of: $0) }
    let more = try linked()
    try write([120], more, "data/more.csv")
    plain.append(Changed(file: "data/more.csv", what: "file added", bag: more))
    try find(in: &plain)
    for change in plain {
      #expect(change.codes != [] && change.others.contains("verify.py"), "\(change)")
      #expect(change.isNamed || change.file.hasPrefix("tagmanifest"), "\(change)")
    }
    var hidden = try all.filter { !$0.contains("manifest") }.flatMap { try hiddenChanges(of: $0) }
    try find(in: &hidden)
    #expect(hidden.count > 300)
    for change in hidden {
      #expect((change.codes != []) == change.others.contains("verify.py"), "\(change)")
      #expect(!change.others.contains("sha256sum"), "\(change)")
    }
    // Nobody changes a line, a version, a rule or a copy of a file unseen.
    let firm = ["data/lines.csv", "data/versions/…", "data/verdicts.csv", "data/rows/…"]
    for change in hidden where firm.contains(Self.kind(of: change.file)) {
      #expect(change.codes != [], "\(change)")
    }
    try expectTable(rows(plain, hidden))
  }

  private func rows(_ plain: [Changed], _ hidden: [Changed]) -> [String] {
    func list(_ words: some Sequence<String>) -> String {
      Set(words).sorted().map { "`\($0)`" }.joined(separator: ", ")
    }
    let changes = Dictionary(grouping: plain + hidden) { Self.kind(of: $0.file) }
    return changes.sorted { $0.key < $1.key }.map { kind, changes in
      let open = changes.filter { change in plain.contains { $0.bag == change.bag } }
      let unseen = open.filter { !$0.others.contains("sha256sum") }.map(\.what)
      let covert = changes.filter { change in !open.contains { $0.bag == change.bag } }
      return
        "| `\(kind)` | \(list(unseen)) | \(list(covert.filter { $0.codes == [] }.map(\.what))) | "
        + "\(list(covert.flatMap(\.codes))) |"
    }
  }

  private func expectTable(_ rows: [String]) throws {
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    let lines = text.components(separatedBy: "\n")
    let title = try #require(lines.firstIndex { $0.hasPrefix("| file |") })
    let first = title + 2
    let last = lines[first...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try (lines[..<first] + rows + lines[last...]).joined(separator: "\n").write(
        toFile: Self.page, atomically: true, encoding: .utf8)
    } else {
      #expect(
        Array(lines[first..<last]) == rows,
        "RECORD=1 swift test --filter EvidenceTests writes the table")
    }
  }
}

/// A row of CSV, as evidence has it.
private enum CSVRow {
  static func cells(of line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var last: Character?
    for letter in line {
      if letter == "\"" {
        if !isQuoted, last == "\"" { cells[cells.count - 1].append("\"") }
        isQuoted.toggle()
      } else if letter == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(letter)
      }
      last = letter
    }
    return cells
  }
}
