import ArgumentParser

/// `bangfu channel`: shops on platforms and counters, and the listings of their files.
struct ChannelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channel",
    abstract: say("渠道与链接对应", "Shops on platforms and counters, and their listings."),
    subcommands: [
      ChannelAdd.self, ChannelList.self, ChannelShow.self, ChannelChange.self, ChannelListings.self,
      ChannelUnmapped.self, ChannelPending.self,
      ChannelMap.self, ChannelProfileCommand.self,
    ])
}
