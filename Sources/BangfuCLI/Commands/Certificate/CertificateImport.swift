import ArgumentParser
import Bangfu

/// `bangfu certificate import`: imports certificates from a CSV file.
struct CertificateImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: say("从 CSV 导入认定", "Imports certificates from a CSV file."),
    discussion: say(
      "列 sku、number、from、to，可有 supplier、batch、source（货号、认定编号、有效期起、有效期至、供应商、批次、来源也行）。有一行不对就一行都不记。",
      """
      Columns sku, number, from, to, and maybe supplier, batch, source, in Chinese too. All or nothing: one bad row, and none \
      is kept.
      """))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("CSV 文件；- 为标准输入", "The CSV file; - for standard input.")))
  var file: String
  @OptionGroup var by: OperatorOption
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try certificatesSaid(global.open(operator: by.operator).certificates.importFile(file), format)
  }
}
