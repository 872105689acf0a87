import ArgumentParser
import Bangfu
import Domain

/// `bangfu agreement`: signed agreements, which are no sales.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: say("签约：答应要买，不是销售", "Signed agreements: promises to buy, no sales."),
    discussion: say(
      "录入用 bangfu order enter --signed；展销会的表里写明签约的行也在这里。任何报表的销售额都不含签约。",
      """
      bangfu order enter --signed enters one; rows of a fair's sheet that say so are here as well. They are in no report's \
      sales.
      """),
    subcommands: [List.self, Cancel.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: say("列出有效的签约", "Lists the agreements that stand."))
    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(say("起 YYYY-MM-DD", "The first day."))) var from: BusinessDay?
    @Option(help: ArgumentHelp(say("止 YYYY-MM-DD", "The last day."))) var to: BusinessDay?
    @Option(help: ArgumentHelp(say("某个渠道", "Of one channel."))) var channel: String?
    @OptionGroup var options: ListOptions

    func run() throws {
      try options.show(global.open().agreements(from: from, to: to, channel: channel))
    }
  }

  struct Cancel: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel",
      abstract: say("取消一份录入的签约", "Cancels an agreement that was entered."),
      discussion: say(
        "导入的签约随文件：bangfu import undo。", "Imported ones go with their file: bangfu import undo."))
    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp(say("编号", "Its number."))) var number: Int64
    @Option(help: ArgumentHelp(say("原因", "Why."))) var reason: String
    @Flag(help: ArgumentHelp(say("不再询问", "Do not ask."))) var yes = false
    @OptionGroup var by: OperatorOption

    func run() throws {
      let programme = try global.open(operator: by.operator)
      try confirm(say("取消签约 \(number)？", "Cancel agreement \(number)?"), yes: yes)
      let total = try programme.cancel(agreement: number, reason: reason)
      printLine(
        say(
          "已取消签约 \(number)（\(total.grouped)）",
          "Cancelled agreement \(number) (\(total.grouped))."))
    }
  }
}
