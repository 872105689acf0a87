extension Sentences {
  /// What imports refuse.
  static let imports: [(String, Sentence)] = [
    (
      "claim_elsewhere",
      Sentence(
        .data,
        zh: "订单 {order} 已经导入到同一平台的渠道 {channel}：请确认 --channel 没有选错店铺，这次什么也没有记",
        en:
          "order {order} is already in channel {channel} of the same platform: check that "
          + "--channel names the right shop; nothing was recorded")
    ),
    (
      "import_unknown",
      Sentence(
        .data, zh: "没有编号为 {import} 的导入；用 bangfu import list 查看",
        en: "there is no import {import}; see bangfu import list")
    ),
    (
      "import_undone",
      Sentence(
        .data, zh: "导入 {import} 已经撤销过了", en: "import {import} has been undone already")
    ),
    (
      "import_month_closed",
      Sentence(
        .data,
        zh: "导入 {import} 有账记在已结账的 {month}，不能撤销",
        en: "import {import} has lines in {month}, which is closed: it cannot be undone")
    ),
  ]
}
