import Domain
import FoundationEssentials
import Postgres
import TestSupport
import Testing

/// Every command, run as each role: who may do what stands in `docs/reference/rights.md`.
///
/// `RECORD=1` writes the page's tables.
@Suite struct RoleTests {
  static let roles = ["clerk", "accountant", "official", "reader"]

  /// What is done one after the other: a command's words, and the rest of its line.
  ///
  /// What a role may not do the owner does in its place; `{…}` is asked of the database then.
  static let steps: [(command: String, rest: String)] = [
    ("status", ""), ("check", ""),
    ("person add", "new_{database} --name 新 --role reader --password-file pw"),
    ("person list", ""), ("person change", "new_{database} --name 旧"),
    ("person password", "new_{database} --password-file pw --reason x"),
    ("person retire", "new_{database} --reason x"), ("person history", ""),
    ("approval rules", ""), ("approval rule", "discount clerk --above 50 --reason x"),
    ("approval list", ""),
    ("unit add", "提 --english carton"), ("unit list", ""),
    ("product add", "N1 --name 新茶 --unit 袋 --price 10"), ("product list", ""),
    ("product show", "N1"), ("product change", "N1 --price 11"),
    ("product unit add", "N1 箱 --holds 12"), ("product unit list", "N1"),
    ("product unit remove", "N1 箱"), ("product import", "products.csv"),
    ("supplier add", "S1 --name 新社 --kind cooperative"), ("supplier list", ""),
    ("supplier show", "S1"), ("supplier change", "S1 --name 老社"),
    ("supplier link", "S1 YANG --day 2026-01-01 --yes"), ("supplier households", ""),
    ("supplier unlink", "S1 YANG --day 2026-06-01 --yes"),
    ("channel add", "c1 --name 新台 --kind counter"), ("channel list", ""),
    ("channel show", "c1"), ("channel change", "c1 --name 老台"), ("channel listings", ""),
    ("location add", "l1 --name 新仓 --kind warehouse"), ("location list", ""),
    ("location show", "l1"), ("location change", "l1 --name 老仓"),
    ("buyer add", "b1 --name 新单位"), ("buyer list", ""), ("buyer show", "b1"),
    ("buyer change", "b1 --name 老单位"), ("buyer import", "buyers.csv"),
    ("order enter", "--line BC01:2 --tender cash:256 --at 2026-10-05T10:00 --yes"),
    ("order list", ""), ("order show", "{document}"),
    ("order refund", "{document} --line 1:1 --at 2026-10-05T11:00 --yes"),
    ("order undo", "{document} --reason x --yes"),
    ("order void", "1 --reason x --yes"),
    ("order enter", "--line BC01:2 --buyer LCZGH --signed --at 2026-10-06 --yes"),
    ("order enter", "--line BC01:1 --buyer LCZGH --at 2026-10-07 --yes"),
    ("agreement deliver", "{agreement} {document}"),
    ("agreement undeliver", "{document} --reason x --yes"),
    ("agreement list", ""), ("agreement cancel", "{agreement} --reason x --yes"),
    ("canteen order", "LCYZ --line BC01:3"), ("canteen deliver", "{order} BC01:2"),
    ("canteen accept", "{delivery} --accepted BC01:1 --signed-by 王"),
    ("canteen invoice", "{acceptance} --number 24370001"), ("canteen list", ""),
    ("canteen show", "{order}"), ("canteen end", "{order} --reason x"),
    ("canteen undo", "{act} --reason x --yes"),
    ("product add", "MP --name 门票 --unit 袋 --price 80 --service"),
    ("order enter", "--channel tourism --line MP:1 --tender cash:80 --at 2026-10-08T10:00 --yes"),
    ("tourism visitors", "{document} 山东:2"), ("tourism list", ""),
    ("report tourism", "2026-10"), ("tourism undo", "{act} --reason x --yes"),
    ("fair add", "f1 --name 展销 --place 高唐 --from 2026-10-01 --to 2026-10-02"),
    ("fair list", ""), ("fair show", "f1"), ("fair agreements", "f1"),
    ("fair cancel", "f1 --reason x --yes"),
    ("buyer pay", "LCYZ 10 --yes"), ("buyer account", ""), ("buyer account", "LCYZ"),
    ("buyer reserve area", "lc --name 聊城"), ("buyer reserve rule", "2026 --percent 12 --source 通知"),
    ("buyer reserve set", "LCYZ 2026 --budget 1000"), ("buyer reserve list", ""),
    ("report reserve", "2026"), ("buyer reserve undo", "{act} --reason x"),
    ("canteen weekly add", "LCYZ --line BC01:1 --on mon,fri --from 2026-10-01 --yes"),
    ("canteen weekly change", "{weekly} --line BC01:2"), ("canteen weekly list", ""),
    ("canteen weekly make", "2026-11-23 --yes"),
    ("canteen weekly end", "{weekly} --reason x"),
    ("canteen statement", "LCYZ"), ("canteen confirm", "LCYZ --said-by 王"),
    ("canteen dispute", "LCYZ {order} --said-by 王 --reason x"),
    ("counter sell", "<sale"),
    ("stock receive", "BC01 5 --cost 60 --supplier TEA"), ("stock list", ""),
    ("stock lots", ""), ("stock expiring", ""), ("stock ageing", ""), ("stock moves", "BC01"),
    ("stock expired-sales", ""), ("stock undo", "{act} --reason x --yes"),
    ("stock waste", "BC01:1 --reason x"),
    ("stock receive", "BC01 5 --cost 60 --supplier TEA --yes"),
    ("stock return", "BC01:1 --supplier TEA --reason x"),
    ("stock transfer send", "BC01:2 --to l1"), ("stock transfer receive", "{transfer} BC01:1"),
    ("stock transfer lose", "{transfer} BC01:1 --reason x"), ("stock transfer list", ""),
    ("stock parts", "BC03 BC01:2"), ("stock build", "BC03 1"), ("stock unbuild", "BC03 1"),
    ("stock count open", "--category 白茶 --recount-over 100000"), ("stock count sheet", "{count}"),
    ("stock count enter", "{count} BC01:9"), ("stock count show", "{count}"),
    ("stock count list", ""), ("stock count approve", "{count} --partial --reason x"),
    ("stock count open", ""), ("stock count cancel", "{count} --reason x"),
    ("stock minimum", "BC01 5"), ("stock reserve", "BC01:1 --for 工会 --until 2099-01-01 --yes"),
    ("stock reserved", ""), ("stock release", "{reservation}"),
    ("supplier owed", ""), ("supplier account", "TEA"), ("supplier pay", "TEA 10 --yes"),
    ("supplier adjust", "TEA --less 1 --reason x --yes"),
    ("supplier undo", "{act} --reason x --yes"),
    ("supplier contract add", "TEA BC01 --price 61 --from 2026-01-01 --to 2099-01-01 --yes"),
    ("supplier contract list", ""), ("supplier buyback", "TEA BC01:1 --yes"),
    ("supplier buyback-undo", "{act} --reason x --yes"),
    ("supplier contract end", "1 --day 2099-01-01 --yes"),
    ("import file", "a.csv --channel pinduoduo --yes"), ("import list", ""),
    ("import rejects", "1"), ("import show", "1:2"), ("channel unmapped", ""),
    ("channel pending", ""), ("channel map", "pinduoduo 9 HS01"), ("stock shortages", ""),
    ("stock write-off", "MX01 --reason x --yes"),
    ("stock take-back", "HS01:1 --order 2 --reason x"),
    ("session add", "小李 --channel pinduoduo --from 2026-10-02T09:00 --to 2026-10-02T11:00"),
    ("session list", ""), ("session hosts", "2026-10"), ("session show", "{session}"),
    ("session change", "{session} --to 2026-10-02T12:00 --reason x"),
    ("session undo", "{act} --reason x --yes"), ("report sessions", "2026-10"),
    ("settle reconcile", "--channel pinduoduo --month 2026-10"), ("settle list", ""),
    ("settle rate set", "pinduoduo service-fee 0.6 --from 2026-01-01 --source 规则"),
    ("settle rate list", ""), ("settle rate undo", "{act} --reason x --yes"),
    ("import undo", "1 --yes"), ("import file", "sheet.csv --channel supermarket --yes"),
    ("supermarket contract", "supermarket --kind concession --rate 10 --from 2026-01-01"),
    ("supermarket contracts", ""),
    ("supermarket settle", "supermarket --to 2026-10-31 --settled 90 --deduct 进场费:10"),
    ("supermarket pay", "{settlement} 20"), ("supermarket list", ""),
    ("supermarket show", "{settlement}"), ("supermarket shelf", "supermarket"),
    ("supermarket undo", "{terms} --reason x --yes"),
    ("report supermarkets", "2026-10"),
    ("month nil", "tourism 2026-07 --reason x"), ("month status", "2026-07"), ("month history", ""),
    ("rules show", ""), ("rules try", "--from 2026-10-01 --certificates required"),
    ("rules set", "--from 2026-10-01 --certificates required --reason x --yes"),
    ("rules history", ""),
    ("rules undo", "{rules} --reason x --yes"),
    ("certificate add", "BC01 --number RD-1 --from 2026-01-01 --to 2026-12-31"),
    ("certificate import", "certificates.csv"), ("certificate list", ""),
    ("certificate end", "1 --reason x --yes"), ("duplicates find", "2026-10"),
    ("duplicates list", ""), ("report waterfall", "2026-10"),
    ("figure list", ""), ("figure explain", "2026-10"), ("explain", "1"),
    ("target set", "1000000 --from 2026-01-01 --to 2026-12-31 --yes"), ("target show", ""),
    ("report pace", "--today 2026-10-20"),
    ("target history", ""), ("target remove", "--from 2026-01-01 --to 2026-12-31 --reason x --yes"),
    ("programme change", "--one-person --reason x"), ("seal now", ""), ("seal list", ""),
    ("seal show", ""), ("seal verify", "{seal}"),
    ("report monthly", "2026-10"), ("report yearly", "2026"), ("report suppliers", "2026-10"),
    ("report margin", "2026-10"),
  ]

  let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// What each command ended with, run as a role; after each step its command and its line are handed over.
  func run(as role: String, after: (_ command: String, _ line: String) throws -> Void = { _, _ in })
    throws -> [(command: String, status: Int32, words: String)]
  {
    let conninfo = TestServer.shared.conninfo(database: shop.database, login: "bangfu")
      .replacing("'", with: "'\\''")
    let program =
      "env BANGFU_DATABASE='\(conninfo)' \(shop.program.split(separator: " ").last ?? "")"
    try shop.write("a long one\n", to: "pw")
    try shop.write("货号,名称,单位,价格\nN2,新米,袋,9\n", to: "products.csv")
    try shop.write("货号,认定编号,有效期起,有效期至\nHS01,R,2026-01-01,2026-12-31\n", to: "certificates.csv")
    try shop.write("代码,名称,单位性质\nb2,新食堂,食堂\n", to: "buyers.csv")
    try shop.write("BC01\n\n200\n\n", to: "sale")
    try shop.write(
      "代销结算单 2026年10月\n门店,商品编码,商品名称,规格,销售数量,结算单价,结算金额\n"
        + "一店,BC01,茶,,1,100,100\n", to: "sheet.csv")
    try shop.write(
      "订单号,商品,商品数量(件),商品id,商家编码-规格维度,商家实收金额(元),邮费(元),订单成交时间,订单状态,售后状态\n"
        + "1,茶,1,1,BC01,128,0,2026-10-01 10:00:00,已收货,无售后或售后取消\n"
        + "2,薯,1,9,,58,0,2026-10-02 10:00:00,已收货,无售后或售后取消\n"
        + "3,蜜,1,3,MX01,58,0,2026-10-02 10:00:00,已收货,无售后或售后取消\n", to: "a.csv")
    let login = "\(role)_of_\(shop.database)"
    let prepared = try shop.shell(
      """
      chmod 600 pw
      \(program) person add \(login) --name \(role) --role \(role) --password-file pw
      for role in owner clerk accountant official; do
        for kind in target count; do \(program) approval rule $kind $role --never --reason x; done
      done
      \(program) order enter --line HS01:1 --tender cash:128 --at 2026-10-04T10:00 --yes
      \(program) channel change pinduoduo --ships-from shop
      \(program) channel change supermarket --ships-from shop
      """)
    try #require(prepared.status == 0, "\(prepared.words)")
    return try Self.steps.map { step in
      let line = "\(step.command) \(try filled(step.rest))"
      let run = try shop.shell("\(program) \(line) --as \(login)")
      if run.status == 77 {
        let other = try shop.shell("\(program) \(line)")
        #expect(other.status == 0, "\(line): \(other.words)")
      }
      try after(step.command, line)
      return (step.command, run.status, "\(line): \(run.words)")
    }
  }

  private func filled(_ rest: String) throws -> String {
    var rest = rest
    let asked: [(String, Query)] = [
      ("{database}", "SELECT current_database()"),
      ("{document}", "SELECT max(document_id) FROM document"),
      ("{agreement}", "SELECT max(agreement_id) FROM agreement"),
      ("{act}", "SELECT max(posting_id) FROM posting"),
      ("{weekly}", "SELECT max(weekly_id) FROM weekly_order"),
      ("{order}", "SELECT max(posting_id) FROM canteen_order"),
      ("{delivery}", "SELECT max(posting_id) FROM canteen_delivery"),
      ("{acceptance}", "SELECT max(posting_id) FROM canteen_acceptance"),
      ("{settlement}", "SELECT max(posting_id) FROM supermarket_settlement"),
      ("{terms}", "SELECT max(posting_id) FROM supermarket_contract"),
      ("{transfer}", "SELECT max(transfer_id) FROM transfer"),
      ("{rules}", "SELECT max(posting_id) FROM rule_set"),
      ("{count}", "SELECT max(count_id) FROM stock_count"),
      ("{reservation}", "SELECT max(posting_id) FROM reservation"),
      ("{session}", "SELECT max(session_id) FROM livestream_session"),
      ("{seal}", "SELECT max(hash) FROM seal"),
    ]
    for (word, query) in asked where rest.contains(word) {
      rest = rest.replacing(word, with: try shop.value(query))
    }
    return rest
  }

  /// What is not run, and the function that it needs; closing a month runs the checks, which find strangers of other tests.
  private static let unrun = [
    ("approval give", "end_approval"), ("approval refuse", "end_approval"),
    ("import redact", "redact_chunk"), ("month close", "close_month"),
    ("month restate", "restate_month"),
    ("figure publish", "publish_figure"), ("figure show", "figure_of"),
    ("figure bridge", "figure_bridge"), ("figure export", "evidence_lines"),
    ("figure proof", "line_span"), ("duplicates show", "sales_reported"),
    ("duplicates decide", "decide_duplicates"), ("duplicates count", "choose_counted"),
    ("duplicates undo", "undo_decision"),
  ]

  /// Of each command the roles that may run it, in the order of the steps.
  private static func allowed() async throws -> [(command: String, roles: Set<String>)] {
    var commands: [(command: String, roles: Set<String>)] = []
    func add(_ command: String, _ role: String, _ isAllowed: Bool) {
      if !commands.contains(where: { $0.command == command }) { commands.append((command, [])) }
      guard let place = commands.firstIndex(where: { $0.command == command }), isAllowed else {
        return
      }
      commands[place].roles.insert(role)
    }
    for role in roles {
      let shop = try RoleTests()
      for (command, status, words) in try shop.run(as: role) {
        #expect(status == 0 || status == 77, "\(role): \(words)")
        add(command, role, status == 0)
      }
      for (command, function) in unrun {
        let may = try shop.shop.value("SELECT who_may(\(function))")
        add(command, role, may.contains(role))
      }
    }
    return commands
  }

  /// A row for each noun and set of roles.
  private static func rows(_ commands: [(command: String, roles: Set<String>)]) -> [String] {
    var rows: [(noun: String, roles: Set<String>, verbs: [String])] = []
    for (command, may) in commands {
      let noun = command.split(separator: " ").dropLast().joined(separator: " ")
      let verb = String(command.split(separator: " ").last ?? "")
      if let place = rows.firstIndex(where: { $0.noun == noun && $0.roles == may }) {
        rows[place].verbs.append(verb)
      } else {
        rows.append((noun, may, [verb]))
      }
    }
    let order = rows.map(\.noun).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return order.flatMap { noun in rows.filter { $0.noun == noun } }.map { row in
      let names = row.verbs.map { "`\(($0.isEmpty ? "" : row.noun + " ") + $0)`" }
      let marks = roles.map { row.roles.contains($0) ? "yes" : "" }.joined(separator: " | ")
      return "| \(names.joined(separator: ", ").replacing("` ", with: "`")) | \(marks) |"
    }
  }

  /// What the list of rights says, a row for each kind and set of roles.
  private func objects() throws -> [String] {
    let connection = try Connection(TestServer.shared.conninfo(database: shop.database))
    try connection.execute("SET search_path = pengshui")
    return try connection.execute(
      """
      SELECT format('| %s | %s | %s |', CASE kind WHEN 'function' THEN 'call' WHEN 'staging' THEN 'fill' ELSE 'read' END,
        (SELECT string_agg(r, ', ') FROM unnest(ARRAY['clerk', 'accountant', 'official', 'reader']) AS r
          WHERE r = ANY (roles)), string_agg(format('`%s`', object), ', ' ORDER BY object))
      FROM (SELECT kind, object, array_agg(DISTINCT u) AS roles
        FROM object_right, unnest(roles) AS u WHERE object NOT LIKE 'check\\_%' GROUP BY kind, object) o
      GROUP BY CASE kind WHEN 'function' THEN 'call' WHEN 'staging' THEN 'fill' ELSE 'read' END, roles
      ORDER BY 1
      """
    ).map { try $0.decode(String.self) }
  }

  /// What asks no database, or whose right is that of an account of the system.
  private static let others = [
    "setup", "server", "backup", "channel profile", "figure verify",
  ]

  /// Every command, as the reference has it.
  static func commands() throws -> [String] {
    try String(contentsOfFile: Repository.path + "/docs/reference/commands.md", encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("###") }
      .map { $0.split(separator: " ").dropFirst().joined(separator: " ") }
  }

  @Test func `every command is run as every role`() throws {
    let headings = try Self.commands()
    let run = Set(Self.steps.map(\.command) + Self.unrun.map(\.0))
    let left = headings.filter { heading in
      !run.contains(heading) && !headings.contains { $0.hasPrefix(heading + " ") }
        && !Self.others.contains { heading == $0 || heading.hasPrefix($0 + " ") }
    }
    #expect(headings.count > 100)
    #expect(left == [])
  }

  @Test func `the page on rights says who may run each command, and what the grants are`()
    async throws
  {
    let page = URL(filePath: Repository.path + "/docs/reference/rights.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let tables = try [
      ["| command | clerk | accountant | official | reader |", "|---|---|---|---|---|"]
        + RoleTests.rows(await RoleTests.allowed()),
      ["| may | roles | what |", "|---|---|---|"] + objects(),
    ]
    var (lines, rest) = ([String](), tables[...])
    for line in text.components(separatedBy: "\n") {
      if !line.hasPrefix("|") {
        lines.append(line)
      } else if lines.last?.hasPrefix("|") != true, let table = rest.popFirst() {
        lines += table
      }
    }
    #expect(rest.isEmpty, "the page has two tables")
    let made = lines.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try made.write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(made == text, "RECORD=1 swift test --filter RoleTests writes the page's tables")
    }
  }
}
