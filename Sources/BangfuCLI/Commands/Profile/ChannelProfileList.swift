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
    try options.show(
      Table(
        [.profile, .name, .platform, .kind, .source],
        rows: profiles.list().map { profile in
          [
            profile.name, profile.title, profile.platform, profile.kind.rawValue,
            profile.isOwn ? "own" : "shipped",
          ]
        }))
  }
}
