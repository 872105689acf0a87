import ArgumentParser
import Channels

/// `bangfu channel profile list`: lists the profiles.
struct ChannelProfileList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say("列出文件格式", "Lists the profiles."))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: ListOptions

  func run() throws {
    let own = try Session.ownProfiles()
    let library = own.library
    tellFaults(of: library)
    let names = Set(library.profiles.map(\.name)).subtracting(
      try Profile.all().map(\.name))
    let replaced = Set(own.texts.compactMap { try? Profile.named(in: $0.text) })
    let table = Table(
      [.profile, .name, .platform, .kind, .source],
      rows: library.profiles.sorted { $0.name < $1.name }.map { profile in
        let kind = profile.isOfAfterSales ? "after-sales" : profile.isSheet ? "sheet" : "orders"
        let isOwn = names.contains(profile.name) || replaced.contains(profile.name)
        let source = isOwn ? "own" : "shipped"
        return [profile.name, profile.title, profile.platform]
          + [kind, source].map { options.format == .table ? CodeWords.word($0) : $0 }
      })
    switch try options.target {
    case .file(let output, let format): try write(table, to: output, as: format)
    case .screen(let format): printRows(table, format)
    }
  }
}
