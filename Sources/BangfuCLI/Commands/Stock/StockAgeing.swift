import ArgumentParser
import Bangfu

/// `bangfu stock ageing`: how long goods have been there.
struct StockAgeing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ageing",
    abstract: say("库龄：现存的货到了多少天", "Lists what is on hand by age."),
    discussion: say(
      "按批次管理的从这一批第一次入库算起；其余的按先进先出，留下的是最近到这个地点的。",
      """
      A lot is as old as its first receipt. Of other goods, those that came to the location last are taken to be what is \
      still there.
      """))
  @OptionGroup var global: GlobalOptions
  @OptionGroup var at: LocationOption
  @OptionGroup var options: ListOptions

  func run() throws { try options.show(global.open().stock.ages(at: at.location)) }
}
