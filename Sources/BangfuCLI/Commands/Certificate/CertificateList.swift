import ArgumentParser
import Bangfu

/// `bangfu certificate list`: lists certificates, those that run out first.
struct CertificateList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("列出认定，先到期的在前", "Lists certificates, those that run out first."))
  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("只看这个货号", "Only those of this sku."))) var product: String?
  @Option(
    help: ArgumentHelp(
      say("只看多少天内到期、没有接续的", "Only those that run out within so many days, and have no successor."),
      valueName: "days"))
  var expiring: Int?
  @OptionGroup var options: ListOptions

  func run() throws {
    try options.show(
      global.open().certificates.list(of: product, expiringWithin: expiring))
  }
}
