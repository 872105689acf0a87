extension Sentences {
  /// What is not in the catalogue, or is there twice.
  static let catalogue: [(String, Sentence)] = [
    (
      "product_unknown",
      Sentence(
        .data, zh: "[第 {line} 行：]没有货号或条码为“{code}”的商品；用 bangfu product list 查找",
        en: "[line {line}: ]no product has the sku or barcode \"{code}\"; see bangfu product list")
    ),
    (
      "product_inactive",
      Sentence(
        .data, zh: "[第 {line} 行：]商品 {code}[（{name}）]已停用，不能再卖",
        en: "[line {line}: ]the product {code}[ ({name})] is no longer sold")
    ),
    (
      "channel_unknown",
      Sentence(
        .data, zh: "没有渠道“{code}”；用 bangfu channel list 查看有哪些",
        en: "there is no channel \"{code}\"; see bangfu channel list")
    ),
    (
      "channel_inactive",
      Sentence(.data, zh: "渠道“{code}”已停用", en: "the channel \"{code}\" is no longer used")
    ),
    (
      "location_unknown",
      Sentence(
        .data, zh: "没有仓库或门店“{code}”", en: "there is no location \"{code}\"")
    ),
    (
      "buyer_unknown",
      Sentence(
        .data, zh: "没有采购单位“{code}”；用 bangfu buyer list 查看，或先用 bangfu buyer add 登记",
        en: "there is no buyer \"{code}\"; see bangfu buyer list, or add it with bangfu buyer add")
    ),
    (
      "supplier_unknown",
      Sentence(
        .data, zh: "没有供应商“{code}”；先用 bangfu supplier add 登记",
        en: "there is no supplier \"{code}\"; add it with bangfu supplier add")
    ),
    (
      "unit_unknown",
      Sentence(
        .data,
        zh: "[第 {line} 行：]没有计量单位“[{unit}][{code}]”；先用 bangfu unit add 登记",
        en: "[line {line}: ]there is no unit \"[{unit}][{code}]\"; add it with bangfu unit add")
    ),
    (
      "product_exists",
      Sentence(
        .data,
        zh: "商品 {code} 已经有了；要改用 bangfu product change",
        en: "the product {code} is there already; bangfu product change changes it")
    ),
    (
      "supplier_exists",
      Sentence(
        .data,
        zh: "供应商 {code} 已经有了",
        en: "the supplier {code} is there already")
    ),
    (
      "buyer_exists",
      Sentence(
        .data,
        zh: "采购单位 {code} 已经有了",
        en: "the buyer {code} is there already")
    ),
    (
      "channel_exists",
      Sentence(
        .data,
        zh: "渠道 {code} 已经有了",
        en: "the channel {code} is there already")
    ),
    (
      "location_exists",
      Sentence(
        .data,
        zh: "仓库或门店 {code} 已经有了",
        en: "the location {code} is there already")
    ),
    (
      "unit_exists",
      Sentence(
        .data,
        zh: "计量单位 {code} 已经有了",
        en: "the unit {code} is there already")
    ),
    (
      "barcode_taken",
      Sentence(
        .data,
        zh: "[第 {line} 行：]条码 {barcode} 已经属于商品 {code}，一个条码只能对应一个商品",
        en:
          "[line {line}: ]the barcode {barcode} belongs to {code} already; a barcode stands "
          + "for one product")
    ),
    (
      "product_cell_missing",
      Sentence(
        .data,
        zh: "[第 {line} 行：][商品 {code} ]缺少“{column}”",
        en: "[line {line}: ][the product {code}: ]{column} is missing")
    ),
    (
      "buyer_cell_missing",
      Sentence(
        .data,
        zh: "[第 {line} 行：][采购单位 {code} ]缺少“{column}”",
        en: "[line {line}: ][the buyer {code}: ]{column} is missing")
    ),
  ]
}
