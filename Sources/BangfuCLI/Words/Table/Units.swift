extension Sentences {
  /// What is wrong with units, and with goods entered in them.
  static let units: [(String, Sentence)] = [
    (
      "unit_not_of_product",
      Sentence(
        .data,
        zh:
          "[第 {line} 行：]{code}[（{name}）]没有单位“{unit}”，可以用 {units}；其他单位先用 bangfu product unit add 登记",
        en:
          "[line {line}: ]{code}[ ({name})] has no unit \"{unit}\", but {units}; add others with bangfu product unit add"
      )
    ),
    (
      "quantity_uneven",
      Sentence(
        .data,
        zh:
          "[第 {line} 行：]{code}[（{name}）]的 {quantity} {unit} 换算成{base}除不尽（最多三位小数），不能四舍五入：请直接写{base}数",
        en:
          "[line {line}: ]{code}[ ({name})]: {quantity} {unit} do not come out even in {base} with three decimals, "
          + "and are not rounded: say how many {base}"
      )
    ),
    (
      "quantity_too_large",
      Sentence(
        .data, zh: "[第 {line} 行：]{code}[（{name}）]的 {quantity} {unit} 太大了[（可用 {units}）]",
        en: "[line {line}: ]{code}[ ({name})]: {quantity} {unit} is too much[ (it has {units})]")
    ),
    (
      "unit_twice",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 的数量写了“{quantity}”，单位又写“{unit}”：只写一个",
        en: "[line {line}: ]{code}: the quantity \"{quantity}\" and the unit \"{unit}\" differ")
    ),
    (
      "unit_changed",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 的单位“{unit}”刚刚改过：请删掉这一行，重新输入",
        en:
          "[line {line}: ]the unit {unit} of {code} was changed meanwhile: remove the line and enter it again"
      )
    ),
    (
      "unit_built_in",
      Sentence(
        .data, zh: "[第 {line} 行：]“{unit}”不能另外登记：它是 {code} 的基本单位，或通用的度量单位（{code} 按{base}计）",
        en:
          "[line {line}: ]{unit} cannot be added to {code}: it is its base unit, or a built-in measure "
          + "({code} is kept in {base})"
      )
    ),
    (
      "unit_holds_malformed",
      Sentence(
        .usage, zh: "“{holds}”要写成 10、12.5、2斤 或 1/12 这样",
        en: "\"{holds}\" is written as 10, 12.5, 2kg or 1/12")
    ),
    (
      "product_units_malformed",
      Sentence(
        .data, zh: "[第 {line} 行：]{code} 的其他单位“{text}”要写成 箱=10 这样，几个之间用空格隔开",
        en:
          "[line {line}: ]the unit \"{text}\" of {code} is written as box=10, several with spaces between"
      )
    ),
    (
      "product_unit_holds_otherwise",
      Sentence(
        .data,
        zh:
          "[第 {line} 行：]{code} 的 1 {unit} 已登记为 {holds} {base}，这里写的不一样；要改，先用 bangfu product unit remove {code} {unit} 去掉",
        en:
          "[line {line}: ]1 {unit} of {code} holds {holds} {base} already, and something else here; "
          + "to change it, bangfu product unit remove {code} {unit} first"
      )
    ),
    (
      "product_unit_unknown",
      Sentence(
        .data, zh: "{code} 没有自己的单位“{unit}”；用 bangfu product unit list 查看",
        en: "{code} has no unit \"{unit}\" of its own; see bangfu product unit list")
    ),
    (
      "product_unit_fixed",
      Sentence(
        .data,
        zh: "[第 {line} 行：]{code} 已经按“{unit}”记过账、建过库存、对应过链接或有其他单位，基本单位不能再改：请另建一个货号",
        en:
          "[line {line}: ]{code} is kept in {unit} by sales, stock, listings or other units, so its base unit stays: "
          + "make another sku"
      )
    ),
    (
      "part_broken",
      Sentence(
        .data, zh: "组装 {asked} 个 {whole} 要 {quantity} {unit} {code}[（{name}）]，分不开",
        en: "{asked} of {whole} take {quantity} {unit} of {code}[ ({name})], which cannot be")
    ),
    (
      "refund_unit_needed",
      Sentence(
        .data,
        zh: "第 {line} 行（{code}）是按{entered}卖的：退货要写明单位，如 {line}:1{entered} 或 {line}:1{unit}",
        en:
          "line {line} ({code}) was sold by {entered}: say the unit, as {line}:1{entered} or {line}:1{unit}"
      )
    ),
  ]
}
