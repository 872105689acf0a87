import ArgumentParser
import Bangfu

/// `bangfu setup`: makes or upgrades the database.
struct SetUp: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: say("建立或升级数据库（可重复运行）", "Makes or upgrades the database; safe to run again."))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("受帮扶县", "The county that is aided."))) var county = "彭水"
  @Option(help: ArgumentHelp(say("帮扶城市", "The partner city."))) var partner = "聊城"
  @Option(
    help: ArgumentHelp(say("装入示例目录：pengshui", "Load a seed catalogue: pengshui.")))
  var catalogue: Catalogue?

  enum Catalogue: String, ExpressibleByArgument, CaseIterable { case pengshui }

  func run() throws {
    let done = try Programme.setUp(
      at: Session.place(), named: global.programme, operatorName: Session.operatorName(),
      county: county, partner: partner, withCatalogue: catalogue != nil)
    printToStandardError(
      done.migrations > 0
        ? say(
          "已建立或升级 \(global.programme)：\(done.migrations) 个迁移，\(done.products) 个商品",
          "Set up \(global.programme): \(done.migrations) migrations, \(done.products) products.")
        : say(
          "\(global.programme) 已是最新：\(done.products) 个商品",
          "\(global.programme) is up to date: \(done.products) products."))
  }
}
