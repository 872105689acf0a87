import ArgumentParser
import Bangfu
import Domain
import Tabular

/// `bangfu order enter`: one order by options, or many as JSON lines on standard input.
struct OrderEnter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: say(
      "录入订单：用选项录一张，或从标准输入读 JSON 行", "Enters an order by options, or many as JSON lines."),
    discussion: say(
      """
      例：bangfu order enter --line BC01:2 --line HS01:1.5@6.50 --tender cash:300
      数量后可写单位，单价就是那个单位的：HS01:5斤、BC01:2箱@1280.00。
      收款方式：\(PaymentMethod.chineseList)；只有现金可以多收找零。
      JSON 行的键就是选项名：{"line": ["BC01:2"], "tender": ["wechat:256.00"]}
      """,
      """
      Example: bangfu order enter --line BC01:2 --line HS01:1.5@6.50 --tender cash:300
      A unit may follow the quantity; the price is for one of it: HS01:5斤, BC01:2箱@1280.00.
      Methods: \(PaymentMethod.codes()); only cash may exceed the total.
      The keys of a JSON line are the option names: {"line": ["BC01:2"], "tender": ["wechat:256.00"]}
      """))

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("- 表示从标准输入读 JSON 行", "- reads JSON lines from standard input.")))
  var input: String?
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel = "counter"
  @Option(
    help: ArgumentHelp(
      say("货号或条码:数量，可加 @单价（可多次）", "SKU or barcode, quantity, maybe price; may be repeated."),
      valueName: "sku:quantity[@price]"))
  var line: [String] = []
  @Option(
    help: ArgumentHelp(
      say("收款方式:金额（可多次）", "Money by method; may be repeated."), valueName: "method:amount"))
  var tender: [String] = []
  @Option(help: ArgumentHelp(say("采购单位代码；不写收款则挂账", "The buyer's code, who owes what is not paid.")))
  var buyer: String?
  @Option(help: ArgumentHelp(say("出货地点代码", "The location that issues the goods.")))
  var location: String?
  @Option(help: ArgumentHelp(say("整单优惠（元）", "Yuan off the whole order."))) var discount = "0"
  @Option(help: ArgumentHelp(say("何时（ISO 8601）；默认现在", "When, ISO 8601; by default now.")))
  var at: Instant?
  @OptionGroup var sure: YesOption
  @Option(help: ArgumentHelp(say("UUID：同一个只记一次", "A UUID: the same one is entered once.")))
  var id: String?
  @Option(help: ArgumentHelp(say("经手人", "Who enters it."))) var `operator`: String?
  @Flag(help: ArgumentHelp(say("签约：不是销售，不动库存", "A signed agreement: no sale, no stock.")))
  var signed = false
  @Option(
    help: ArgumentHelp(
      say("过期的也卖：为什么（要有 --approved-by）", "Sell expired goods too: why; needs --approved-by.")))
  var expiredReason: String?
  @OptionGroup var approval: ApprovalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    if line.isEmpty {
      guard input == nil || input == "-" else {
        throw Problem("input_only_dash", ["input": input ?? ""])
      }
      if let option = optionOfOneOrder { throw Problem("option_of_one_order", ["option": option]) }
      if Prompting.isInputTerminal {
        throw Problem(input == "-" ? "input_is_terminal" : "order_empty")
      }
      return try enterLines()
    }
    if input != nil { throw Problem("input_and_lines") }
    let order = try order()
    try sure.confirm(TypedTime(at, "--at"))
    let programme = try global.open(operator: `operator`)
    if expiredReason == nil, approval.approvedBy != nil, try !programme.approvals.isByLogin {
      throw Problem("expired_approval_half")
    }
    let receipt = try approval.acting(in: programme, reason: expiredReason) {
      try programme.orders.enter(order, command: "order enter")
    }
    showHeader()
    show(receipt)
  }

  /// An option that was given and says something of one order, where each line of the input says it for its own.
  private var optionOfOneOrder: String? {
    let given = [
      ("--tender", !tender.isEmpty), ("--buyer", buyer != nil), ("--location", location != nil),
      ("--discount", discount != "0"), ("--at", at != nil), ("--id", id != nil),
      ("--signed", signed),
      ("--expired-reason", expiredReason != nil), ("--approved-by", approval.approvedBy != nil),
      ("--ask", approval.ask),
    ]
    return given.first { $0.1 }?.0
  }

  private func order() throws(Problem) -> Order {
    var order = Order()
    order.id = if let id { try RequestID.checked(id) } else { RequestID.new() }
    order.channel = channel
    for text in line { order.lines.append(try OrderLine(parsing: text.typed)) }
    for text in tender { order.tenders.append(try Tender(typed: text)) }
    order.buyer = buyer
    order.location = location
    if discount.contains("折") || discount.contains("%") {
      throw Problem("discount_rate", ["text": discount])
    }
    order.discount = try Money(asked: discount.typed, in: "--discount")
    order.at = at
    order.isSigned = signed
    order.approval = expiredReason.map {
      ExpiredApproval(reason: $0, approvedBy: approval.approvedBy ?? "")
    }
    return order
  }

  /// Enters an order a line; one that is refused is reported and passed over, the rest go on.
  ///
  /// While the server posts an order the next one is read and sent, if it is there; whoever waits
  /// for an answer before writing the next line gets it at once.
  private func enterLines() throws {
    let programme = try global.open(operator: `operator`)
    showHeader()
    var lines = LineInput()
    var sent: [Int] = []
    var refused: [Problem] = []
    while true {
      if sent.count == 2 || !sent.isEmpty && !lines.isNextThere() {
        try answer(programme, line: sent.removeFirst(), &refused)
        continue
      }
      do {
        guard let text = try next(&lines) else { break }
        if text.allSatisfy(\.isWhitespace) { continue }
        let order = try JSONOrder(parsing: text, channel: channel).order
        let source = say("第 \(lines.number) 行：", "line \(lines.number): ")
        try sure.confirm([TypedTime(order.at, "at")].compactMap(\.self), before: source)
        try programme.orders.submit(order, command: "order enter")
        sent.append(lines.number)
      } catch let problem as Problem where problem.source != .session {
        while !sent.isEmpty { try answer(programme, line: sent.removeFirst(), &refused) }
        refused.append(refuse(problem, line: lines.number))
      }
    }
    while !sent.isEmpty { try answer(programme, line: sent.removeFirst(), &refused) }
    if let first = refused.first {
      printToStandardError(
        "bangfu: "
          + say(
            "\(lines.number) 行中有 \(refused.count) 行没有录入",
            "\(refused.count) of \(lines.number) lines were not entered."))
      throw ExitCode(Sentences.exit(for: first).rawValue)
    }
  }

  /// The next line.
  ///
  /// - Throws: `Problem` `line_too_long` or `line_holds_nul`, after which the one behind it can be read.
  private func next(_ lines: inout LineInput) throws -> String? {
    do {
      return try lines.next()
    } catch .binary {
      throw Problem("line_holds_nul")
    } catch {
      throw Problem(error) ?? error
    }
  }

  /// Shows what became of the order that was sent first.
  private func answer(_ programme: Programme, line: Int, _ refused: inout [Problem]) throws {
    do {
      show(try programme.orders.collect(), isLine: true)
    } catch let problem as Problem where problem.source != .session {
      refused.append(refuse(problem, line: line))
    }
  }

  private func refuse(_ problem: Problem, line: Int) -> Problem {
    var problem = problem
    problem.facts["line"] = nil  // the order's own line is named by its product
    let sentence = Sentences.sentence(for: problem)
    printToStandardError("bangfu: " + say("第 \(line) 行：", "line \(line): ") + sentence)
    if format == .json {
      printLine(
        JSON.object([
          ("line", .int(Int64(line))), ("error", .string(Sentences.code(of: problem))),
          ("message", .string(sentence)),
        ]).compact)
      StandardOutput.flush()
    }
    return problem
  }

  private func showHeader() {
    if format == .csv { printLine("document,total,change,lines,repeated,day") }
  }

  private func show(_ receipt: OrderReceipt, isLine: Bool = false) {
    switch format {
    case .table:
      printLine(
        say(
          receipt.isAgreement
            ? "签约 \(receipt.document)　合计 \(receipt.total.grouped)　不是销售　记在 \(receipt.day)"
            : "单号 \(receipt.document)　合计 \(receipt.total.grouped)　找零 \(receipt.change.grouped)　记在 \(receipt.day)",
          receipt.isAgreement
            ? "Agreement \(receipt.document), total \(receipt.total.grouped), no sale, booked on \(receipt.day)"
            : "Document \(receipt.document), total \(receipt.total.grouped), change \(receipt.change.grouped), booked on \(receipt.day)"
        )
          + (receipt.repeated ? say("　（已录过，没有重复记）", " (entered before; not entered twice)") : ""))
    case .csv:
      printLine(
        "\(receipt.document),\(receipt.total),\(receipt.change),\(receipt.lines),\(receipt.repeated),\(receipt.day)"
      )
    case .json:
      let json = JSON.object([
        ("document", .int(receipt.document)), ("total", .string(receipt.total.description)),
        ("change", .string(receipt.change.description)), ("lines", .int(Int64(receipt.lines))),
        ("repeated", .bool(receipt.repeated)), ("day", .string(receipt.day)),
      ])
      printLine(isLine ? json.compact : json.pretty)
    }
    if isLine { StandardOutput.flush() }
  }
}

extension ExpiredApproval {
  /// What was said of an approval; nil where nothing was.
  init?(_ reason: String?, by approvedBy: String?) {
    if reason == nil && approvedBy == nil { return nil }
    self.init(reason: reason ?? "", approvedBy: approvedBy ?? "")
  }
}
