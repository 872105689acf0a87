extension Sentences {
  /// What the till says.
  static let tills: [(String, Sentence)] = [
    (
      "quantity_implausible",
      Sentence(
        .data, zh: "{code}[（{name}）]的数量 {quantity} {unit} 太大了：是不是把条码扫成了数量？",
        en:
          "{code}[ ({name})]: {quantity} {unit} is too much; was a barcode scanned as the quantity?"
      )
    ),
    (
      "basket_line_unknown",
      Sentence(
        .data, zh: "没有第 {line} 行：购物篮共 {lines} 行",
        en: "there is no line {line}: the basket has {lines}")
    ),
    (
      "basket_unsaved",
      Sentence(
        .data, zh: "购物篮存不了盘：{file}[（错误 {errno}）]；请检查磁盘空间和权限",
        en: "the basket cannot be saved in {file}[ (error {errno})]; check the disk and the rights")
    ),
    (
      "basket_damaged",
      Sentence(
        .data, zh: "上次的购物篮文件坏了，已放到 {file}，从空购物篮开始",
        en: "the file of the last basket is damaged; it is put aside as {file}; the basket is empty"
      )
    ),
    (
      "posted_differs",
      Sentence(
        .bug,
        zh:
          "记账的和购物篮不一样（{what}）：单号 {document} 记了 {posted} 元，购物篮是 {total} 元。收银停下了。"
          + "请核对 bangfu order show {document}；记错了就用 bangfu order void {document} 作废",
        en:
          "what was recorded is not what the basket said ({what}): document {document} is of {posted} yuan, the basket of "
          + "{total}. The till stops. See bangfu order show {document}; if it is wrong, bangfu order void {document}"
      )
    ),
    (
      "tills_too_many",
      Sentence(
        .tryAgain, zh: "同一个经手人已开了 9 个收银窗口（{operator}）；请用 --operator 换一个名字",
        en: "nine tills of one operator are open already ({operator}); use another --operator")
    ),
  ]
}
