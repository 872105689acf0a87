import ArgumentParser
import Bangfu

/// `bangfu duplicates show`: shows a group or a decision, field by field.
struct DuplicatesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("显示一组或一个决定，逐项比较", "Shows a group to decide, or a decision, field by field."))
  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp(say("组号，或决定的编号", "The group's number, or the decision's.")))
  var number: Int64
  @OptionGroup var options: ListOptions

  func run() throws {
    let group = try global.open().duplicates.show(number)
    try options.show(group.sales)
    guard options.isForPeople, !group.pairs.rows.isEmpty else { return }
    printLine("")
    printLine(
      say(
        "各项说明是同一笔的分量（比特，负的说明不是）：",
        "What each field says for one sale, in bits; below zero against it:"))
    printRows(Table(group.pairs).forPeople, .table)
    printLine(
      say(
        "决定：bangfu duplicates decide \(number) same（或 different）--reason …",
        "Decide: bangfu duplicates decide \(number) same (or different) --reason …"))
  }
}
