import ArgumentParser
import Bangfu
import Domain

/// `bangfu import FILE …`: imports channel files, and folders of them.
struct ImportFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file",
    abstract: say(
      "导入渠道文件或文件夹（可省略 file 一词）",
      "Imports channel files or folders of them; the word file may be left out."),
    discussion: say(
      """
      同一个文件导入两次不会重复；有退回的行时退出码为 65，其余行照常入账（除非 --strict）。\
      文件夹里的文件逐个导入，次序不影响结果；渠道由平台得知，一个平台有几个店铺时，把文件放在以渠道代码命名的\
      子文件夹里。
      """,
      """
      The same file twice changes nothing. Exit status 65 when rows were rejected; the others are posted, unless \
      --strict. The files of a folder are imported one by one, in an order that does not matter. The channel \
      follows from the platform; where a platform has several shops, put their files into folders named for the \
      channels' codes.
      """))

  @OptionGroup var global: GlobalOptions
  @Argument(
    help: ArgumentHelp(say("文件或文件夹；- 为标准输入", "The files or folders; - for standard input.")))
  var files: [String]
  @Option(
    help: ArgumentHelp(
      say("渠道代码；只有一个店铺时可以省略", "The channel's code; not needed where the platform has one shop.")))
  var channel: String?
  @Option(
    help: ArgumentHelp(
      say(
        "平台导出文件的时间；默认看文件名开头的十位数字", "When the platform wrote the file; by default known by its name."
      )
    ))
  var asOf: Instant?
  @Option(help: ArgumentHelp(say("手工表的日期，表里没写时", "The day of a sheet that does not say it.")))
  var day: BusinessDay?
  @OptionGroup var sure: YesOption
  @Option(help: ArgumentHelp(say("文件格式；默认看表头", "The profile; by default known by the header.")))
  var profile: String?
  @Option(help: ArgumentHelp(say("压缩包的密码", "The password of a ZIP archive.")))
  var password: String?
  @Option(
    help: ArgumentHelp(
      say(
        "放宽对文件的限制，如 ratio=1000、unpacked-bytes=8G：\(ImportRequest.limitNames.joined(separator: "、"))",
        "Another limit of files, such as ratio=1000, unpacked-bytes=8G: \(ImportRequest.limitNames.joined(separator: ", "))."
      ),
      valueName: "name=number"))
  var limit: [LimitOption] = []
  @Flag(help: ArgumentHelp(say("有一行不对就什么都不记", "Post nothing unless every row is good.")))
  var strict = false
  @Flag(help: ArgumentHelp(say("只看结果，什么都不记", "Only show what would happen."))) var dryRun = false
  @Option(help: ArgumentHelp(say("退回的行写到哪个文件", "Where rejected rows are written.")))
  var rejects: String?
  @Option(help: ArgumentHelp(say("输出格式", "The output's format."))) var format = Format.table

  func run() throws {
    try sure.confirm(TypedTime(asOf, "--as-of"), TypedTime(day, "--day"))
    let programme = try global.openForFiles()
    tellFaults(of: programme.profiles)
    let listed = try ImportFolder.files(in: files)
    var run = ImportRun(listed, isAlone: listed.count == 1 && listed.first?.path == files.first)
    for (index, found) in listed.enumerated() {
      let file = found.path
      let position = "\(index + 1)/\(listed.count) \(file.visible)"
      if listed.count > 1 { showProgress(position) }
      do {
        if let problem = found.problem { throw problem }
        let tables = try withInput(file) { path in
          try programme.imports.run(request(file, at: path)) { rows in
            showProgress(say("\(position)：已读 \(rows) 行", "\(position): \(rows) rows read"))
          }
        }
        clearProgress()
        run.add(tables)
      } catch {
        clearProgress()
        try run.add(error, of: file)
      }
    }
    try run.recount(in: programme)
    run.show(format)
    if run.hasFaults { throw ExitCode(Exit.data.rawValue) }
  }

  private func request(_ file: String, at path: String) -> ImportRequest {
    var request = ImportRequest(path: path, name: file, channel: channel)
    request.asOf = asOf
    request.day = day?.description
    request.profile = profile
    request.password = password
    for limit in limit { request.limit(limit.name, to: limit.value) }
    request.isStrict = strict
    request.isSure = sure.yes
    request.isDryRun = dryRun
    request.rejectsPath = rejects
    return request
  }

  private func showProgress(_ text: String) {
    guard Prompting.isErrorTerminal else { return }
    StandardOutput.flush()
    _ = StandardOutput.send(Array("\r\u{1B}[K\(text)".utf8), to: 2)
  }

  private func clearProgress() {
    guard Prompting.isErrorTerminal else { return }
    _ = StandardOutput.send(Array("\r\u{1B}[K".utf8), to: 2)
  }
}
