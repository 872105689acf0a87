extension Sentences {
  /// What the close of months refuses.
  static let months: [(String, Sentence)] = [
    (
      "target_none",
      Sentence(
        .data, zh: "{day} 没有目标：bangfu target set 金额 --from … --to …",
        en: "no target covers {day}: bangfu target set AMOUNT --from … --to … sets one")
    ),
    (
      "not_in_figure",
      Sentence(
        .data, zh: "{month} 的销售额里没有这些：bangfu figure explain {month} 从头看起",
        en:
          "nothing of that is in the figure of {month}: bangfu figure explain {month} begins at its channels"
      )
    ),
    (
      "month_not_over",
      Sentence(
        .data, zh: "{month} 还没有过完：下个月再结账或签字",
        en: "{month} is not over: close it, or sign for it, when it is")
    ),
    (
      "month_is_closed",
      Sentence(
        .data, zh: "{month} 已经结账；bangfu month status {month} 看当时签字的事",
        en: "{month} is closed already; bangfu month status {month} shows what was signed for")
    ),
    (
      "month_before_open",
      Sentence(
        .data, zh: "{earlier} 有账，还没有结：先结 {earlier}，再结 {month}",
        en: "{earlier} has lines and is open: close {earlier} before {month}")
    ),
    (
      "month_busy",
      Sentence(
        .tryAgain, zh: "正在往 {month} 里导入，账没有结：导完再结",
        en:
          "a file is being imported into {month}, which was not closed: try again when that is done"
      )
    ),
    (
      "month_points_open",
      Sentence(
        .no, zh: "{month} 没有结账，未了 {count} 项：按清单补上，或用 --sign 键=原因 签字",
        en:
          "{month} was not closed; open points: {count}. Mend them, or sign for them with --sign KEY=REASON"
      )
    ),
    (
      "month_stays_closed",
      Sentence(
        .data, zh: "{month} 已经结账，不能再打开，它的分区也不能拿走或换掉",
        en:
          "{month} is closed: it is not opened again, nor are its partitions taken away or replaced"
      )
    ),
    (
      "point_unknown",
      Sentence(
        .data, zh: "{month} 的清单里没有 {key}（也许变了）：bangfu month status {month} 看现在的键",
        en:
          "{key} is no point of {month}, or not any more: bangfu month status {month} shows the keys of now"
      )
    ),
    (
      "point_signed_twice",
      Sentence(.usage, zh: "{key} 签了两次：一项写一个 --sign", en: "{key} is signed for twice: give it once")
    ),
    (
      "nil_sold",
      Sentence(
        .data, zh: "{channel} {month} 有销售（{day}），不能签没有销售",
        en: "{channel} sold something in {month} ({day}): it cannot be signed to be without sales")
    ),
    (
      "nil_stands",
      Sentence(
        .data, zh: "{channel} {month} 没有销售，已经签过字；撤销加 --undo",
        en: "{channel} is signed to be without sales in {month} already; --undo undoes that")
    ),
    (
      "nil_unknown",
      Sentence(
        .data, zh: "{channel} {month} 没有签过没有销售，没有可撤销的",
        en: "nobody signed that {channel} sold nothing in {month}: there is nothing to undo")
    ),
    (
      "month_not_closed",
      Sentence(
        .data, zh: "{month} 还没有结账：先 bangfu month close {month}",
        en: "{month} is not closed: bangfu month close {month} comes first")
    ),
    (
      "figure_published",
      Sentence(
        .data, zh: "{month} 已经发布，现在是第 {version} 版；新的版本来自 bangfu month restate",
        en:
          "{month} is published, and stands at version {version}; bangfu month restate makes a new one"
      )
    ),
    (
      "figure_unpublished",
      Sentence(
        .data, zh: "{month} 还没有发布：bangfu figure publish {month}",
        en: "{month} is not published: bangfu figure publish {month}")
    ),
    (
      "figure_unknown",
      Sentence(
        .data, zh: "{month} 没有第 {version} 版；bangfu figure list 列出已发布的",
        en: "{month} has no version {version}; bangfu figure list shows what was published")
    ),
    (
      "figure_first",
      Sentence(
        .data, zh: "{month} 的第 1 版前面没有版本，没有过渡表",
        en: "nothing leads to the first version of {month}: it has no bridge")
    ),
    (
      "figure_unreconciled",
      Sentence(
        .bug, zh: "{month} 的单据和明细加起来不同，没有发布：请运行 bangfu check，并报告给维护人员",
        en:
          "documents and lines of {month} differ, and nothing was published: run bangfu check, and please report it"
      )
    ),
    (
      "nothing_to_restate",
      Sentence(
        .data, zh: "{month} 没有晚到的，也没有改判的，不用重述",
        en: "nothing of {month} came late or is judged otherwise: there is nothing to restate")
    ),
    (
      "month_signature_reason_short",
      Sentence(
        .data, zh: "签字的原因太长：最多 500 个字",
        en: "the reason of a signature is too long: 500 characters at most")
    ),
  ]
}
