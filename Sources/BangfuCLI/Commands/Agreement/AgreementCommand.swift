import ArgumentParser

/// `bangfu agreement`: signed agreements, which are no sales.
struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: say("签约：答应要买，不是销售", "Signed agreements: promises to buy, no sales."),
    discussion: say(
      "录入用 bangfu order enter --signed；展销会的表里写明签约的行也在这里。任何报表的销售额都不含签约。",
      """
      bangfu order enter --signed enters one; rows of a fair's sheet that say so are here as well. They are in no report's \
      sales.
      """),
    subcommands: [
      AgreementList.self, AgreementDeliver.self, AgreementUndeliver.self, AgreementCancel.self,
    ])
}
