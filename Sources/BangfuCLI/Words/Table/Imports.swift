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
      "fee_rate_unknown",
      Sentence(
        .data, zh: "没有费率 {number}；用 bangfu settle rate list 查看",
        en: "there is no rate {number}; see bangfu settle rate list")
    ),
    (
      "fee_rate_malformed",
      Sentence(
        .data, zh: "“{value}”不是费率：写百分数，最多两位小数，如 5 或 0.6",
        en: "\"{value}\" is no rate: write a percentage of at most two decimals, as 5 or 0.6")
    ),
    (
      "days_of_platform",
      Sentence(
        .data, zh: "{channel} 是平台的渠道，按订单核对：--by order",
        en: "{channel} is a platform's channel, and is reconciled by order: --by order")
    ),
    (
      "settlement_elsewhere",
      Sentence(
        .data,
        zh: "结算明细 {number} 已经导入到渠道 {channel}：请确认 --channel 没有选错店铺，这次什么也没有记",
        en:
          "settlement line {number} is already in channel {channel}: check that --channel names the right shop; "
          + "nothing was recorded")
    ),
    (
      "settlement_total_differs",
      Sentence(
        .data,
        zh:
          "[{file}：]第 {line} 行的“{label}”是 {stated}，各行加起来是 {computed}：文件不全或被改过，请重新下载；什么也没有记",
        en:
          "[{file}: ]line {line} states {stated} for {label}, and the rows add up to {computed}: the file is cut short or "
          + "was changed, download it again; nothing was recorded")
    ),
    (
      "channel_needed",
      Sentence(
        .data,
        zh:
          "[{file}：]这是 {platform} 的文件（格式 {profile}），[这个平台的渠道有 {channels}，]请用 --channel 写明是哪个店铺；或把文件放在以渠道代码命名的文件夹里",
        en:
          "[{file}: ]a file of {platform} (profile {profile}): name its shop with --channel[, one of {channels}], "
          + "or put it into a folder named for the channel")
    ),
    (
      "channel_by_profile",
      Sentence(
        .data,
        zh: "格式 {profile} 按“{column}”一列分渠道：不要再写 --channel",
        en:
          "profile {profile} takes the channel of each row from the column {column}: leave out --channel"
      )
    ),
    (
      "file_amounts_too_large",
      Sentence(
        .data,
        zh: "[{file}：]各行金额合计超过一千亿元：是不是号码写进了金额一列？",
        en:
          "[{file}: ]the amounts add up to more than 100 billion yuan: are there numbers of orders in their column?"
      )
    ),
    (
      "batch_not_open",
      Sentence(
        .bug, zh: "批次 {batch} 不是这次操作开的，不能往里写",
        en: "the batch {batch} was not begun by this act: nothing is written into it")
    ),
    (
      "file_elsewhere",
      Sentence(
        .data,
        zh: "[{file}：]这张表已经导入到渠道 {channel}：请确认 --channel 没有选错，这次什么也没有记",
        en:
          "[{file}: ]this sheet is already in the channel {channel}: check --channel; nothing was recorded"
      )
    ),
    (
      "snapshot_in_future",
      Sentence(
        .data,
        zh: "[{file}：]导出时间在一年以后：请核对文件名开头的十位数字，或 --as-of",
        en:
          "[{file}: ]the time of the export is more than a year ahead: check the ten digits of the "
          + "file's name, or --as-of")
    ),
    (
      "file_is_report",
      Sentence(
        .data,
        zh: "[{file}：]这是 bangfu 写的报表，不是平台的文件",
        en: "[{file}: ]this is a report that bangfu wrote, not a platform's file")
    ),
    (
      "sheet_hidden",
      Sentence(
        .data,
        zh: "[{file}：]工作表是隐藏的：要算数的话请先取消隐藏",
        en: "[{file}: ]the sheet is hidden: unhide it if it counts")
    ),
    (
      "snapshot_too_early",
      Sentence(
        .data,
        zh: "[{file}：]文件里已有 {newest} 的记录，--as-of 不能早于它",
        en: "[{file}: ]the file reports {newest}: --as-of must not be earlier")
    ),
    (
      "name_not_utf8",
      Sentence(
        .data,
        zh: "文件名不是 UTF-8，读不到：请改名后再导入",
        en: "the name of the file is not UTF-8, so it cannot be opened: rename it")
    ),
    (
      "profile_name_malformed",
      Sentence(
        .data,
        zh: "格式名 {profile} 只能用小写字母、数字、- 和 _",
        en: "a profile's name has lower-case letters, digits, - and _ only, not {profile}")
    ),
    (
      "day_unknown",
      Sentence(
        .data,
        zh: "[{file}：]表里没有日期：标题里没有，列里也没有。请加 --day，如 --day 2026-09-30",
        en:
          "[{file}: ]neither the title nor a column says the day: give it, as with --day 2026-09-30"
      )
    ),
    (
      "folder_empty",
      Sentence(
        .data, zh: "文件夹 {file} 里没有可以导入的文件", en: "the folder {file} holds no file to import")
    ),
    (
      "import_row_unknown",
      Sentence(
        .data, zh: "导入 {import} 没有第 {row} 行", en: "import {import} has no row {row}")
    ),
    (
      "line_not_imported",
      Sentence(
        .data, zh: "单据 {document} 第 {line} 行不是从文件导入的，是手工录入的",
        en: "line {line} of document {document} comes from no file: it was entered by hand")
    ),
    (
      "order_no_unknown",
      Sentence(
        .data, zh: "没有导入过订单号 {order}", en: "no file that was imported has an order {order}")
    ),
    (
      "nothing_to_explain",
      Sentence(
        .data, zh: "没有导入过订单号 {order}，也没有单号 {order}",
        en: "no file that was imported has an order {order}, and no document has that number")
    ),
    (
      "order_not_posted",
      Sentence(
        .data, zh: "订单 {order} 在文件里，但没有入账：bangfu import show --order {order} 看它的行",
        en:
          "order {order} is in a file, and no sale of it was posted: bangfu import show --order {order} shows its rows"
      )
    ),
    (
      "pair_malformed",
      Sentence(
        .usage, zh: "“{text}”要写成两个数字，中间是冒号，如 3:125",
        en: "\"{text}\" is not two numbers with a colon, such as 3:125")
    ),
    (
      "file_exists",
      Sentence(
        .data, zh: "{file} 已经存在：请换一个名字，或用 --output",
        en: "{file} is there already: choose another name, or --output")
    ),
    (
      "listing_columns",
      Sentence(
        .data, zh: "[{file}：]第一行要有列 listing 和 sku（或 proposal）",
        en: "[{file}: ]the first row must have the columns listing and sku (or proposal)")
    ),
    (
      "listing_blank",
      Sentence(.data, zh: "没有写链接的编码", en: "no listing was named: its code is blank")
    ),
    (
      "listing_channel_missing",
      Sentence(
        .data, zh: "[第 {line} 行：]没有写渠道", en: "[line {line}: ]names no channel")
    ),
    (
      "listing_product_twice",
      Sentence(
        .data, zh: "[第 {line} 行：]同一个链接里货号 {code} 出现了两次：请合并数量",
        en: "[line {line}: ]{code} stands twice in one listing: add the quantities")
    ),
    (
      "listing_shares_some",
      Sentence(
        .data, zh: "链接 {listing}：价格份额要么每种商品都写，要么都不写",
        en: "listing {listing}: give each product its share of the price, or none")
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
      "month_closed",
      Sentence(
        .data, zh: "{month} 已经结账，不能再往里记：请用未结账月份的日期",
        en:
          "{month} is closed, and nothing is entered into it any more: give a day of an open month")
    ),
    (
      "import_differs",
      Sentence(
        .no, zh: "警告：导入 {import} 的记录或留存的副本与导入时不一样，可能被改过：请运行 bangfu check",
        en:
          "warning: import {import}, or the copy kept of it, is not as it was imported; somebody may have changed it: "
          + "run bangfu check")
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
        zh: "[{file}：]认不出这个文件：没有找到任何已知平台的表头。请导入平台后台导出的原始文件；"
          + "别的表请先用 bangfu channel profile new 起草格式",
        en:
          "[{file}: ]this file is not recognised: no row is a known header. Import the file "
          + "as the platform exports it; of any other table draft a profile with bangfu channel profile new"
      )
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
      "sheet_column_missing",
      Sentence(
        .data,
        zh: "[{file}：]第 {row} 行的表头缺少列：{columns}（格式 {profile}）。请把表里的列名改成这样",
        en:
          "[{file}: ]the header in row {row} lacks the columns {columns} (profile "
          + "{profile}): name the columns of the sheet so")
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
