extension Sentences {
  /// What fairs refuse, and deliveries of agreements.
  static let fairs: [(String, Sentence)] = [
    (
      "fair_unknown",
      Sentence(
        .data, zh: "没有代码为 {code} 的展销会；用 bangfu fair list 查看",
        en: "there is no fair {code}; see bangfu fair list")
    ),
    (
      "fair_known",
      Sentence(.data, zh: "展销会 {code} 已经有了", en: "there is a fair {code} already")
    ),
    (
      "fair_days",
      Sentence(
        .data, zh: "展销会不能从 {from} 到 {to}：最后一天比第一天早",
        en: "a fair cannot go from {from} to {to}: it would end before it begins")
    ),
    (
      "fair_channel",
      Sentence(
        .data, zh: "渠道 {code} 不是展销会渠道；用 bangfu channel add --kind fair 新增一个",
        en: "channel {code} is none of fairs; add one with bangfu channel add --kind fair")
    ),
    (
      "fair_overlaps",
      Sentence(
        .data,
        zh: "这几天渠道 {channel} 已经在展销会 {code}：一个渠道同一天只能在一次展销会；用 bangfu channel add 新增渠道",
        en:
          "channel {channel} is at fair {code} on some of these days, and can be at one fair a day: add another with "
          + "bangfu channel add")
    ),
    (
      "fair_stand_kind",
      Sentence(
        .data, zh: "地点 {code} 不是摊位；用 bangfu location add --kind stand 新增一个",
        en: "location {code} is no stand; add one with bangfu location add --kind stand")
    ),
    (
      "fair_stand_taken",
      Sentence(
        .data, zh: "摊位 {code} 属于另一次展销会；用 bangfu location add --kind stand 新增一个",
        en: "stand {code} is another fair's; add one with bangfu location add --kind stand")
    ),
    (
      "delivery_before_agreement",
      Sentence(
        .data, zh: "单据 {document} 比签约 {number} 早，不是它的交货",
        en: "document {document} is earlier than agreement {number}: it does not deliver it")
    ),
    (
      "delivery_of_another_buyer",
      Sentence(
        .data, zh: "单据 {document} 和签约 {number} 不是同一个采购单位",
        en: "document {document} is not of the buyer of agreement {number}")
    ),
    (
      "delivery_known",
      Sentence(
        .data,
        zh:
          "单据 {document} 已经是签约 {number} 的交货；用 bangfu agreement undeliver {document} --reason 原因 撤销",
        en:
          "document {document} delivers agreement {number} already; bangfu agreement undeliver {document} --reason WHY "
          + "takes it off")
    ),
    (
      "delivery_unknown",
      Sentence(
        .data, zh: "单据 {document} 不是任何签约的交货", en: "document {document} delivers no agreement")
    ),
    (
      "agreement_of_channels",
      Sentence(
        .data, zh: "几个渠道都有签约 {number}：{channels}；请用 --channel 说明",
        en: "channels {channels} all have an agreement {number}; say which one with --channel")
    ),
    (
      "delivery_of_unmapped",
      Sentence(
        .data,
        zh: "签约 {number} 里有没对应的商品，不知道是不是 {sku}；先用 bangfu channel unmapped 和 channel map 对应",
        en:
          "goods of agreement {number} are not mapped, and may be {sku} or not; map them first: bangfu channel unmapped, "
          + "then bangfu channel map")
    ),
    (
      "delivery_exceeds_amount",
      Sentence(
        .data, zh: "签约 {number} 的 {sku} 只有 {agreed_amount} 元，这样就交货 {amount} 元",
        en:
          "agreement {number} promises {sku} for {agreed_amount} yuan; this would make {amount} delivered"
      )
    ),
    (
      "delivery_exceeds",
      Sentence(
        .data, zh: "签约 {number} 只有 {agreed} {unit} {sku}，这样就交货 {delivered} {unit}",
        en:
          "agreement {number} promises {agreed} {unit} of {sku}; this would make {delivered} delivered"
      )
    ),
  ]
}
