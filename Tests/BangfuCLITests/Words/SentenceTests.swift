import Bangfu
import Domain
import FoundationEssentials
import Postgres
import Tabular
import TestSupport
import Testing

@testable import BangfuCLI

@Suite struct SentenceTests {
  /// Returns the texts of all files below a folder that end so.
  private static func texts(_ folder: String, _ ending: String) throws -> [String] {
    let top = Repository.path + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: top)
      .filter { $0.hasSuffix(ending) }
      .map { try String(contentsOf: URL(filePath: "\(top)/\($0)"), encoding: .utf8) }
  }

  /// Returns what the first group of a pattern matches in the texts.
  private static func all(_ pattern: Regex<(Substring, Substring)>, in texts: [String]) -> [String]
  {
    texts.flatMap { $0.matches(of: pattern).map { String($0.output.1) } }
  }

  private static func codesOfDatabase() throws -> [String] {
    let texts = try texts("sql", ".sql").map { text in
      // Without comments, which quote what they like.
      text.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    }
    let choices = texts.flatMap { text in
      text.matches(of: /refuse\(\s*CASE((?s).*?)END/).map { String($0.output.1) }
    }
    return all(/refuse\(\s*'([a-z_0-9]+)'/, in: texts)
      + all(/MESSAGE = '([a-z_0-9]+)'/, in: texts)
      + all(/(?:THEN|ELSE)\s+'([a-z_0-9]+)'/, in: choices)
  }

  @Test func `every code that the database refuses with has a sentence`() throws {
    let codes = try Self.codesOfDatabase()
    #expect(codes.count > 40)
    #expect(Set(codes).subtracting(Sentences.table.keys) == [])
  }

  @Test func `every named constraint has a sentence`() throws {
    let migrations = try Self.texts("sql/migrations", ".sql")
    let made = Self.all(
      /CONSTRAINT\s+([a-z_0-9]+)\s+(?:CHECK|UNIQUE|FOREIGN|EXCLUDE|PRIMARY)/, in: migrations)
    let dropped = Self.all(/DROP CONSTRAINT\s+([a-z_0-9]+)/, in: migrations)
    let names = Set(made).filter { name in
      made.filter { $0 == name }.count > dropped.filter { $0 == name }.count
    }
    #expect(names.count > 70)
    #expect(names.subtracting(Sentences.table.keys) == [])
  }

  @Test func `every problem that the program makes has a sentence`() throws {
    let sources = try Self.texts("Sources", ".swift")
    let nouns = Self.all(/try session\.save\(\s*"([a-z]+)"/, in: sources)
    let codes =
      Self.all(/(?:Problem|Reason)\(\s*"([a-z_0-9]+)"/, in: sources)
      + nouns.flatMap { [$0 + "_exists", $0 + "_unknown"] }
    #expect(codes.count > 30)
    #expect(Set(codes).subtracting(Sentences.table.keys) == [])
  }

  @Test func `every code has one row`() {
    let twice = Dictionary(grouping: Sentences.rows, by: \.0).filter { $0.value.count > 1 }
    #expect(twice.keys.sorted() == [])
  }

  @Test func `both languages name the same facts, and Chinese is Chinese`() {
    for (code, row) in Sentences.rows {
      let zh = Set(Sentence.placeholders(in: row.zh[...]))
      let en = Set(Sentence.placeholders(in: row.en[...]))
      #expect(zh == en, "\(code)")
      #expect(row.zh.contains { $0.columns == 2 }, "\(code)")
      #expect(!row.en.contains { $0.columns == 2 }, "\(code)")
      for text in [row.zh, row.en] {
        #expect(!row.words([:], in: .zh).contains { "[]{}".contains($0) }, "\(code): \(text)")
      }
    }
  }

  @Test func `facts fill the gaps, and brackets go with theirs`() {
    let problem = Problem(
      "stock_short",
      ["sku": "BC01", "location": "shop", "on_hand": "3", "asked": "5", "unit": "盒", "name": "脐橙"])
    #expect(
      Sentences.sentence(for: problem, in: .zh).hasPrefix("库存不足：BC01（脐橙）在 shop 只有 3 盒，要 5 盒。"))
    #expect(
      Sentences.sentence(for: Problem("file_empty"), in: .en) == "the file is empty")
    #expect(
      Sentences.sentence(for: Problem("file_empty", ["file": "a\u{1B}[2J.csv"]), in: .en)
        == "a␛[2J.csv: the file is empty")
  }

  @Test func `an unknown code is told with its facts and is a bug`() {
    let problem = Problem("novel", ["b": "2", "a": "1"])
    #expect(Sentences.sentence(for: problem, in: .zh) == "novel, a = 1, b = 2")
    #expect(Sentences.exit(for: problem) == .bug)
  }

  @Test func `a refusal of the database carries its facts`() {
    var error = PostgresError(message: "refund_over", origin: .server, sqlState: "BF001")
    error.detail = #"{"document": 12, "code": "BC01", "unit": null, "amount": "1.50", "x": true}"#
    let facts = ["document": "12", "code": "BC01", "amount": "1.50", "x": "true"]
    #expect(Problem(error) == Problem("refund_over", facts))
  }

  @Test(arguments: [
    ("Key (sku)=(BC01) already exists.", "23505", "BC01"),
    ("键值\"(sku)=(BC01)\" 已经存在", "23505", "BC01"),
    (
      "Key (daterange(a, b, '[]'::text))=([2026-01-01,2026-04-01)) conflicts with existing key.",
      "23P01", "2026-01-01/2026-03-31"
    ),
    ("Failing row contains (1, a)=(b).", "23514", nil),
  ])
  func `a violated constraint names the value`(_ detail: String, _ state: String, _ value: String?)
  {
    var error = PostgresError(message: "m", origin: .server, sqlState: state)
    error.constraint = "product_sku_once"
    error.detail = detail
    #expect(Problem(error)?.code == "product_sku_once")
    #expect(Problem(error)?.facts["value"] == value)
    #expect(Problem(error)?.source == .database)
  }

  @Test(arguments: [
    ("53100", "database_disk_full", Exit.noDatabase), ("40001", "database_busy", .tryAgain),
    ("55P03", "database_busy", .tryAgain), ("3D000", "database_missing", .noDatabase),
    ("57P01", "connection_lost", .tryAgain), ("57P03", "server_starting", .tryAgain),
    ("28P01", "login_refused", .noDatabase), ("42601", "database_error", .bug),
  ])
  func `an error of the server decides the exit`(
    _ state: String, _ code: String, _ exit: Exit
  ) throws {
    let error = PostgresError(
      message: "terminating connection due to administrator command", origin: .server,
      sqlState: state)
    let problem = try #require(Problem(error))
    #expect(problem.code == code)
    #expect(Sentences.exit(for: problem) == exit)
    #expect(problem.source == (state.hasPrefix("57P") ? .session : .database))
  }

  @Test(arguments: [
    (
      "connection to server on socket \"/x/.s.PGSQL.5432\" failed: No such file or directory",
      "database_unreachable"
    ),
    (
      "connection to server at \"h\", port 1 failed: server closed the connection unexpectedly",
      "database_unreachable"
    ),
    (
      "connection to server on socket \"/x\" failed: Unix-domain socket path \"/x\" is too long "
        + "(maximum 107 bytes)", "socket_path_too_long"
    ),
  ])
  func `a session that was never opened is not one that was lost`(_ message: String, _ code: String)
  {
    let problem = Problem(PostgresError(message: message, origin: .connection))
    #expect(problem?.code == code && problem?.source == .session)
  }

  @Test func `a session that was lost is told as such, whatever the words, and to try again`()
    throws
  {
    let problem = try #require(Problem(PostgresError(message: "连接意外关闭", origin: .lost)))
    #expect(problem.code == "connection_lost")
    #expect(Sentences.exit(for: problem) == .tryAgain)
  }

  @Test(arguments: [
    "3D000", "57P01", "57P03", "53300", "40001", "57014", "53100", "53200", "25006", "42501",
    "3F000", "22003", "28P01", "22023",
  ])
  func `what a server says in its own language is not passed on`(_ state: String) throws {
    let origin: PostgresError.Origin = state == "22023" ? .settings : .server
    for origin in [origin, .lost] {
      let problem = try #require(
        Problem(PostgresError(message: "服务器的话", origin: origin, sqlState: state)))
      let sentence = Sentences.sentence(for: problem, in: .en)
      #expect(!sentence.contains("服务器的话"), "\(sentence)")
      #expect(Sentences.exit(for: problem) != .bug)
    }
  }

  @Test func `a constraint that somebody added is not named`() throws {
    var error = PostgresError(message: "m", origin: .server, sqlState: "23514")
    error.constraint = "somebodys_own_rule"
    let problem = try #require(Problem(error))
    #expect(Sentences.code(of: problem) == "constraint_unknown")
    #expect(Sentences.exit(for: problem) == Sentences.table["constraint_unknown"]?.exit)
    #expect(!Sentences.sentence(for: problem, in: .en).contains("somebodys"))
  }

  /// What is told of an error that reading an input file ends with.
  private func told(of file: String, _ error: TabularError) throws -> Problem {
    try #require(throws: Problem.self) { try withInput(file) { _ in throw error } }
  }

  @Test func `a file that cannot be read names the file and the line`() throws {
    let problem = try told(of: "orders.csv", TabularError.unclosedQuote(line: 7))
    #expect(
      Sentences.sentence(for: problem, in: .en)
        == "orders.csv: the quote that opens in line 7 is never closed; is the file complete?")
    #expect(Problem(TabularError.system(errno: 2))?.code == "file_missing")
  }

  @Test(
    arguments: [
      .notRead(.text), .notRead(.zip), .notRead(.ole2), .notRead(.html), .notRead(.gzip),
      .notRead(.workbook), .notRead(.oldWorkbook), .notRead(.lockedWorkbook),
      .notRead(.binaryWorkbook), .notRead(.openDocument), .notRead(.officeDocument), .notRead(.pdf),
      .notRead(.rar), .notRead(.xmlWorkbook), .notRead(.sevenZip), .nested(.zip), .damagedArchive,
      .membersOverlap,
      .tooManyMembers(limit: 1), .methodUnknown, .passwordMissing, .passwordWrong,
      .unpackedTooLong(limit: 1), .ratioTooHigh(limit: 1), .temporaryFile(errno: 28),
      .temporaryFile(errno: 13), .damagedWorkbook(part: "p"), .documentType(part: "p"),
      .sharedTextTooLong(limit: 1), .tooManyTables(limit: 1), .noTable, .tooDeep,
      .damagedOldWorkbook, .tagTooLong, .tooSlow, .textTooLong(limit: 1),
      .lineTooLong(line: 1, limit: 1), .oldWorkbookTooLarge, .readerNotStarted(errno: 2),
    ] as [TabularError])
  func `every error of a file has a sentence, which names the member`(_ error: TabularError) throws
  {
    let problem = try told(of: "a.zip", TabularError.inside(member: "b.xls", error))
    #expect(Sentences.table[problem.code] != nil)
    #expect(Sentences.exit(for: problem) != .bug)
    #expect(Sentences.sentence(for: problem, in: .en).hasPrefix("a.zip/b.xls: "))
  }

  @Test func `amounts in sentences are grouped, and codes are words in Chinese`() {
    let problem = Problem("refund_tenders_needed", ["methods": "wechat, cash", "total": "1280.00"])
    let sentence = Sentence(
      .data, zh: "（{methods}）{total} 元，数量 {quantity}，{text}",
      en: "({methods}) {total} yuan, {quantity} of {text}")
    let facts = problem.facts.merging(["quantity": "1280.5", "text": "x 1280.00"]) { $1 }
    #expect(sentence.words(facts, in: .zh) == "（微信、现金）1,280.00 元，数量 1280.5，x 1280.00")
    #expect(sentence.words(facts, in: .en) == "(wechat, cash) 1,280.00 yuan, 1280.5 of x 1280.00")
    let period = ["value": "2026-01-01/2026-03-31"]
    let taken = Sentence(.data, zh: "{value} 重叠", en: "{value} overlaps")
    #expect(taken.words(period, in: .zh) == "2026-01-01 至 2026-03-31 重叠")
    #expect(taken.words(period, in: .en) == "2026-01-01 to 2026-03-31 overlaps")
  }
}
