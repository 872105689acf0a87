import Bangfu
import Domain

/// What the import of some files did, as it is shown to people and programs.
struct ImportRun {
  private(set) var results: [ImportResult] = []
  /// Files and parts that were refused.
  private(set) var refused: [Refused] = []
  /// True for one file, named itself: its refusal ends the program.
  let isAlone: Bool
  /// How the files are called in what is shown.
  let names: ImportNames

  /// A file or a part that was refused, and why.
  struct Refused {
    let file: String
    let problems: [Problem]
  }

  init(_ files: [ImportFolder.Found], isAlone: Bool) {
    self.isAlone = isAlone
    names = ImportNames(files)
  }

  /// True where a row was rejected, or a file refused.
  var hasFaults: Bool { !refused.isEmpty || results.contains { $0.rejected > 0 } }

  /// Adds the tables of a file, and says what a person should know of them.
  mutating func add(_ tables: [ImportResult]) {
    for table in tables {
      ImportNotes(table, names, isAlone: isAlone && tables.count == 1).show()
    }
    results += tables
    for part in tables.flatMap(\.passedOver) where part.isRefused {
      refused.append(Refused(file: names.shown(part, of: tables[0]), problems: [part.reason]))
    }
  }

  /// Adds a file that was refused; the others go on.
  ///
  /// - Throws: the error, where the file is alone, or where no other file would fare better.
  mutating func add(_ error: any Error, of file: String) throws {
    guard !isAlone, let problems = Ending.problems(in: error), let first = problems.first,
      Sentences.exit(for: first) == .data
    else { throw error }
    refused.append(Refused(file: file, problems: problems))
    for var problem in problems {
      problem.facts["file"] = nil
      let name = names.shown(file)
      printToStandardError(
        say("\(name.visible)：没有导入：", "\(name.visible): not imported: ") + problem.description)
    }
  }

  /// Counts anew what is pending: later files say what became of the sales of earlier ones.
  mutating func recount(in programme: Programme) throws {
    guard results.count > 1 else { return }
    for index in results.indices where results[index].number != 0 {
      results[index].pending = try programme.imports.countPending(of: results[index].number)
    }
  }

  /// Prints all of it: one file in two lines, several as one table; says where pending rows are listed.
  func show(_ format: Format) {
    if results.contains(where: { !$0.isPosted }) {
      printToStandardError(say("什么也没有记", "Nothing was recorded."))
    }
    let pending = results.reduce(0) { $0 + $1.pending }
    if pending > 0 {
      printToStandardError(
        say(
          "\(pending) 行待定，原因见 bangfu channel pending；没有对应商品的链接见 bangfu channel unmapped",
          "pending rows: \(pending); see bangfu channel pending for why, and bangfu channel unmapped "
            + "for listings to map"))
    }
    if format == .json {
      let objects = results.map(json) + refused.map(json)
      printLine((objects.count == 1 ? objects[0] : .array(objects)).pretty)
    } else if format == .table, results.count == 1, refused.isEmpty {
      printLine(names.summary(of: results[0]))
    } else {
      printRows(format == .table ? tableForPeople : tableForPrograms, format)
    }
  }
}
