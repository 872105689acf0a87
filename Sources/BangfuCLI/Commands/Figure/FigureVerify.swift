import ArgumentParser
import Bangfu
import Domain
import System

/// `bangfu figure verify`: recomputes a folder of evidence without a database.
struct FigureVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say("核对证据包，不用数据库", "Recomputes a folder of evidence, without a database."),
    discussion: say(
      """
      重算清单、版本链、各行的和、默克尔根、相互的引用、副本、过渡表和封条；有出入时列出文件和行，退出码为 1。\
      最后一行的 SHA-256 要和公布的比。也可以给出 bangfu figure proof 写的文件。
      """,
      """
      It recomputes manifests, the chain of versions, the sums of lines, their Merkle root, references, copies, bridges \
      and seals, and names file and row of what differs; exit status 1 then. Compare the SHA-256 of the last line with the \
      one that was made known. It takes a file of bangfu figure proof, too.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      say("证据包的文件夹，或单行证明的文件", "The folder of evidence, or a file with the proof of a line.")))
  var folder: String
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    if Path.isThere(folder), !Path.isFolder(folder) { return try verifyProof() }
    let report = try EvidenceBag(folder, of: global.programme).check()
    show(report.findings)
    guard report.findings.isEmpty else { throw ExitCode(Exit.no.rawValue) }
    let (month, version) = (report.month ?? "", report.version ?? 0)
    let (counted, sha256) = (report.counted?.grouped ?? "", report.sha256 ?? "")
    if !report.hasRoot {
      printToStandardError(
        say("这一版发布时没有各行的默克尔根", "This version was published without a Merkle root over its lines."))
    }
    if report.isSigned == nil {
      printToStandardError(
        say("没有 ssh-keygen，签名没有核对", "There is no ssh-keygen: the signature was not checked."))
    }
    if let seal = report.seal {
      printToStandardError(
        say(
          "最新的封条是第 \(seal.number) 条，SHA-256 \(seal.hash)",
          "The newest seal is \(seal.number), SHA-256 \(seal.hash)"))
    }
    printToStandardError(
      say(
        "全部对得上：\(month) 第 \(version) 版，\(report.lines) 行，计入 \(counted)，SHA-256 \(sha256)",
        "All holds: \(month), version \(version), \(report.lines) lines, counted \(counted), SHA-256 \(sha256)"
      ))
  }

  private func verifyProof() throws {
    let text = try givenText(folder, limit: 1 << 26)
    guard let proof = LineProof(text) else { throw Problem("proof_malformed", ["file": folder]) }
    guard let (said, cells) = proof.check() else {
      show([Problem("evidence_proof", ["file": folder])])
      throw ExitCode(Exit.no.rawValue)
    }
    switch format {
    case .table:
      printLine(
        cells.filter { !$0.value.isEmpty }.map { "\($0.column) \($0.value)" }.joined(
          separator: ", "))
    case .csv, .json:
      printRows(Table([.column, .value], rows: cells.map { [$0.column, $0.value] }), format)
    }
    printToStandardError(
      say(
        "这一行在 \(said.programme) \(said.month) 第 \(said.version) 版里：计入 \(said.counted.grouped)，SHA-256 \(said.sha256)",
        "The line is in \(said.programme) \(said.month), version \(said.version): counted \(said.counted.grouped), SHA-256 \(said.sha256)"
      ))
  }

  /// Prints findings: a sentence each, or rows of file, row and code.
  private func show(_ findings: [Problem]) {
    switch format {
    case .table: for finding in findings { printLine(finding.description) }
    case .csv, .json:
      printRows(
        Table(
          [.file, .row, .finding, .meaning],
          rows: findings.map {
            [$0.facts["file"] ?? "", $0.facts["row"] ?? "", $0.code, $0.description]
          }), format)
    }
  }
}
