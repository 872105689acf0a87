extension Sentences {
  /// Why rows of a file were rejected.
  static let rejects: [(String, Sentence)] = [
    (
      "line_like_rejected",
      Sentence(
        .data, zh: "与被拒的一行相同，平台又不给行编号：要等那一行改好，一起导入",
        en:
          "it is equal to a rejected row, and the platform numbers no lines: both come in once that "
          + "one is mended")
    ),
    (
      "key_repeated",
      Sentence(
        .data,
        zh:
          "[{column} ]{value} 在表里有几行，内容不是同一行：一个订单有几行的，用自己的格式写明 line（哪些列合起来是行号）或 numbered = true；"
          + "同一行前后两次导出的，请分成两个文件",
        en:
          "[{column} ]{value} has several rows in the table that are not one line: where an order has several lines, say "
          + "so in a profile of your own by line (the columns that distinguish them) or numbered = true; put two exports "
          + "of one line into two files")
    ),
    (
      "sold_undated",
      Sentence(
        .data,
        zh: "状态是“{value}”，应该已经卖出，却没有[{column}]，也没有别的时间：导出时请勾选时间，或用 --as-of 写明导出时间",
        en:
          "the status {value} says that it was sold, but there is no[ {column}] and no other time: tick the times when "
          + "you export, or say by --as-of when that was")
    ),
    (
      "status_undated",
      Sentence(
        .data,
        zh: "不认识状态“{value}”，也没有[{column}]或别的时间：导出时请勾选时间，或用 --as-of 写明导出时间",
        en:
          "the status {value} is not known, and there is no[ {column}] and no other time: tick the times when you "
          + "export, or say by --as-of when that was")
    ),
    (
      "row_shifted",
      Sentence(
        .data,
        zh: "表头右边还有内容，状态一栏又不是状态：整行是不是错开了一格？",
        en:
          "there is something to the right of the header, and the status is no status: is the whole row moved by a column?"
      )
    ),
    (
      "direction_unknown",
      Sentence(
        .data,
        zh: "不认识[{column}]里的“{value}”，不知是收还是支：用自己的格式在 [directions] 里写明",
        en:
          "the word {value}[ in {column}] is not known, so nobody knows whether money came or went: say so in [directions] "
          + "of a profile of your own")
    ),
    (
      "shop_unknown",
      Sentence(
        .data,
        zh: "格式的 [channels] 里没有这个店铺[（{value}）]：写明它是哪个渠道",
        en: "the profile's [channels] do not name this shop[ ({value})]: say which channel it is")
    ),
    (
      "row_field_count",
      Sentence(
        .data,
        zh: "这一行的格数与表头不同[（{value}）]：是不是多了或少了逗号、引号？",
        en:
          "the row and the header differ in their number of fields[ ({value})]: is a comma "
          + "or a quote missing?")
    ),
    (
      "cell_missing",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不能为空",
        en: "[{column}: ][\"{value}\" ]must not be empty")
    ),
    (
      "order_missing",
      Sentence(
        .data,
        zh: "[“{column}”]不能为空；如果是几行合并成了一格，请取消合并，每行都填上单号，再导入",
        en:
          "[{column} ]must not be empty; if one cell was merged over several rows, take the merge apart, fill the "
          + "number in on each row, and import again")
    ),
    (
      "cell_damaged",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]含有坏字符，文件可能被截断或改过编码",
        en: "[{column}: ][\"{value}\" ]holds a damaged character")
    ),
    (
      "cell_not_an_amount",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不是金额",
        en: "[{column}: ][\"{value}\" ]is no amount of money")
    ),
    (
      "cell_not_pieces",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不是大于 0 的整数件数",
        en: "[{column}: ][\"{value}\" ]is no whole number of pieces above 0")
    ),
    (
      "cell_not_a_measure",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不是数量（最多三位小数）",
        en: "[{column}: ][\"{value}\" ]is no quantity of at most three decimals")
    ),
    (
      "order_cells_differ",
      Sentence(
        .data,
        zh: "[“{column}”]在同一订单的几行里不一样[（{value}）]",
        en: "[{column}: ]differs between rows of one order[ ({value})]")
    ),
    (
      "refund_zero",
      Sentence(
        .data, zh: "[“{column}”]是 0，可是[“{value}”]：请核对退了多少",
        en: "[{column}: ]is 0, although the refund was made[ ({value})]: check how much went back")
    ),
    (
      "return_over_sale",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]比这一行的销售还多：多出的部分请另写一行，金额写负数",
        en:
          "[{column}: ][\"{value}\" ]is more than the row sells: write what is over in a row of its own, below 0"
      )
    ),
    (
      "finished_unpaid",
      Sentence(
        .data,
        zh: "[“{column}”]是空的，可是订单[“{value}”]已经完成：请核对付款时间",
        en: "[{column}: ]is empty, though the order is finished[ ({value})]: check when it was paid"
      )
    ),
    (
      "goods_negative",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]算出来的货款小于 0",
        en: "[{column}: ][\"{value}\" ]leaves goods worth less than 0")
    ),
    (
      "line_twice",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]在同一订单里重复",
        en: "[{column}: ][\"{value}\" ]stands twice in one order")
    ),
    (
      "id_scientific",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]是科学计数法：表格软件弄坏了订单号，请从平台重新下载",
        en:
          "[{column}: ][\"{value}\" ]is in scientific notation: a spreadsheet has damaged "
          + "the number; download the file again")
    ),
    (
      "code_unseen",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]里有看不见的字符，会与看上去一样的代码混淆：请在原表里重新输入",
        en:
          "[{column}: ][\"{value}\" ]holds characters that nobody sees, and would pass for the code that looks like it: "
          + "type it anew in the sheet")
    ),
    (
      "id_malformed",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不是订单号",
        en: "[{column}: ][\"{value}\" ]is no order number")
    ),
    (
      "time_reformatted",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]的时间格式被表格软件改过：请从平台重新下载",
        en:
          "[{column}: ][\"{value}\" ]is a time that a spreadsheet has rewritten: download "
          + "the file again")
    ),
    (
      "time_impossible",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不是真实存在的时间，或不在 2010 到 2099 年",
        en: "[{column}: ][\"{value}\" ]is no time that exists, or not one of 2010 to 2099")
    ),
    (
      "time_malformed",
      Sentence(
        .data,
        zh: "[“{column}”][的值“{value}”]不是“年-月-日 时:分:秒”的时间",
        en: "[{column}: ][\"{value}\" ]is no time of the form YYYY-MM-DD HH:MM:SS")
    ),
  ]
}
