import ArgumentParser
import Bangfu
import Domain

/// `bangfu seal show`: prints a seal.
struct SealShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("印出最新的封条，或第几号", "Prints the newest seal, or the one of a number."),
    discussion: say(
      """
      最后一行是前面各行的 SHA-256：sha256sum 也算得出。每一张都带着前一张的，所以最新的一张管着以前所有的。\
      印出来、发给别人或签上名，以后用 bangfu seal verify 核对。
      """,
      """
      The last line is the SHA-256 of the lines before it, as sha256sum computes it. Each seal names the one before, so \
      that the newest stands for all. Print it, send it to somebody or sign it; bangfu seal verify compares it later.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("第几号；不写就是最新的", "The seal's number; the newest without it.")))
  var number: Int64?
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    guard let seal = try global.open().seals.numbered(number) else {
      throw Problem(
        number == nil ? "seal_none" : "seal_number_unknown",
        ["number": number.map { String($0) } ?? ""])
    }
    show(seal, format)
  }
}
