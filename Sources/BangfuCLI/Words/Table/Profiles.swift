extension Sentences {
  /// What is wrong with the profiles of channel files.
  static let profiles: [(String, Sentence)] = [
    (
      "profile_not_toml",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：不是 TOML[：{message}]",
        en: "the profile {profile}[, line {line}]: "
          + "it is no TOML[: {message}]")
    ),
    (
      "profile_key_unknown",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：没有 {key} 这一项",
        en: "the profile {profile}[, line {line}]: "
          + "there is no such key: {key}")
    ),
    (
      "profile_key_missing",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：缺少 {key}",
        en: "the profile {profile}[, line {line}]: "
          + "{key} is missing")
    ),
    (
      "profile_unfinished",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 还没有填",
        en: "the profile {profile}[, line {line}]: "
          + "{key} is still to be filled in")
    ),
    (
      "profile_value_kind",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 要写成 {wanted}",
        en: "the profile {profile}[, line {line}]: "
          + "{key} is written as {wanted}")
    ),
    (
      "profile_word_unknown",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 不能是 {value}；可以是 {words}",
        en: "the profile {profile}[, line {line}]: "
          + "{key} cannot be {value}; it is one of {words}")
    ),
    (
      "profile_name_twice",
      Sentence(
        .data, zh: "有几个格式文件的名称（name）都是 {name}：{files}。只能留一个，现在都不用",
        en: "several profiles have the name {name}: {files}; only one may, so none of them is used")
    ),
    (
      "profile_file_unreadable",
      Sentence(
        .data, zh: "格式文件 {profile} 读不了（{why}）：不用它",
        en: "the profile {profile} cannot be read ({why}), and is not used")
    ),
    (
      "profile_folder_unreadable",
      Sentence(
        .data, zh: "BANGFU_PROFILES 不对：{folder} 不是能读的文件夹",
        en: "BANGFU_PROFILES is wrong: {folder} is no folder that can be read")
    ),
    (
      "profile_like_unknown",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：like 说的 {like} 没有这种格式",
        en: "the profile {profile}[, line {line}]: "
          + "there is no profile {like} to be like")
    ),
    (
      "profile_field_unknown",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 里的 {field} 不是字段名",
        en: "the profile {profile}[, line {line}]: "
          + "{field} in {key} is no field")
    ),
    (
      "profile_field_without_column",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 用了 {field}，columns 里却没有它的列",
        en: "the profile {profile}[, line {line}]: "
          + "{key} uses {field}, which has no column in columns")
    ),
    (
      "profile_field_not_amount",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 里的 {field} 不是金额",
        en: "the profile {profile}[, line {line}]: "
          + "{field} in {key} is no amount")
    ),
    (
      "profile_field_not_quantity",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 里的 {field} 不是数量",
        en: "the profile {profile}[, line {line}]: "
          + "{field} in {key} is no quantity")
    ),
    (
      "profile_field_not_text",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 里的 {field} 是金额或数量，不能当编号",
        en: "the profile {profile}[, line {line}]: "
          + "{field} in {key} is an amount or a quantity, and distinguishes nothing")
    ),
    (
      "profile_field_not_time",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{key} 里的 {field} 不是时间",
        en: "the profile {profile}[, line {line}]: "
          + "{field} in {key} is no time")
    ),
    (
      "profile_column_twice",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：“{column}”一列不能同时是 {fields}",
        en: "the profile {profile}[, line {line}]: "
          + "the column {column} cannot be both: {fields}")
    ),
    (
      "profile_constant_column",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：{field} 已有列，不能又是固定值",
        en: "the profile {profile}[, line {line}]: "
          + "{field} has a column, and cannot have a constant too")
    ),
    (
      "profile_constant_kind",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：constant 里的 {field} 不能是 {value}",
        en: "the profile {profile}[, line {line}]: "
          + "{field} in constant cannot be {value}")
    ),
    (
      "profile_time_pattern",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：时间格式 {value} 看不懂：要有 YYYY、M、D，字母只能是 YMDHms、T 和 Z（时区）",
        en: "the profile {profile}[, line {line}]: "
          + "the pattern of times {value} is not understood: it has YYYY, M and D, and no letters but YMDHms, T and Z (the offset)"
      )
    ),
    (
      "profile_needs",
      Sentence(
        .data,
        zh: "格式文件 {profile}[ 第 {line} 行]：缺少字段：{fields}（在 columns 写列名，或在 constant 写固定值）",
        en: "the profile {profile}[, line {line}]: "
          + "a field is missing: {fields} (name its column in columns, or its value in constant)"
      )
    ),
    (
      "table_without_header",
      Sentence(
        .data,
        zh: "[{file}：]没有像表头的行：前 30 行里没有哪一行有两格以上",
        en: "[{file}: ]no row is like a header: none of the first 30 has two cells")
    ),
    (
      "profile_unknown",
      Sentence(
        .data,
        zh: "没有叫 {profile} 的文件格式；有：{profiles}",
        en: "there is no profile {profile}; there are: {profiles}")
    ),
  ]
}
