import ArgumentParser
import Bangfu

/// `bangfu setup`: makes or upgrades the database.
struct Setup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: say("建立或升级数据库（可重复运行）", "Makes or upgrades the database; safe to run again."),
    discussion: say(
      "升级前自动备份到数据文件夹的 backups 里，留最近 3 份；要退回，用原来的程序把备份恢复到空的 BANGFU_HOME。",
      """
      Before an upgrade it makes a backup into backups in the data folder, where the newest 3 are kept. To go back, restore \
      it by the older program, with BANGFU_HOME set to an empty folder.
      """))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("受帮扶县", "The county that is aided."))) var county = "彭水"
  @Option(help: ArgumentHelp(say("帮扶城市", "The partner city."))) var partner = "聊城"
  @Option(
    help: ArgumentHelp(
      say(
        "帮扶城市所在的省：专店、食堂、商超、展销的货发往那里",
        "The partner's province, where shops, canteens, supermarkets and fairs sell.")))
  var province = "山东"
  @Option(
    help: ArgumentHelp(say("装入示例目录：pengshui", "Load a seed catalogue: pengshui.")))
  var catalogue: Catalogue?

  @Flag(
    help: ArgumentHelp(say("升级前不备份", "Make no backup before an upgrade.")))
  var noBackup = false

  enum Catalogue: String, ExpressibleByArgument, CaseIterable { case pengshui }

  func run() throws {
    let done = try Programme.setUp(
      at: Session.database(), named: global.programme, operatorName: Session.operatorName(),
      county: county, partner: partner, province: province, withCatalogue: catalogue != nil,
      backupFolder: noBackup ? nil : Session.backupFolder())
    if let backup = done.backup {
      printToStandardError(
        say(
          "升级前已备份到 \(backup)（留最近 \(Backups.kept) 份）。要退回：用原来的程序运行 BANGFU_HOME=空文件夹 bangfu backup restore \(backup)",
          """
          Before the upgrade: backed up to \(backup); the newest \(Backups.kept) are kept. To go back, by the older \
          program: BANGFU_HOME=EMPTY-FOLDER bangfu backup restore \(backup)
          """))
    }
    printToStandardError(
      done.migrations > 0
        ? say(
          "已建立或升级 \(global.programme)：\(done.migrations) 个迁移，\(done.products) 个商品",
          "Set up \(global.programme): \(done.migrations) migrations, \(done.products) products.")
        : say(
          "\(global.programme) 已是最新：\(done.products) 个商品",
          "\(global.programme) is up to date: \(done.products) products."))
    if done.needsAdministrator {
      printToStandardError(
        say(
          "以后要加人员（bangfu person add）时，这个数据库的管理员要先建角色：CREATE ROLE bangfu_clerk; CREATE ROLE bangfu_accountant; CREATE ROLE bangfu_official; CREATE ROLE bangfu_reader; 以及每个人的登录",
          """
          Before persons are added (bangfu person add), the administrator of this database has to make the roles: CREATE ROLE \
          bangfu_clerk; CREATE ROLE bangfu_accountant; CREATE ROLE bangfu_official; CREATE ROLE bangfu_reader; and a login for \
          each person.
          """))
    }
  }
}
