import ArgumentParser
import Bangfu
import Domain

/// `bangfu figure explain`: walks from a month's figure down to the row of a file.
struct FigureExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "销售额由什么组成：渠道→商品→日期→单据→明细→原始行",
      "Walks from the figure down: channel, product, day, document, line, row of a file."),
    discussion: say(
      "每一步的末尾是下一步的命令。没有发布过的月份按现在的账解释；没有对应商品的写 --product \"\"。",
      """
      Each step ends with the command of the next one. A month that was never published is explained as it stands; what no \
      product is known of is --product "".
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Argument(help: ArgumentHelp(say("第几版；不写是最新的", "Which version; the newest without it.")))
  var version: Int?
  @Option(help: ArgumentHelp(say("渠道代码", "The channel's code."))) var channel: String?
  @Option(help: ArgumentHelp(say("货号（要有 --channel）", "The product's SKU; needs --channel.")))
  var product: String?
  @Option(help: ArgumentHelp(say("日期（要有 --product）", "The day; needs --product."))) var day:
    BusinessDay?
  @Option(help: ArgumentHelp(say("单号", "The document's number."))) var document: Int64?
  @Option(
    help: ArgumentHelp(say("单号:行", "A document and its line."), valueName: "document:line"))
  var line: String?
  @OptionGroup var limit: RowLimit
  @OptionGroup var options: ListOptions

  func validate() throws {
    let paths = [channel != nil, document != nil, line != nil].filter(\.self).count
    if paths > 1 {
      throw ValidationError(
        say(
          "--channel、--document、--line 只写一种", "Give --channel, --document or --line, not several."))
    }
    if product != nil && channel == nil || day != nil && product == nil {
      throw ValidationError(
        say(
          "--product 要有 --channel，--day 要有 --product",
          "--product needs --channel, and --day needs --product."))
    }
  }

  func run() throws {
    let figures = try global.openForReports().figures
    if let line {
      let pair = try NumberPair(parsing: line)
      let found = try figures.explain(month, version, line: pair.second, of: pair.first)
      try options.showOne(Table(found.facts))
      guard options.isForPeople else { return }
      printLine()
      if let file = found.file, let row = found.row {
        printLine(next("bangfu import show \(file):\(row)"))
      } else {
        printLine(next("bangfu order show \(pair.first)"))
      }
      return
    }
    let found = try figures.explain(month, version, at: place, limit: limit.rows(options))
    if options.isForPeople { printLine(heading(found.version)) }
    try options.show(found.parts)
    guard options.isForPeople, let first = found.parts.rows.rows.first else { return }
    printLine()
    printLine(next(command(part: first[0])))
  }

  private var place: FigurePlace {
    let sku = product.flatMap { $0.typed.isEmpty ? nil : $0.typed }
    if let document { return .document(document) }
    guard let channel else { return .month }
    guard product != nil else { return .channel(channel) }
    return day.map { .day(channel: channel, sku: sku, $0) } ?? .product(channel: channel, sku: sku)
  }

  private func heading(_ version: Int?) -> String {
    let of = version.map { say("第 \($0) 版", "version \($0)") } ?? say("未发布", "not published")
    let heading = say("\(month)，\(of)", "\(month), \(of)")
    return options.unit == .yuan ? heading + say("，元", ", in yuan") : heading
  }

  /// This step's command, with the option that leads into a part.
  private func command(part: String) -> String {
    let option =
      switch place {
      case .month: "--channel \(part)"
      case .channel(let channel): "--channel \(channel) --product \(part.isEmpty ? "\"\"" : part)"
      case .product(let channel, let sku):
        "--channel \(channel) --product \(sku ?? "\"\"") --day \(part)"
      case .day: "--document \(part)"
      case .document(let document): "--line \(document):\(part)"
      }
    let number = version.map { " \($0)" } ?? ""
    return "bangfu figure explain \(month)\(number) \(option)"
  }

  private func next(_ command: String) -> String {
    say("下一步，例如：\(command)", "Next, for example: \(command)")
  }
}
