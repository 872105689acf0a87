import ArgumentParser
import Bangfu

/// The command `bangfu`.
struct Bangfu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bangfu",
    abstract: say(
      "帮扶：消费帮扶项目的销售与库存", "Keeps the sales and the stock of a consumption-assistance programme."),
    discussion: say(
      "第一次使用：bangfu setup。命令补全：--generate-completion-script bash。退出码：0 完成，1 否，64 用法，65 数据，69 数据库，70 程序错误，75 请重试，77 无权。",
      "First of all: bangfu setup. Completion: --generate-completion-script bash. Exit status: 0 done, 1 no, 64 usage, 65 data, 69 database, 70 a bug, 75 try again, 77 not allowed."
    ),
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: say("数据库", "Database"),
        subcommands: [
          Setup.self, Status.self, Check.self, SealCommand.self, ProgrammeCommand.self,
          PersonCommand.self, ApprovalCommand.self, ServerCommand.self,
          BackupCommand.self,
        ]),
      CommandGroup(
        name: say("目录", "Catalogue"),
        subcommands: [
          ProductCommand.self, UnitCommand.self, SupplierCommand.self, ChannelCommand.self,
          LocationCommand.self, BuyerCommand.self,
        ]),
      CommandGroup(
        name: say("销售", "Selling"),
        subcommands: [
          OrderCommand.self, AgreementCommand.self, FairCommand.self, CanteenCommand.self,
          SupermarketCommand.self, TourismCommand.self,
          CounterCommand.self,
          StockCommand.self,
        ]),
      CommandGroup(
        name: say("对账与报表", "Accounts and figures"),
        subcommands: [
          ImportCommand.self, SettleCommand.self, SessionCommand.self, RulesCommand.self,
          CertificateCommand.self, DuplicatesCommand.self, MonthCommand.self,
          FigureCommand.self, ExplainCommand.self, TargetCommand.self, ReportCommand.self,
        ]),
    ])
}
