extension Sentences {
  /// What the command line itself says.
  static let commands: [(String, Sentence)] = [
    (
      "command_unknown",
      Sentence(
        .usage, zh: "没有命令 {command}[，是不是 {guess}？][；{parent} 下有：{names}]",
        en: "there is no command {command}[: did you mean {guess}?][; {parent} has {names}]")
    ),
    (
      "language_unknown",
      Sentence(
        .usage, zh: "没有语言“{value}”：--lang 后面写 zh 或 en",
        en: "there is no language \"{value}\": --lang takes zh or en")
    ),
    (
      "ask_before_malformed",
      Sentence(
        .usage, zh: "BANGFU_ASK_BEFORE 不对：“{value}”不是日期，要写成 2026-11-27",
        en: "BANGFU_ASK_BEFORE is wrong: \"{value}\" is no day, which is written as 2026-11-27")
    ),
    (
      "sheet_too_long",
      Sentence(
        .data, zh: "{file} 放不下：{rows} 行，一张工作表最多 1,048,000 行；写成 .csv",
        en: "{file} cannot hold it: {rows} rows, and a sheet has at most 1,048,000; write .csv")
    ),
    (
      "output_format_unknown",
      Sentence(
        .usage, zh: "{file} 的格式写不出来：--output 的文件名以 .xlsx、.html、.csv 或 .json 结尾",
        en:
          "{file} cannot be written: the name of --output ends in .xlsx, .html, .csv or .json")
    ),
    (
      "chart_without_terminal",
      Sentence(
        .usage, zh: "--chart 在终端里画图：不要和 --format csv、json 或 --output 一起写；.html 和 .xlsx 里本来就有图",
        en: """
          --chart draws in the terminal: leave it out with --format csv, json and --output; pages (.html) and workbooks \
          (.xlsx) have their charts without it
          """)
    ),
    (
      "unit_without_amounts",
      Sentence(
        .usage, zh: "这张表没有能用{unit}表示的金额：不要写 --in",
        en: "there is no amount in this list to show in {unit}: leave --in out")
    ),
    (
      "output_format_differs",
      Sentence(
        .usage, zh: "{file} 和 --format {format} 不一致：--output 看文件名，只写一个",
        en: "{file} and --format {format} differ: give one of them")
    ),
    (
      "confirmation_needed",
      Sentence(
        .usage, zh: "{question} 这里没有人可以回答：确定要做请加 --yes",
        en: "{question} Nobody is here to answer: add --yes to go ahead")
    ),
    (
      "confirmation_declined",
      Sentence(.no, zh: "已取消，什么也没有改", en: "cancelled; nothing was changed")
    ),
    (
      "append_only",
      Sentence(
        .bug, zh: "表 {table} 的账只能追加，不能改也不能删（{act}）",
        en: "the facts in {table} are only ever added to, never changed or deleted ({act})")
    ),
    (
      "bug",
      Sentence(
        .bug, zh: "程序出错，请把这条信息报告给维护人员：{message}",
        en: "this should not happen, please report it: {message}")
    ),
  ]
}
