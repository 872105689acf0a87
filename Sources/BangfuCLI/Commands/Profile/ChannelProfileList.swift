import ArgumentParser
import Bangfu

/// `bangfu channel profile list`: lists the profiles.
struct ChannelProfileList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出文件格式", "Lists the profiles."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws {
    let profiles = try Session.profiles()
    tellFaults(of: profiles)
    let table = Table(
      [.profile, .name, .platform, .kind, .source],
      rows: try profiles.list().map { profile in
        [profile.name, profile.title, profile.platform]
          + [profile.kind.rawValue, profile.isOwn ? "own" : "shipped"].map {
            options.format == .table ? CodeWords.word($0) : $0
          }
      })
    switch try options.target {
    case .file(let output, let format): try write(Paper(table), to: output, as: format)
    case .screen(let format): printRows(table, format)
    }
  }
}
