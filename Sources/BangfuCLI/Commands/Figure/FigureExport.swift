import ArgumentParser
import Bangfu
import Domain

/// `bangfu figure export`: writes a folder that proves a published figure without a database.
struct FigureExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "写出证据包：不用数据库就能核对的文件夹", "Writes a folder that proves a published figure without a database."),
    discussion: say(
      """
      文件夹是 BagIt 包（RFC 8493），里面是 Frictionless 数据包：明细、判定、依据、版本和脱敏的原始行，见其中的请先读.md。\
      bangfu figure verify 或其中的 verify.py 从头核对。--sign 用 ssh-keygen 签名。
      """,
      """
      The folder is a BagIt bag (RFC 8493) of a Frictionless Data Package: lines, verdicts, what they rest on, versions \
      and redacted rows; its README.md says more. bangfu figure verify recomputes it, and so does its own verify.py. \
      --sign signs it with ssh-keygen.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month
  @Argument(
    help: ArgumentHelp(
      say("写到哪里：还没有的，或空的文件夹", "Where to: a folder that is not there yet, or empty.")))
  var folder: String
  @Option(help: ArgumentHelp(say("第几版；不写是最新的", "Which version; the newest without it.")))
  var version: Int?
  @Option(
    help: ArgumentHelp(
      say("用来签名的 SSH 私钥", "The SSH private key to sign with."), valueName: "key"))
  var sign: String?

  func run() throws {
    let programme = try global.openForReports()
    let done = try programme.figures.export(month, version, to: folder, signedBy: sign)
    printLine(
      say(
        "已导出 \(month) 第 \(done.version.number) 版：\(done.lines) 行，SHA-256 \(done.version.sha256)",
        "Exported \(month), version \(done.version.number): \(done.lines) lines, SHA-256 \(done.version.sha256)"
      ))
    if done.root == nil {
      printToStandardError(
        say(
          "这一版发布时还不算各行的默克尔根：行数和金额对得上，单行没有证明",
          "This version was published without a Merkle root over its lines: sums are proved, single lines are not."
        ))
    }
  }
}
