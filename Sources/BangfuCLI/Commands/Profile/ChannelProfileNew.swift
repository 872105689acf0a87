import ArgumentParser
import Bangfu
import Domain
import System
import Tabular

/// `bangfu channel profile new`: drafts a profile from a file's header.
struct ChannelProfileNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say("由文件的表头起草一种格式", "Drafts a profile from a file's header."),
    discussion: say(
      "按列名猜测；写到自己的格式文件夹，核对并改好后，bangfu import 就认得这种文件。",
      "Columns are guessed by name. The draft goes to the folder of your own profiles; look it over, and "
        + "bangfu import knows such files."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("一个样本文件", "A file of the format."))) var file: String
  @Option(help: ArgumentHelp(say("格式名；默认按文件名", "The profile's name; by default the file's.")))
  var name: String?
  @Option(
    help: ArgumentHelp(
      say("与哪种格式相似，只写不同之处", "The profile that it is like: only what differs is written.")))
  var like: String?
  @Option(help: ArgumentHelp(say("平台", "The platform."))) var platform: String?
  @Option(
    help: ArgumentHelp(say("写到哪个文件；- 为标准输出", "Where it is written; - for standard output.")))
  var output: String?

  func validate() throws {
    if like == nil, platform == nil {
      throw ValidationError(
        say(
          "请用 --platform 写明平台，或用 --like 写明与哪种格式相似",
          "Name the platform with --platform, or a profile with --like."))
    }
  }

  func run() throws {
    let profiles = try Session.profiles(toBeMade: true)
    let name = name ?? Self.plainName(file)
    let isPlain = name.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || "-_".contains($0))
    }
    guard isPlain, (1...60).contains(name.utf8.count) else {
      throw Problem("profile_name_malformed", ["profile": name])
    }
    let draft = try draft(named: name, by: profiles)
    if output == "-" { return printData(draft) }
    let path = try output ?? Session.profileFolder() + "/\(name).toml"
    if output == nil { try Path.makeFolder(Session.profileFolder(), mode: 0o755) }
    let file = try NewFile(path, isReplacing: false)
    try file.write(draft)
    try file.keep()
    printToStandardError(
      say("已写入 \(path)：请逐行核对", "Wrote \(path): look at every line."))
  }

  /// Drafts the profile.
  ///
  /// - Throws: `Problem`, with the file's name in what the file is to blame for.
  private func draft(named name: String, by profiles: Profiles) throws -> String {
    let samples = try withInput(file) { try profiles.samples(ofFile: $0) }
    do throws(Problem) {
      return try profiles.draft(from: samples, named: name, like: like, platform: platform)
    } catch {
      var problem = error
      if problem.code == "table_without_header" { problem.facts["file"] = file }
      throw problem
    }
  }

  private static func plainName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? "own"
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return file == "-" ? "own" : stem.lowercased().replacing(" ", with: "-")
  }
}
