import ArgumentParser

/// `bangfu supermarket`: supermarkets, their terms, settlements and payments.
struct SupermarketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supermarket",
    abstract: say("商超：合同、结算、扣款、回款、货架", "Supermarkets: terms, settlements, payments, shelves."),
    discussion: say(
      """
      代销单、联营明细用 bangfu import 导入：卖出的从该渠道的发货地点（它的货架）出库。收银、结算、回款是三个数，分开记；\
      计入哪一个由规则定（bangfu rules set --supermarket）。
      """,
      """
      Sheets come in by bangfu import, and what they sold leaves the channel's location, its shelf. Till sales, \
      settlement and paid are three amounts, kept apart; which one counts is a rule (bangfu rules set --supermarket).
      """),
    subcommands: [
      SupermarketContract.self, SupermarketContracts.self, SupermarketSettle.self,
      SupermarketPay.self, SupermarketList.self, SupermarketShow.self, SupermarketShelf.self,
      SupermarketUndo.self,
    ])
}
