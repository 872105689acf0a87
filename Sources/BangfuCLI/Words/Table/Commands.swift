extension Sentences {
  /// What the command line itself says.
  static let commands: [(String, Sentence)] = [
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
