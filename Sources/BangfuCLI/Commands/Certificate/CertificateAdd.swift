import ArgumentParser
import Bangfu
import Domain

/// `bangfu certificate add`: adds a certificate.
struct CertificateAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("登记一个认定", "Adds a certificate."),
    discussion: say(
      "按销售当天是否有效判定；未结账月份的明细重新判定。",
      "It is judged on the day of sale; lines of open months are judged anew."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("货号", "The sku."))) var sku: String
  @Option(help: ArgumentHelp(say("认定编号", "The certificate's number."))) var number: String
  @Option(help: ArgumentHelp(say("有效期起 YYYY-MM-DD", "The first day."))) var from: BusinessDay
  @Option(help: ArgumentHelp(say("有效期至 YYYY-MM-DD", "The last day."))) var to: BusinessDay
  @Option(help: ArgumentHelp(say("供应商代码；默认是商品的供应商", "The supplier; by default the product's.")))
  var supplier: String?
  @Option(help: ArgumentHelp(say("认定批次", "The batch it was published in."))) var batch: String?
  @Option(help: ArgumentHelp(say("来源，如网址", "Where it is published."))) var source: String?
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    var draft = CertificateDraft(
      sku: sku.typed, number: number.typed, from: from, to: to)
    draft.supplier = supplier ?? ""
    draft.batch = batch ?? ""
    draft.source = source ?? ""
    try certificatesSaid(global.open(operator: by.operator).certificates.add(draft), format)
  }
}

/// Says what adding certificates did.
func certificatesSaid(_ done: CertificatesAdded, _ format: Format) throws {
  guard format == .table else {
    return printRows(
      Table(
        [.named("number"), .named("new"), .named("same"), .named("judged")],
        rows: [[String(done.number), String(done.added), String(done.same), String(done.judged)]]),
      format)
  }
  printLine(
    say(
      "认定：新增 \(done.added)，相同 \(done.same)；重新判定 \(done.judged) 行",
      "Certificates: \(done.added) new, \(done.same) the same; \(done.judged) \(done.judged == 1 ? "line" : "lines") judged anew."
    ))
}
