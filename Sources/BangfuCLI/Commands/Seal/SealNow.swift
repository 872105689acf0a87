import ArgumentParser
import Bangfu

/// `bangfu seal now`: seals what no seal covers yet.
struct SealNow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "now",
    abstract: say(
      "封存还没有封存的（可省略 now 一词）", "Seals what no seal covers yet; the word now may be left out."),
    discussion: say(
      "收银和导入都不用等。封条印出来、寄出去或签上名，就不在数据库所有者手里了：见 bangfu seal show。",
      """
      Tills and imports do not wait for it. A seal that is printed, sent or signed is out of the reach of whoever \
      owns the database: see bangfu seal show.
      """))

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table
  @OptionGroup var by: OperatorOption

  func run() throws {
    guard let seal = try global.open(operator: by.operator).seals.seal() else {
      printToStandardError(
        say("没有要封存的：自上次封存以来什么也没有记", "Nothing to seal: nothing was recorded since the last one."))
      if format == .json { printLine(JSON.null.pretty) }
      return
    }
    show(seal, format)
    if format == .table {
      printToStandardError(
        say("封条 \(seal.number)：\(seal.postings) 笔操作", "Seal \(seal.number): \(seal.postings) acts.")
      )
    }
  }
}

/// Prints a seal: as the lines that its hash is of, or as a row.
func show(_ seal: Seal, _ format: Format) {
  switch format {
  case .table: printLine(String(seal.text.dropLast()))
  case .csv, .json:
    printRows(
      Table(
        [.number, .previousSeal, .root, .acts, .posting, .hash],
        rows: [
          [
            String(seal.number), seal.previous, seal.root, String(seal.postings),
            String(seal.posting), seal.hash,
          ]
        ]), format)
  }
}
