extension Sentences {
  /// Sales that two sources may report, and what is decided of them.
  static let duplicates: [(String, Sentence)] = [
    (
      "duplicates_unknown",
      Sentence(
        .data, zh: "没有组或决定 {group}：见 bangfu duplicates list（--decided）",
        en: "there is no group and no decision {group}: see bangfu duplicates list, and --decided")
    ),
    (
      "group_decided",
      Sentence(
        .data, zh: "组 {group} 已由 {decision} 决定；要改，先 bangfu duplicates undo {decision}",
        en:
          "group {group} was decided by {decision}; to change that, bangfu duplicates undo {decision} first"
      )
    ),
    (
      "group_dissolved",
      Sentence(
        .data, zh: "组 {group} 已不在：又找过一次，或决定后撤销了。见 bangfu duplicates list",
        en:
          "group {group} is no more: it was looked for anew, or its decision undone. See bangfu duplicates list"
      )
    ),
    (
      "group_of_one",
      Sentence(
        .data, zh: "同一笔至少要两笔；都不是写 different",
        en: "one sale is made of two at least; if none is, say different")
    ),
    (
      "sale_not_of_group",
      Sentence(
        .data, zh: "{sale} 不在 {group} 里：见 bangfu duplicates show {group}",
        en: "{sale} is not one of {group}: see bangfu duplicates show {group}")
    ),
    (
      "sale_decided",
      Sentence(
        .data, zh: "{sale} 已由 {decision} 和别的定为同一笔；先 bangfu duplicates undo {decision}",
        en:
          "{decision} made {sale} one with others already; bangfu duplicates undo {decision} first")
    ),
    (
      "decision_unknown",
      Sentence(
        .data, zh: "没有决定 {number}：见 bangfu duplicates list --decided",
        en: "there is no decision {number}: see bangfu duplicates list --decided")
    ),
  ]
}
