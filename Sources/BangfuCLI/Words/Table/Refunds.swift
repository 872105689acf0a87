extension Sentences {
  /// Refused refunds and voids.
  static let refunds: [(String, Sentence)] = [
    (
      "order_unknown",
      Sentence(
        .data,
        zh: "没有单据 {document}：没录成的订单也占一个号，缺号不是漏单；bangfu order list 查单号",
        en:
          "there is no document {document}: an order that was refused used a number up, too, so gaps are no lost sales; "
          + "bangfu order list shows the numbers")
    ),
    (
      "order_not_a_sale",
      Sentence(
        .data,
        zh: "单据 {document} 不是销售单（{kind}），不能退款或作废；录错的退款或作废用 bangfu order undo {document} 撤销",
        en:
          "document {document} is no sale but a {kind}: it cannot be refunded or voided; a mistaken refund "
          + "or void is undone with bangfu order undo {document}")
    ),
    (
      "order_is_agreement",
      Sentence(
        .data, zh: "{document} 是签约，没有收过钱，不能退款；取消用 bangfu agreement cancel {document} --reason 原因",
        en:
          "{document} is a signed agreement: no money moved, so nothing can be refunded; cancel it with "
          + "bangfu agreement cancel {document} --reason WHY")
    ),
    (
      "agreement_unknown",
      Sentence(
        .data, zh: "没有编号为 {number} 的签约；用 bangfu agreement list 查看",
        en: "there is no agreement {number}; see bangfu agreement list")
    ),
    (
      "agreement_cancelled",
      Sentence(.data, zh: "签约 {number} 已经取消", en: "agreement {number} was cancelled already")
    ),
    (
      "act_before",
      Sentence(
        .data,
        zh: "{at} 早于它所依据的[单据 {document}][收货单 {receipt}]（{earliest}）：时间不能比那更早",
        en:
          "{at} is before what it follows,[ document {document}][ receipt {receipt}] of {earliest}: it cannot be earlier"
      )
    ),
    (
      "refund_line_twice",
      Sentence(
        .data, zh: "第 {line} 行写了两次：同一行的数量加起来，只写一次",
        en: "line {line} is named twice: add it up, and name it once")
    ),
    (
      "undo_of_sale",
      Sentence(
        .data, zh: "单据 {document} 是销售单：作废用 bangfu order void {document}",
        en: "document {document} is a sale: bangfu order void {document} takes it away")
    ),
    (
      "undo_of_undo",
      Sentence(
        .data, zh: "[单据 {document} ][{number} ]本身就是撤销，不能再撤销：请重新录入原来的那一笔",
        en:
          "[document {document}][{number}] is an undo itself and cannot be undone: enter what it undid anew"
      )
    ),
    (
      "undone_already",
      Sentence(.data, zh: "{number} 已经撤销过", en: "{number} has been undone already")
    ),
    (
      "reason_needed",
      Sentence(.usage, zh: "请写明原因：--reason 原因", en: "say why: --reason WHY")
    ),
    (
      "order_imported",
      Sentence(
        .data, zh: "单据 {document} 来自平台导入：请在平台上退款，再导入新的订单文件",
        en:
          "document {document} was imported: refund it on the platform, then import the "
          + "platform's next file")
    ),
    (
      "order_voided",
      Sentence(
        .data, zh: "单据 {document} 已经作废", en: "document {document} has been voided already")
    ),
    (
      "order_refunded",
      Sentence(
        .data, zh: "单据 {document} 已有退货，不能作废；请把余下的也用 bangfu order refund 退掉",
        en:
          "document {document} has refunds and cannot be voided; refund the rest with bangfu "
          + "order refund")
    ),
    (
      "line_unknown",
      Sentence(
        .data, zh: "单据 {document} 没有第 {line} 行；用 bangfu order show {document} 查看",
        en: "document {document} has no line {line}; see bangfu order show {document}")
    ),
    (
      "refund_over",
      Sentence(
        .data,
        zh:
          "退多了：单据 {document} 第 {line} 行[（{code}）]最多还能退 {quantity_left} {unit}、"
          + "{amount_left} 元，这次要退 {quantity} {unit}、{amount} 元",
        en:
          "too much: of document {document}, line {line}[ ({code})], {quantity_left} {unit} and "
          + "{amount_left} yuan can still be refunded, not {quantity} {unit} and {amount} yuan")
    ),
    (
      "refund_nothing",
      Sentence(
        .data, zh: "单据 {document}[ 第 {line} 行]没有可退的：数量和金额都要大于 0，或者已经退完",
        en:
          "nothing to refund of document {document}[, line {line}]: give a quantity or an "
          + "amount above 0, unless all of it went back already")
    ),
    (
      "refund_way_needed",
      Sentence(
        .data,
        zh: "这单用了几种方式收款（{methods}），请用 --tender 写明 {total} 元怎么退，例如 --tender cash:{total}",
        en:
          "the order was paid by several methods ({methods}): say with --tender how the {total} yuan "
          + "go back, as --tender cash:{total}")
    ),
    (
      "refund_tender_differs",
      Sentence(
        .data, zh: "退款金额对不上：应退 {total} 元，--tender 合计 {paid} 元",
        en: "the tenders add up to {paid} yuan, but {total} yuan go back")
    ),
    (
      "refund_account_over",
      Sentence(
        .data, zh: "挂账只欠 {owed} 元，不能冲销 {account} 元；其余请退现金或原路退回",
        en: "the buyer owes {owed} yuan, so {account} cannot be taken off; pay back the rest")
    ),
    (
      "refund_line_malformed",
      Sentence(
        .usage,
        zh: "看不懂退货行“{text}”：请写成 行号:数量 或 行号:数量@退款金额，例如 1:2@31.60",
        en:
          "\"{text}\" is no line to refund: write LINE:QUANTITY or LINE:QUANTITY@AMOUNT, "
          + "as 1:2@31.60")
    ),
  ]
}
