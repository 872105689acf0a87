extension Sentences {
  /// Rule sets and certificates.
  static let rules: [(String, Sentence)] = [
    (
      "province_unknown",
      Sentence(
        .data, zh: "没有省份“{province}”；写简称，如 山东",
        en: "there is no province \"{province}\"; write its short name in Chinese")
    ),
    (
      "rule_fact_missing",
      Sentence(
        .data, zh: "规则 {rule} 还不能是 {value}：程序还没有这样的记录（食堂以外的送达、验收）",
        en:
          "the rule {rule} cannot be {value} yet: nothing keeps such facts (deliveries and acceptances but for canteens)"
      )
    ),
    (
      "subsidies_closed",
      Sentence(
        .data, zh: "{month} 已结账，补贴和商超的规则只能从以后的日子改起",
        en: "{month} is closed: set the rules of subsidies and supermarkets from a later day on")
    ),
    (
      "rules_unknown",
      Sentence(
        .data, zh: "没有规则设定 {number}：见 bangfu rules history",
        en: "no act {number} set rules: see bangfu rules history")
    ),
    (
      "rules_first",
      Sentence(
        .data, zh: "最初的规则不能撤销；用 bangfu rules set 另设",
        en: "the first rules cannot be undone; set others: bangfu rules set")
    ),
    (
      "rules_before_first",
      Sentence(
        .data, zh: "那天还没有规则：日子要在 2010-01-01 以后",
        en: "there are no rules on that day: rules begin on 2010-01-01")
    ),
    (
      "rules_malformed",
      Sentence(
        .data,
        zh: "不是规则文件：{text}…；应像 bangfu rules show --format json 输出的那样",
        en:
          "this is no file of rules: {text}…; it should be as bangfu rules show --format json prints one"
      )
    ),
    (
      "rules_key_unknown",
      Sentence(
        .data, zh: "规则文件里不认识的键“{key}”；可以有 {keys}",
        en: "unknown key \"{key}\" in the rules; there may be {keys}")
    ),
    (
      "rules_key_missing",
      Sentence(
        .data, zh: "规则文件里“{key}”没有写，或写法不对", en: "the rules do not say \"{key}\", or in another form"
      )
    ),
    (
      "rules_day",
      Sentence(.data, zh: "规则文件里 {key} 不是日期：{value}", en: "{key} in the rules is no day: {value}")
    ),
    (
      "rules_agreements",
      Sentence(
        .data, zh: "签约从不计入：agreements 只能是 never",
        en: "signed agreements never count: agreements can only be never")
    ),
    (
      "rules_value",
      Sentence(
        .data, zh: "{from} 起的规则：{key} 不能是“{value}”；可以是 {values}",
        en: "rules from {from}: {key} cannot be \"{value}\"; it may be {values}")
    ),
    (
      "rules_origins_missing",
      Sentence(
        .data, zh: "{from} 起的规则没有产地：至少写一个",
        en: "rules from {from} name no origin: name one at least")
    ),
    (
      "rules_provinces_empty",
      Sentence(
        .data, zh: "{from} 起的规则：provinces 是空的；哪里都计入写 null",
        en: "rules from {from}: provinces is empty; write null for anywhere")
    ),
    (
      "rules_gap",
      Sentence(
        .data, zh: "{from} 到 {to} 没有规则：规则要一天接一天",
        en: "no rules hold from {from} to {to}: one set must follow the other")
    ),
    (
      "rules_overlap",
      Sentence(
        .data, zh: "{day} 有两套规则：改掉其中一套的日子",
        en: "two sets of rules hold on {day}: change the days of one")
    ),
    (
      "rules_end",
      Sentence(
        .data, zh: "{day} 以后没有规则：最后一套不写 to",
        en: "no rules hold after {day}: the last set has no \"to\"")
    ),
    (
      "rules_days_in_order",
      Sentence(
        .data, zh: "规则的 to {to} 早于 from {from}",
        en: "rules end on {to}, before they begin on {from}")
    ),
    (
      "certificate_exists",
      Sentence(
        .data, zh: "{code} 的认定 {number} 已登记：见 bangfu certificate list",
        en: "certificate {number} of {code} is there already: see bangfu certificate list")
    ),
    (
      "certificate_unknown",
      Sentence(
        .data, zh: "没有登记号 {number}：见 bangfu certificate list",
        en: "there is no certificate with the number {number}: see bangfu certificate list")
    ),
    (
      "certificate_ended",
      Sentence(.data, zh: "认定 {number} 已结束", en: "certificate {number} has ended already")
    ),
    (
      "certificate_end_outside",
      Sentence(
        .data, zh: "{day} 不在认定 {number} 的有效期 {from} 至 {to} 里",
        en: "{day} is not among the days of certificate {number}, {from} to {to}")
    ),
    (
      "certificate_days_in_order",
      Sentence(
        .data, zh: "[第 {line} 行：]认定 {number} 的有效期至 {to} 早于起 {from}",
        en: "[line {line}: ]certificate {number} ends on {to}, before it begins on {from}")
    ),
    (
      "certificate_row_blank",
      Sentence(
        .data, zh: "第 {line} 行：没有货号或认定编号", en: "line {line}: no sku, or no number of a certificate")
    ),
    (
      "certificate_file_empty",
      Sentence(.data, zh: "文件里没有认定", en: "the file has no certificates")
    ),
    (
      "certificate_columns",
      Sentence(
        .data, zh: "文件缺少列：{columns}；要有 sku、number、from、to",
        en: "the file lacks the columns {columns}; it needs sku, number, from and to")
    ),
    (
      "order_is_judgement",
      Sentence(
        .data, zh: "{document} 是重新判定的更正，不是订单；改规则或认定来改它",
        en:
          "{document} is a correction that judged lines anew, and no order; change rules or certificates instead"
      )
    ),
  ]
}
