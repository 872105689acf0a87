import ArgumentParser

/// `bangfu tourism`: where visitors came from.
struct TourismCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tourism",
    abstract: say("旅游：游客来自哪里、为什么优惠", "Tourism: where visitors came from, and why it was reduced."),
    discussion: say(
      """
      门票、农家乐、套餐是不管库存的商品（bangfu product add --service），用 bangfu order enter --channel tourism 卖。游客只记\
      各省人数，不记是谁。计不计入由规则定（bangfu rules set --tourism）。
      """,
      """
      Tickets, farm stays and packages are products without stock (bangfu product add --service), sold with bangfu \
      order enter --channel tourism. Of visitors only numbers by province are kept. Whether it counts is a rule (bangfu \
      rules set --tourism).
      """),
    subcommands: [TourismVisitors.self, TourismList.self, TourismUndo.self])
}
