extension Sentences {
  /// What tourism refuses, and services.
  static let tourism: [(String, Sentence)] = [
    (
      "product_is_service",
      Sentence(
        .data, zh: "{code} {name} 是服务，没有库存：不能入库、调拨、盘点、预留",
        en:
          "{code} {name} is a service and has no stock: it is not received, moved, counted or promised"
      )
    ),
    (
      "service_has_stock",
      Sentence(
        .data, zh: "{code} 已有出入库、缺货、订货或组装，不能改成服务：另设一个货号",
        en: "{code} has moved, is ordered or is part of a box: a service needs a sku of its own")
    ),
    (
      "service_sold",
      Sentence(
        .data, zh: "服务 {code} 已经卖过，不能改成有库存的商品：另设一个货号",
        en: "service {code} has been sold: what has stock needs a sku of its own")
    ),
    (
      "visit_unknown_sale",
      Sentence(
        .data, zh: "没有销售单 {document}，或已作废；用 bangfu order list 查看",
        en: "there is no sale {document}, or it was voided; see bangfu order list")
    ),
    (
      "visit_channel",
      Sentence(
        .data, zh: "单据 {document} 是渠道 {channel} 的，不是旅游",
        en: "document {document} is of channel {channel}, which is none of tourism")
    ),
    (
      "visit_unknown",
      Sentence(
        .data, zh: "没有游客登记 {number}；用 bangfu tourism list 查看",
        en: "there is no entry {number} of visitors; see bangfu tourism list")
    ),
    (
      "province_twice",
      Sentence(
        .data, zh: "{province} 写了两次：合成一个数", en: "{province} is given twice: add them up")
    ),
    (
      "visitors_malformed",
      Sentence(
        .data, zh: "“{text}”写成 省:人数，如 山东:12", en: "write \"{text}\" as PROVINCE:PEOPLE")
    ),
    (
      "reduction_missing",
      Sentence(
        .data, zh: "单据 {document} 没有优惠，不用写优惠的原因",
        en: "document {document} has no discount: there is nothing to give a reason for")
    ),
  ]
}
