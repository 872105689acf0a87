import ArgumentParser

/// `bangfu channel profile`: how formats of channel files are read.
struct ChannelProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: say("文件格式：列出、显示、起草自己的", "Formats of channel files: lists, shows, drafts your own."),
    subcommands: [ChannelProfileList.self, ChannelProfileShow.self, ChannelProfileNew.self])
}
