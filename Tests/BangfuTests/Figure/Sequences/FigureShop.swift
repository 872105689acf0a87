import Bangfu
import Domain
import Fixtures
import Postgres
import TestSupport

/// A programme whose people do what a `FigureModel` says they did, as copies of one that is set up once.
///
/// A canteen's orders are entered at the counter; some of them a platform's file reports once more.
final class FigureShop {
  static let months = ["2026-08", "2026-09", "2026-10", "2026-11"].compactMap { Month($0) }

  private(set) var model: FigureModel
  private let database: String
  private let people: (accountant: String, official: String, second: String)
  /// The numbers that the programme gave: of documents, by line; of files and decisions.
  private var documents: [Int: Int64]
  private var files: [Int: Int64] = [:], decisions: [Int: Int64] = [:]
  /// The entered sale that is one with a filed sale.
  private var pairs: [Int: Int] = [:]
  private var acts = 0
  /// What versions and closed months were when they were first seen.
  private var fixed: [String: String] = [:]

  private var sessions: [String: Programme] = [:]
  private var connection: Connection?

  /// The programme that all begin with: what the canteen bought in each month, four orders, and its people.
  private static let template = Result {
    let shop = try Shop()
    shop.isKept = true
    try shop.receive("YC02", "100000")
    var (model, documents) = (FigureModel(), [Int: Int64]())
    for month in 0..<3 {
      for order in 0..<orders {
        let pieces = pieces(month, order)
        let sale = model.sell(pieces * 138_00, month: month)
        documents[sale] = try shop.sell(
          "YC02:\(pieces)", at: "\(months[month])-\(10 + order)T10:00:00", cash: "1000000"
        ).document
      }
    }
    let second = "second_of_\(shop.database)"
    let people = try (shop.person(.accountant), shop.person(.official), second)
    try shop.programme.people.add(
      second, name: "second", role: .official, password: "a long one", command: "test")
    return (shop.database, people, model, documents)
  }

  private static let orders = 12
  private static func pieces(_ month: Int, _ order: Int) -> Int { 20 * (month + 1) + order }

  init() throws {
    let (template, people, model, documents) = try Self.template.get()
    (self.people, self.model, self.documents) = (people, model, documents)
    database = try TestServer.shared.copy(template)
  }

  /// A copy, on which something else may follow.
  init(copying other: FigureShop) throws {
    other.leave()
    (model, people, documents) = (other.model, other.people, other.documents)
    (files, decisions, pairs, acts) = (other.files, other.decisions, other.pairs, other.acts)
    fixed = other.fixed
    database = try TestServer.shared.copy(other.database)
  }

  deinit {
    leave()
    try? TestServer.shared.dropCopy(database)
  }

  private func leave() {
    sessions = [:]
    connection = nil
  }

  private func session(_ login: String? = nil) throws -> Programme {
    let key = login ?? ""
    if let known = sessions[key] { return known }
    let server = TestServer.shared
    let place = login.map { server.conninfo(database: database, login: $0) }
    let made = try Programme(
      at: .server(place ?? server.conninfo(database: database)), named: "pengshui",
      operatorName: login ?? "test")
    sessions[key] = made
    return made
  }

  private var accountant: Programme { get throws { try session(people.accountant) } }

  func sql() throws -> Connection {
    if let connection { return connection }
    let made = try Connection(TestServer.shared.conninfo(database: database))
    try made.execute("SET search_path = pengshui, pg_temp")
    connection = made
    return made
  }

  // MARK: - Acts

  /// Does an act, on the product and on the model; answers the code that it is refused with.
  ///
  /// - Throws: `ActFault` where the product does what the model does not.
  func perform(_ act: FigureModel.Act) throws -> String? {
    acts += 1
    switch act {
    case .importFile: return try importFile(of: max(1, model.closed))
    case .importLate: return try importFile(of: 0)
    case .refund: return try refund()
    case .decide: return try decide()
    case .undo: return try undo()
    case .close: return try close()
    case .publish: return try publish()
    case .restate: return try restate()
    }
  }

  /// Runs an act that must be refused with a code, or, without one, be done.
  private func expect(_ code: String?, _ act: () throws -> Void) throws -> String? {
    let refused = refusal(act)
    if refused != code { throw ActFault("refused: \(refused ?? "no"), expected: \(code ?? "no")") }
    return refused
  }

  private static let header = DouyinLine("", "").variant.header

  /// A file of a month's orders: a canteen's, which was entered too, and somebody else's.
  private func importFile(of month: Int) throws -> String? {
    let file = files.count
    let used = pairs.keys.filter { model.sales[$0].month == month }.count
    var rows = [
      row(file, 0, "BC02", 3 + file, 9837 + file * 101, "\(Self.months[month])-05 09:00:00")
    ]
    let isPair = month < 3 && used < Self.orders
    if isPair {
      let pieces = Self.pieces(month, used)
      let day = "\(Self.months[month])-\(11 + used) 08:00:00"
      rows.append(row(file, 1, "YC02", pieces, pieces * 138_00, day))
    }
    try importTable(TextTable(name: name(file), columns: Self.header, rows: rows), file)
    model.sell(9837 + file * 101, month: month, file: file)
    if isPair {
      let filed = model.sell(Self.pieces(month, used) * 138_00, month: month, file: file)
      pairs[filed] = month * Self.orders + used
    }
    model.imported(file)
    return nil
  }

  private func row(
    _ file: Int, _ line: Int, _ sku: String, _ pieces: Int, _ fen: Int, _ paid: String
  ) -> [String: String] {
    let number = "6930\(1000 + file)\(line)"
    return DouyinLine(
      number, number, sku: sku, pieces: pieces, payable: yuan(fen), paid: paid
    ).cells
  }

  private func name(_ file: Int) -> String { "\(1_793_550_000 + file)_\(file).csv" }

  private func importTable(_ table: TextTable, _ file: Int) throws {
    let folder = TestFolder()
    let path = folder.path + "/" + table.name
    let writer = try FileWriter(path)
    try writer.write(table.text)
    try writer.flush()
    let request = ImportRequest(path: path, name: table.name, channel: "douyin")
    let result = try accountant.imports.run(request)[0]
    if result.rejected > 0 || result.pending > 0 { throw ActFault("\(result)") }
    files[file] = result.number
  }

  /// In turns: a clerk refunds a piece of an order of the first month; a file reports a refund of the newest order.
  private func refund() throws -> String? {
    let filed = pairs.keys.sorted().last { !model.isUndone($0) && !model.isRefunded($0) }
    if acts.isMultiple(of: 2), let filed {
      let file = files.count
      let number = "6930\(1000 + (model.sales[filed].file ?? 0))1"
      let row = [
        "售后单号": "S\(file)", "订单号": number, "商品单号": number, "售后状态": "同意退款，退款成功",
        "售后申请时间": "\(Self.months[model.sales[filed].month])-26 08:00:00",
        "退商品金额（元）": "50.01",
        "用户到账时间": "\(Self.months[model.sales[filed].month])-27 08:00:00",
      ]
      try importTable(
        TextTable(name: name(file), columns: TextTable.douyinAfterSales, rows: [row]), file)
      model.refund(filed, 5001, file: file)
      return nil
    }
    guard let sale = (0..<Self.orders).first(where: { !model.isRefunded($0) }),
      let document = documents[sale]
    else { return nil }
    var request = RefundRequest(document: document)
    request.lines = [try RefundRequest.Line(parsing: "1:1")]
    request.at = Instant("2026-08-28T12:00:00")
    let made = try accountant.orders.refund(request).document
    model.refund(sale, 138_00)
    documents[model.lines.count - 1] = made
    return nil
  }

  private func decide() throws -> String? {
    let found = try undecidedGroups()
    guard let (filed, group) = found.first else {
      return try expect("duplicates_unknown") {
        _ = try accountant.duplicates.decide(999_999, same: true, reason: "x")
      }
    }
    let entered = pairs[filed] ?? 0
    let isFileChosen = decisions.count % 2 == 1
    let sale = try accountant.duplicates.show(group).sales.rows
      .first { $0[1] == "douyin" }.flatMap { Int64($0[0]) }
    let made = try accountant.duplicates.decide(
      group, same: true, counted: isFileChosen ? sale : nil, reason: "the same goods")
    decisions[model.decisions.count] = made.number
    model.decide(.init(entered: entered, filed: filed, isFileChosen: isFileChosen))
    return nil
  }

  /// The groups that nobody has decided, by the filed sale of each; they must be the pairs that were planted.
  private func undecidedGroups() throws -> [(filed: Int, group: Int64)] {
    let days = ["2026-08-01", "2026-11-30"].compactMap { BusinessDay($0) }
    _ = try accountant.duplicates.find(from: days[0], to: days[1])
    var found: [(filed: Int, group: Int64)] = []
    for row in try accountant.duplicates.list(decided: false, limit: nil).rows {
      guard let group = Int64(row[0]) else { continue }
      let sales = try accountant.duplicates.show(group).sales.rows
      let fen = sales.compactMap { Money($0[6])?.minor }
      let filed = pairs.keys.first { Int64(model.sales[$0].fen) == fen[0] && !model.isUndone($0) }
      guard let filed, sales.map({ $0[1] }).sorted() == ["counter entered", "douyin"],
        fen[0] == fen[1]
      else { throw ActFault("a group that is none: \(sales)") }
      found.append((filed, group))
    }
    found.sort { $0.filed < $1.filed }
    if found.map(\.filed) != model.undecided(pairs) {
      throw ActFault("groups found: \(found), planted: \(model.undecided(pairs))")
    }
    return found
  }

  /// Undoes the newest act that can be; without one tries a file of a closed month, or what is no decision.
  private func undo() throws -> String? {
    guard let target = model.toUndo else {
      let file = model.acts.compactMap { if case .file(let file) = $0 { files[file] } else { nil } }
      if let file = file.last {
        return try expect("import_month_closed") { _ = try accountant.imports.undo(file) }
      }
      return try expect("decision_unknown") {
        _ = try accountant.duplicates.undo(1, reason: "x")
      }
    }
    switch target {
    case .decision(let number):
      _ = try accountant.duplicates.undo(decisions[number] ?? 0, reason: "two orders")
    case .refund(let line):
      _ = try accountant.orders.undo(documents[line] ?? 0, reason: "the wrong order")
    case .file(let file): _ = try accountant.imports.undo(files[file] ?? 0)
    }
    model.undo(target)
    return nil
  }

  private func close() throws -> String? {
    if model.closed == 3 {
      guard let later = Month("2099-01") else { preconditionFailure("no month") }
      return try expect("month_not_over") { _ = try accountant.months.close(later) }
    }
    let month = Self.months[model.closed]
    let points = try accountant.months.status(month, checking: true).points
    if points.contains(where: { $0.kind == "check_violated" }) { throw ActFault("\(points)") }
    _ = try accountant.months.close(month, signing: points.map { ($0.key, "known") })
    model.close()
    return nil
  }

  private func publish() throws -> String? {
    let open = (0..<model.closed).first { model.published[$0].isEmpty }
    guard let month = open else {
      let code = model.closed < 3 ? "month_not_closed" : "figure_published"
      return try expect(code) {
        _ = try session(people.official).figures.publish(Self.months[min(model.closed, 2)])
      }
    }
    let counted = try approved { try $0.figures.publish(Self.months[month]) }
    model.publish(month)
    return counted.minor == Int64(model.sums(month).counted)
      ? nil : try fail("published \(counted), expected \(model.sums(month))")
  }

  private func restate() throws -> String? {
    guard let month = model.toRestate else {
      return try expect(model.closed > 0 ? "nothing_to_restate" : "month_not_closed") {
        _ = try session(people.official).months.restate(Self.months[0], reason: "x")
      }
    }
    let before = model.published.map(\.count)
    let done = try approved { try $0.months.restate(Self.months[month], reason: "came late") }
    let lines = model.restate(month)
    let published = (0..<4).filter { model.published[$0].count > before[$0] }
    if done.lines != lines || done.published != published.map({ Self.months[$0] }) {
      throw ActFault("restated \(done), expected \(lines) lines and \(published)")
    }
    for month in published { try checkBridge(month) }
    return nil
  }

  private func fail(_ words: String) throws -> String? { throw ActFault(words) }

  /// Runs an act of the official, which is refused until a second one approves it.
  private func approved<Result>(_ act: (Programme) throws -> Result) throws -> Result {
    let official = try session(people.official)
    do {
      _ = try act(official)
      throw ActFault("done without a second person")
    } catch let problem as Problem where problem.code == "approval_needed" {
      let number = try official.approvals.ask(problem, reason: "please")
      try session(people.second).approvals.end(number, isGiven: true, reason: nil)
    }
    return try act(official)
  }

  // MARK: - What must hold

  /// The bridge to the newest version of a month leads from the one before to it, to the fen.
  private func checkBridge(_ month: Int) throws {
    let versions = model.published[month]
    guard let total = try session().figures.bridge(of: Self.months[month]).rows.last else { return }
    let sums = total[2...].map { Int(Money($0)?.minor ?? -1) }
    let (old, new) = (versions[versions.count - 2], versions[versions.count - 1])
    let expected = [
      new.gross - old.gross, new.refunds - old.refunds, new.duplicates - old.duplicates, 0, 0,
      new.counted - old.counted,
    ]
    if sums != expected { throw ActFault("bridge of \(month): \(total), expected \(expected)") }
  }

  /// All that an act could change, but for seals; a refused one changes nothing.
  func standing() throws -> String {
    try sql().execute(
      """
      SELECT concat_ws('|',
        (SELECT md5(string_agg(l::text, ',' ORDER BY document_id, line_no)) FROM line l),
        (SELECT md5(string_agg(d::text, ',' ORDER BY document_id)) FROM document d),
        (SELECT count(*) FROM posting WHERE command <> 'seal'), (SELECT count(*) FROM restated_line),
        (SELECT string_agg(concat(month, status), ',' ORDER BY month) FROM book_month),
        (SELECT md5(string_agg(f::text, ',' ORDER BY file_id)) FROM import_file f),
        (SELECT md5(string_agg(v.sha256, ',' ORDER BY v.month, v.version)) FROM figure_version v))
      """
    ).single().decode(String.self)
  }

  /// Everything that must hold after each act: checks, where wanted, sums, identity, versions and closed months.
  func verify(checking: Bool = true) throws {
    let broken = try checking ? session().checks.run() : []
    if let broken = broken.first(where: { $0.violations > strangers(in: $0) }) {
      throw ActFault("\(broken)")
    }
    for month in 0..<4 { try verify(month, alsoByRule: checking) }
    try verifyFixed()
  }

  /// How many findings are of logins that tests of other databases have made.
  private func strangers(in result: CheckResult) -> Int {
    result.examples.filter { $0.hasPrefix("stranger_of_") }.count
  }

  private func verify(_ month: Int, alsoByRule: Bool) throws {
    let report = try session().reports.monthly(Self.months[month])
    let (told, expected) = (report.headline, model.sums(month))
    let sums = [
      told.gross, told.refunds, told.duplicates, told.excluded, told.pending, told.counted,
    ]
    .map { Int($0.minor) }
    if sums != [expected.gross, expected.refunds, expected.duplicates, 0, 0, expected.counted]
      || sums[0] - sums[1] - sums[2] - sums[3] - sums[4] != sums[5] || !report.reconciles
    {
      throw ActFault("\(Self.months[month]): \(sums), expected \(expected)")
    }
    guard alsoByRule else { return }
    let steps = try session().reports.waterfall(in: .month(Self.months[month])).rows
      .filter { $0[0] == "bridge" }.map { Int(Money($0[4])?.minor ?? -1) }
    if steps != [sums[0], -sums[1], -sums[2], 0, 0, sums[5]] {
      throw ActFault("\(Self.months[month]): waterfall \(steps), headline \(sums)")
    }
  }

  /// Versions and closed months are as they were when they were first seen.
  private func verifyFixed() throws {
    let now = try sql().execute(
      """
      SELECT concat(v.month, ' ', v.version), md5(v.content) || v.sha256 FROM figure_version v
      UNION ALL
      SELECT concat(b.month, ' closed'), concat(
        (SELECT md5(string_agg(l::text, ',' ORDER BY document_id, line_no)) FROM line l WHERE l.book_month = b.month),
        (SELECT md5(string_agg(d::text, ',' ORDER BY document_id)) FROM document d WHERE d.book_month = b.month))
      FROM book_month b WHERE b.status = 'closed'
      """)
    let found = try Dictionary(
      uniqueKeysWithValues: now.map { try $0.decode((String, String).self) })
    for (key, value) in fixed where found[key] != value { throw ActFault("\(key) has changed") }
    let versions = model.published.map(\.count).reduce(0, +)
    if found.count != versions + model.closed { throw ActFault("\(found.keys), of \(versions)") }
    fixed = found
  }

  /// Goes on to the end: all is closed, published and restated, and every month says what is known of its days.
  func finish() throws {
    while try perform(.close) == nil {}
    while try perform(.publish) == nil {}
    while try perform(.restate) == nil {}
    try verify()
    for month in 0..<3
    where model.sums(month).counted != model.truth(month).counted
      || model.sums(month).duplicates != model.truth(month).duplicates
    {
      throw ActFault("\(model.sums(month)) in the end, of \(model.truth(month))")
    }
  }
}

/// Yuan as a file has them.
private func yuan(_ fen: Int) -> String {
  let cents = fen % 100
  return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
}
