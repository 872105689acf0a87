import ArgumentParser
import Bangfu
import Domain

/// `bangfu certificate end`: ends a certificate early, or says that it was a mistake.
struct CertificateEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: say("提前结束认定，或作废登记错的", "Ends a certificate early, or cancels one entered by mistake."))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("登记号（bangfu certificate list）", "Its number in bangfu certificate list.")))
  var number: Int64
  @Option(help: ArgumentHelp(say("最后一天；没写就是登记错了", "Its last day; without one it was a mistake.")))
  var on: BusinessDay?
  @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
  @OptionGroup var by: OperatorOption

  func run() throws {
    let programme = try global.open(operator: by.operator)
    try confirm(
      on.map { say("认定 \(number) 到 \($0) 为止？", "End certificate \(number) on \($0)?") }
        ?? say("作废认定 \(number)？", "Cancel certificate \(number)?"), yes: yes)
    let judged = try programme.certificates.end(number, on: on, reason: reason)
    printLine(
      say(
        "已结束认定 \(number)；重新判定 \(judged) 行",
        "Certificate \(number) is ended; \(judged) \(judged == 1 ? "line" : "lines") judged anew."))
  }
}
