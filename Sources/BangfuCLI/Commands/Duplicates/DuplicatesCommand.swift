import ArgumentParser
import Bangfu

/// `bangfu duplicates`: sales that two sources may report.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: say("重复：两个来源可能报了同一笔销售", "Sales that two sources may report."),
    discussion: say(
      "程序只找、只比，从不自己合并：由人决定（要写原因），每组最多计入一笔。没决定完，计入额是一个范围。",
      """
      They are found and compared, and never made one by themselves: a person decides, with a reason, and at most one of a \
      group counts. While any is undecided the figure is a range.
      """),
    subcommands: [
      DuplicatesFind.self, DuplicatesList.self, DuplicatesShow.self, DuplicatesDecide.self,
      DuplicatesCount.self, DuplicatesUndo.self,
    ])
}

/// Says what a decision did.
func duplicateDecisionSaid(_ done: DuplicateDecision, _ format: Format) throws {
  guard format == .table else {
    return printRows(
      Table(
        [.named("number"), .named("judged")], rows: [[String(done.number), String(done.judged)]]),
      format)
  }
  printLine(
    say(
      "已记，编号 \(done.number)；重新判定 \(done.judged) 行",
      "Done, number \(done.number); \(done.judged) \(done.judged == 1 ? "line" : "lines") judged anew."
    ))
}
