import ArgumentParser
import Bangfu
import Domain
import Workbooks

/// The options of every command that prints rows.
struct ListOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table
  @Option(
    help: ArgumentHelp(
      say(
        "另存为文件，格式按文件名：.xlsx、.html、.csv 或 .json；- 为标准输出",
        "Write a file instead: .xlsx, .html, .csv or .json by its name; - is standard output."),
      valueName: "file"))
  var output: String?
  @OptionGroup var money: UnitOption

  /// What amounts are shown in.
  var unit: MoneyUnit { money.unit }

  /// Where rows go, and as what.
  enum Target { case screen(Format), file(String, FileFormat) }

  /// The target that the options say.
  ///
  /// - Throws: `Problem` `output_format_unknown`, `output_format_differs`.
  var target: Target {
    get throws(Problem) {
      guard let output else { return .screen(format) }
      if output == "-" { return .screen(format == .table ? .csv : format) }
      let parts = output.lowercased().split(separator: "/").last?.split(separator: ".") ?? []
      let ending = parts.count > 1 ? String(parts[parts.count - 1]) : ""
      if ["xls", "pdf", "ods", "docx"].contains(ending) {
        throw Problem("output_format_unknown", ["file": output])
      }
      guard let named = FileFormat(ending: ending) else {
        return .file(output, format == .json ? .json : .csv)
      }
      if format != .table, format.rawValue != named.rawValue {
        throw Problem("output_format_differs", ["file": output, "format": format.rawValue])
      }
      return .file(output, named)
    }
  }

  func validate() throws { _ = try target }

  /// Whether rows are shown as a table, not to a program or in a file.
  var isForPeople: Bool { format == .table && output == nil }

  /// Prints rows that the database lists, or writes them to the file; the amounts of some columns are not added up.
  func show(_ listed: Listed, levels: Set<String> = []) throws {
    try show(Table(listed, levels: levels), cutFrom: listed.cutFrom)
  }

  /// Prints rows whose last one is what the others add up to, or writes them to the file.
  func showTotalled(_ listed: Listed) throws {
    let all = Table(listed)
    let part = Paper.Part(
      "", Table(all.columns, rows: all.rows.dropLast()), total: all.rows.last, in: unit)
    var shown = part.table
    if let remainder = part.remainder {
      shown.rows.append([Cell(try wordOfRounding)] + remainder.dropFirst())
    }
    shown.rows += [part.total].compactMap(\.self)
    try show(rounded: shown, count: all.rows.count)
  }

  /// Prints rows of yuan, or writes them to the file, in the unit that was asked for.
  ///
  /// Where they are all and their rounded amounts do not add up, what they lack is a last row.
  ///
  /// - Throws: `Problem` `unit_without_amounts`.
  func show(_ table: Table, cutFrom all: Int? = nil) throws {
    var rounded = try RoundedRows(of: table.columns, in: unit)
    var shown = table
    shown.rows = table.rows.map { rounded.take($0) }
    if all == nil, let remainder = rounded.remainder(named: try wordOfRounding) {
      shown.rows.append(remainder)
    }
    try show(rounded: shown, count: table.rows.count, cutFrom: all)
  }

  /// What the row is called that rounding leaves: a code for programs.
  var wordOfRounding: String {
    get throws(Problem) {
      try isPaper || isForPeople ? say("尾差", "Rounding") : "rounding"
    }
  }

  /// Prints rows, or writes them to the file, and says so where they are not all; their amounts are in the unit already.
  ///
  /// Those with a chart are a report, of which a page has all its languages.
  func show(
    rounded table: Table, count: Int? = nil, cutFrom all: Int? = nil,
    drawn chart: (() -> Chart)? = nil
  ) throws {
    let count = count ?? table.rows.count
    switch try target {
    case .file(let output, let format):
      func paper() -> Paper {
        var part = Paper.Part("", format.isForPeople ? table : table.saying(unit))
        part.chart = chart?()
        return Paper(list: part, cutFrom: all, in: unit)
      }
      if chart != nil, format == .html {
        try write(Page(in: Language.ofPages, paper).html, to: output)
      } else {
        try write(paper(), to: output, as: format)
      }
      return Self.tell(count, cutFrom: all, in: output)
    case .screen(.table):
      if let note = unit.note(of: table.columns) { printLine(note) }
      printRows(table.forPeople, .table)
    case .screen(let format): printRows(table.saying(unit), format)
    }
    guard let all else { return }
    printToStandardError(
      say(
        "列出 \(all) 行中的 \(count) 行；--limit \(all) 列出全部，--output FILE.csv 存全部，--from、--to 选日期",
        "\(count) of \(all) rows; --limit \(all) shows all, --output FILE.csv saves all, --from and --to choose days."
      ))
  }

  /// The file of the workbook that was asked for; nil where something else was.
  var workbook: String? {
    get throws(Problem) {
      if case .file(let output, .xlsx) = try target { return output }
      return nil
    }
  }

  /// Writes rows to a workbook as they come; of so many there are at most as many as were asked for.
  ///
  /// - Throws: `Problem` `sheet_too_long`, `unit_without_amounts`; what the rows throw.
  func stream(
    _ columns: [Column], to file: String, cutFrom all: Int?, limit: Int?,
    rows: @escaping (_ row: ([Cell]) throws -> Void) throws -> Void
  ) throws {
    StandardOutput.flush()
    var count = 0
    var rounded = try RoundedRows(of: columns, in: unit)
    let paper = Paper(listOf: limit, cutFrom: all, of: columns, in: unit)
    let sheet = paper.sheet(of: columns) { row in
      try rows { cells in
        count += 1
        guard count <= Sheet.mostRows else {
          throw Problem("sheet_too_long", ["file": file, "rows": String(count)])
        }
        try row(rounded.take(cells))
      }
      if all == nil, let remainder = rounded.remainder(named: try wordOfRounding) {
        try row(remainder)
      }
    }
    try WorkbookFile.write([sheet], to: file)
    Self.tell(count, cutFrom: all, in: file)
  }

  /// Says how many rows of how many are in a file.
  private static func tell(_ count: Int, cutFrom all: Int?, in file: String) {
    let of = all.map { say("（共 \($0) 行）", " of \($0)") } ?? ""
    printToStandardError(
      say(
        "已写入 \(file)：\(count) 行\(of)",
        "Wrote \(count)\(of) \(count == 1 && of.isEmpty ? "row" : "rows") to \(file)."))
  }

  /// Whether a report is handed in: as a page or as a workbook.
  var isPaper: Bool {
    get throws(Problem) {
      if case .file(_, let format) = try target { return format.isForPeople }
      return false
    }
  }

  /// Prints a report, or writes it to the file: as text, as one table, as JSON, or as it is handed in.
  ///
  /// A page asks for its paper in each language that it has.
  func show(
    text: @autoclosure () -> String, flat: @autoclosure () -> Table, json: @autoclosure () -> JSON,
    paper: @autoclosure () throws -> Paper
  ) throws {
    switch try target {
    case .screen(.table): return StandardOutput.write(text())
    case .screen(.csv): return printRows(flat(), .csv)
    case .screen(.json): return printLine(json().pretty)
    case .file(let output, .json): try write(json().pretty + "\n", to: output)
    case .file(let output, .csv): try write(flat(), to: output)
    case .file(let output, .html):
      try write(Page(in: Language.ofPages) { try paper() }.html, to: output)
    case .file(let output, let format): try write(paper(), to: output, as: format)
    }
    if let output { printToStandardError(say("已写入 \(output)", "Wrote \(output).")) }
  }

  /// Prints one row: for people as a list of facts, else as rows are printed.
  func showOne(_ table: Table) throws {
    guard isForPeople else { return try show(table) }
    var rounded = try RoundedRows(of: table.columns, in: unit)
    let shown = Table(table.columns, rows: table.rows.map { rounded.take($0) })
    guard let facts = shown.facts else { return try show(rounded: shown) }
    if let note = unit.note(of: table.columns) { printLine(note) }
    printRows(facts, .table)
  }
}
