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
    (
      "channel_of_other_platform",
      Sentence(
        .data,
        zh: "渠道 {channel} 不是 {platform} 的店铺，这个文件却是 {platform} 的订单（格式 {profile}）：请换一个 --channel",
        en:
          "the channel {channel} is no shop on {platform}, but the file holds orders of "
          + "{platform} (profile {profile}): choose another --channel")
    ),
    (
      "profile_malformed",
      Sentence(
        .data,
        zh: "格式文件 {profile} 有错：{reason}",
        en: "the profile {profile} is wrong: {reason}")
    ),
    (
      "profile_unknown",
      Sentence(
        .data,
        zh: "没有叫 {profile} 的文件格式；有：{profiles}",
        en: "there is no profile {profile}; there are: {profiles}")
    ),
    (
      "profile_ambiguous",
      Sentence(
        .data,
        zh: "表头同时符合几种格式（{profiles}）：请用 --profile 指定一种",
        en: "the header fits several profiles ({profiles}): name one with --profile")
    ),
    (
      "file_not_recognised",
      Sentence(
        .data,
        zh: "[{file}：]认不出这个文件：没有找到任何已知平台的表头。请导入平台后台导出的原始文件",
        en:
          "[{file}: ]this file is not recognised: no row is a known header. Import the file "
          + "as the platform exports it")
    ),
    (
      "column_missing",
      Sentence(
        .data,
        zh: "[{file}：]第 {row} 行的表头缺少列：{columns}（格式 {profile}）。请在平台导出时勾选这些列",
        en:
          "[{file}: ]the header in row {row} lacks the columns {columns} (profile "
          + "{profile}): tick them when you export")
    ),
    (
      "column_twice",
      Sentence(
        .data,
        zh: "[{file}：]第 {row} 行的表头里，“{column}”出现了不止一次（第 {places} 列）：请只留一列",
        en:
          "[{file}: ]the header in row {row} has {column} more than once (columns {places}): "
          + "leave one of them")
    ),
    (
      "ids_rounded",
      Sentence(
        .data,
        zh: "[{file}：]订单号的末几位都是 0：文件用表格软件打开另存过，订单号已经损坏。请从平台重新下载，直接导入",
        en:
          "[{file}: ]the order numbers end in zeros: a spreadsheet has rounded them. "
          + "Download the file again and import it untouched")
    ),
  ]
}
