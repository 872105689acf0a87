import ArgumentParser

/// How much is shown of a list that grows with every day.
struct RowLimit: ParsableArguments {
  /// What a table shows without `--limit`.
  static let ofTable = 50

  @Option(
    help: ArgumentHelp(
      say(
        "最多几行；不写时表格 \(ofTable) 行，文件、CSV 和 JSON 是全部",
        "At most so many rows; without it \(ofTable) in a table, all in files, CSV and JSON.")))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError(say("--limit 不能小于 0", "--limit is 0 or more."))
    }
  }

  /// The most rows to ask for; nil is all.
  func rows(_ options: ListOptions) -> Int? {
    limit ?? (options.isForPeople ? RowLimit.ofTable : nil)
  }
}
