import ArgumentParser
import Bangfu
import Domain

/// `bangfu order`: entering and mending orders.
struct OrderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: say("订单：录入、查看、退款、作废、撤销", "Orders: enter, list, show, refund, void, undo."),
    subcommands: [OrderEnter.self, List.self, Show.self, Refund.self, Void.self, Undo.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("列出单据，最新的在前", "Lists documents, newest first."),
      discussion: say(
        "单号会跳：没有录成的订单（缺货、金额不对、连接断了）和没有做成的导入也占了号，缺号不是漏单。单据一旦记下就不能删，bangfu check 会核对。",
        """
        Numbers have gaps: an order that was refused (too little stock, wrong money, a lost connection) or an import that \
        did not come about used them up. A document that was posted is never deleted; bangfu check verifies that all add up.
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var days: DaysOption
    @Option(help: ArgumentHelp(say("某个渠道", "Of one channel."))) var channel: String?
    @OptionGroup var limit: RowLimit
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.show(
        global.open().orders(days.range ?? .all, channel: channel, limit: limit.rows(options)))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say("显示一张单据", "Shows a document."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("单号", "The document's number."))) var document: Int64
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      let order = try global.open().order(document)
      switch format {
      case .csv: printRows(order.lines.table(for: .csv), .csv)
      case .table:
        if let facts = order.head.facts { printRows(facts, .table) }
        printLine()
        printRows(order.lines.table(for: .table), .table)
        if !order.taken.rows.isEmpty {
          printLine()
          printRows(order.taken.table(for: .table), .table)
        }
      case .json:
        guard case .array(let heads) = order.head.table(for: .json).json,
          case .object(let members)? = heads.first
        else { return }
        printLine(
          JSON.object(
            members + [
              ("lines", order.lines.table(for: .json).json),
              ("taken_back", order.taken.table(for: .json).json),
            ]
          ).pretty)
      }
    }
  }

  struct Refund: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refund",
      abstract: say("退款：整单、部分数量或部分金额", "Refunds an order: whole, or by quantity or money."),
      discussion: say(
        "--line 行号:数量 退这么多货，按别的单位卖的要写单位，如 1:2斤；行号:数量@金额 指定退多少钱；数量写 0 只退钱。货回到仓库才写 --restock。",
        "--line N:QUANTITY takes so much back, with the unit where it was sold by another, as 1:2斤; N:QUANTITY@AMOUNT says how much money; quantity 0 is money only. Say --restock only when the goods came back to stock."
      ))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("单号", "The order's document number."))) var document: Int64
    @Option(help: ArgumentHelp(say("退哪一行（可多次）", "A line; may be repeated.")))
    var line: [String] = []
    @Flag(help: ArgumentHelp(say("退剩下的全部", "All that is left."))) var all = false
    @Option(
      help: ArgumentHelp(
        say("怎么退钱，方式:金额；默认原路退回", "How the money goes back, METHOD:AMOUNT; by default as it came.")))
    var tender: [String] = []
    @Flag(help: ArgumentHelp(say("货已回到仓库", "The goods came back to stock."))) var restock = false
    @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String?
    @Option(help: ArgumentHelp(say("何时（ISO 8601）；默认现在", "When, ISO 8601; by default now.")))
    var at: Instant?
    @OptionGroup var sure: YesOption
    @Option(help: ArgumentHelp(say("UUID：同一个只退一次", "A UUID: the same one refunds once.")))
    var id: String?
    @OptionGroup var by: OperatorOption
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    func run() throws {
      guard all != !line.isEmpty else { throw Problem("refund_what") }
      var request = RefundRequest(document: document)
      request.id = try id.map(RequestID.checked)
      request.lines = try line.map { try RefundRequest.Line(parsing: $0.typed) }
      request.tenders = try tender.map { try Tender(typed: $0) }
      request.restock = restock
      request.at = at
      request.reason = reason
      try sure.confirm(TypedTime(at, "--at"))
      let receipt = try global.open(operator: by.operator).refund(request)
      print(
        receipt, format,
        say(
          "已退款 \(receipt.total.grouped)，记在 \(receipt.day)，退款单 \(receipt.document)",
          "Refunded \(receipt.total.grouped), booked on \(receipt.day); document \(receipt.document)."
        ))
    }
  }

  struct Void: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "void",
      abstract: say(
        "作废整张订单，如同没有录过；钱货都退回", "Voids an order, as if it had never been; money and goods go back."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("单号", "The order's document number."))) var document: Int64
    @OptionGroup var why: Reversal

    func run() throws {
      let programme = try global.open(operator: why.by.operator)
      let reason = try why.agreed(
        in: programme, document, say("作废单据 \(document)？", "Void document \(document)?"))
      let receipt = try programme.void(document, reason: reason)
      print(
        receipt, why.format,
        say(
          "已作废单据 \(document)（退 \(receipt.total.grouped)），记在 \(receipt.day)，更正单 \(receipt.document)",
          "Voided document \(document) (\(receipt.total.grouped)), booked on \(receipt.day); correction \(receipt.document)."
        ))
    }
  }

  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: say("撤销录错的退款或作废", "Undoes a refund or a void that was a mistake."),
      discussion: say(
        "写退款单或更正单的单号。撤销退款：钱货照旧；撤销作废：原样再卖一次，是新的单号。货已经不在时不能撤销。",
        """
        Give the refund's or the void's own document number. A refund that is undone leaves money and goods as before it; \
        what was voided is sold again, under a new number. It is refused where the goods are not there any more.
        """))
    @OptionGroup var global: GlobalOptions
    @Argument(
      help: ArgumentHelp(say("退款单或更正单的单号", "The document of the refund or void.")))
    var document: Int64
    @OptionGroup var why: Reversal

    func run() throws {
      let programme = try global.open(operator: why.by.operator)
      let reason = try why.agreed(
        in: programme, document, say("撤销单据 \(document)？", "Undo document \(document)?"))
      let undo = try programme.undo(document: document, reason: reason)
      if why.format == .json {
        return printLine(
          JSON.object([
            ("document", .int(undo.document)), ("order", .int(undo.order)),
            ("total", .string(undo.total.description)), ("day", .string(undo.day)),
            ("undone", .string(undo.isOfRefund ? "refund" : "void")),
          ]).pretty)
      }
      printLine(
        undo.isOfRefund
          ? say(
            "已撤销退款单 \(document)（\(undo.total.grouped)），记在 \(undo.day)；更正单 \(undo.document)",
            "Undid refund \(document) (\(undo.total.grouped)), booked on \(undo.day); correction \(undo.document)."
          )
          : say(
            "已撤销作废：订单 \(undo.order) 重新卖出 \(undo.total.grouped)，记在 \(undo.day)，新单号 \(undo.document)",
            "Undid the void: order \(undo.order) is sold again for \(undo.total.grouped), booked on \(undo.day), as document \(undo.document)."
          ))
    }
  }

  /// Why a document is reversed, and whether to ask before.
  struct Reversal: ParsableArguments {
    @Option(help: ArgumentHelp(say("原因（必写；在终端会问）", "Why; asked for at a terminal.")))
    var reason: String?
    @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
    @OptionGroup var by: OperatorOption
    @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

    /// Shows the document and asks; answers the reason.
    ///
    /// - Throws: `Problem` `reason_needed` where none is given and nobody can be asked, and those of `confirm`.
    func agreed(in programme: Programme, _ document: Int64, _ question: String) throws -> String {
      if !yes || reason == nil, Prompting.isPossible {
        let order = try programme.order(document)
        if let facts = order.head.facts {
          printToStandardError(facts.text(within: Screen.width), terminator: "")
        }
        printToStandardError(
          order.lines.table(for: .table).text(within: Screen.width), terminator: "")
      }
      try confirm(question, yes: yes)
      if let reason { return reason }
      guard Prompting.isPossible else { throw Problem("reason_needed") }
      return try Prompting.ask(say("原因：", "Why: "))
    }
  }
}

private func print(_ receipt: OrderReceipt, _ format: Format, _ words: String) {
  guard format == .json else { return printLine(words) }
  printLine(
    JSON.object([
      ("document", .int(receipt.document)), ("total", .string(receipt.total.description)),
      ("repeated", .bool(receipt.repeated)), ("day", .string(receipt.day)),
    ]).pretty)
}

/// The UUID of a request.
enum RequestID {
  /// A new random one, version 4.
  static func new() -> String {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { (($0 < 16 ? "0" : "") + String($0, radix: 16)) }
    let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
    return parts.joined(separator: "-")
  }

  /// The text, where it is a UUID.
  ///
  /// - Throws: `Problem` `id_not_uuid`.
  static func checked(_ text: String) throws(Problem) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [8, 4, 4, 4, 12],
      parts.allSatisfy({ $0.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } })
    else { throw Problem("id_not_uuid", ["id": text]) }
    return text.lowercased()
  }
}
