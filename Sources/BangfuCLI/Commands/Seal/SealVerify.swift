import ArgumentParser
import Bangfu
import Domain
import System

/// `bangfu seal verify`: says whether a seal that was printed still holds.
struct SealVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say("核对印出来的封条还成立吗", "Says whether a seal that was printed still holds."),
    discussion: say(
      "重算到这一张为止的全部封条；有出入时列出表、行和操作，退出码为 1。",
      "It recomputes all seals up to that one, and names table, row and act of what differs; exit status 1 then."
    ))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("封条的哈希，或存着封条的文件", "The seal's hash, or a file with the printed seal.")))
  var seal: String
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    let (seal, differences) = try global.open().seals.verify(hash())
    report([differences], format)
    guard differences.violations == 0 else { throw ExitCode(Exit.no.rawValue) }
    printToStandardError(
      say(
        "封条 \(seal.number) 在链上，到它为止的全部封条都成立",
        "Seal \(seal.number) is in the chain, and all seals up to it hold."))
  }

  private func hash() throws -> String {
    if let hash = Seal.hash(in: seal) { return hash }
    let text = try givenText(seal, limit: 1 << 20)
    guard let hash = Seal.hash(in: text) else { throw Problem("seal_malformed", ["file": seal]) }
    return hash
  }
}
