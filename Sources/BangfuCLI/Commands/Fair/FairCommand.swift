import ArgumentParser

/// `bangfu fair`: fairs, where goods are sold for some days and agreements signed.
struct FairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fair",
    abstract: say("展销会：带去、现场销售、带回、签约", "Fairs: sent there, sold, brought back, signed."),
    discussion: say(
      "在展销会的摊位、或它的渠道在那几天卖出的，都是它的现场销售；签约单列，从不计入。",
      """
      What sells at a fair's stands, or by its channel on its days, is its sales. Agreements that are signed there stand \
      apart, and never count.
      """),
    subcommands: [
      FairAdd.self, FairList.self, FairShow.self, FairAgreements.self, FairCancel.self,
    ])
}
