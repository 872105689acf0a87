import ArgumentParser
import Bangfu
import Domain

/// `bangfu figure proof`: proves that a line is in a published figure, without showing any other.
struct FigureProof: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proof",
    abstract: say(
      "证明一行在发布的销售额里，不给人看别的行",
      "Proves that a line is in a published figure, without showing any other."),
    discussion: say(
      """
      写在标准输出：发布的内容、这一行，和到默克尔根（RFC 9162）的路。bangfu figure verify 或证据包里的 verify.py 核对，不用数据库。\
      不写月份，就是数着它的最新一版。
      """,
      """
      It writes what was published, the row, and its way to the Merkle root (RFC 9162) to standard output; bangfu figure \
      verify checks it without a database, and so does verify.py of a folder of evidence. Without a month it is of the \
      newest version that counts the line.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("单号:行，见 order show", "A document and its line, as order show has them."),
      valueName: "document:line"))
  var line: String
  @Option(help: ArgumentHelp(say("月份 YYYY-MM", "The month, YYYY-MM."))) var month: Month?
  @Option(help: ArgumentHelp(say("第几版", "Which version of the month."))) var version: Int?

  func validate() throws {
    if version != nil, month == nil {
      throw ValidationError(say("--version 要和 --month 一起写", "--version goes with --month."))
    }
  }

  func run() throws {
    let pair = try NumberPair(parsing: line)
    let proof = try global.open().figures.proof(
      ofLine: pair.second, of: pair.first, in: month, version: version)
    printData(proof.description)
  }
}
