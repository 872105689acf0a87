extension Sentences {
  /// What commands refuse of what they are given to read.
  static let input: [(String, Sentence)] = [
    (
      "json_malformed",
      Sentence(
        .data, zh: "不是一行完整的 JSON 对象：{text}", en: "this is no JSON object on one line: {text}")
    ),
    (
      "json_key_twice",
      Sentence(
        .data, zh: "键“{key}”写了两次：不知道哪一个算数",
        en: "the key \"{key}\" stands twice: nobody knows which counts")
    ),
    (
      "json_key_unknown",
      Sentence(
        .data, zh: "不认识的键“{key}”；键就是 bangfu order enter 的选项名",
        en: "unknown key \"{key}\"; the keys are the option names of bangfu order enter")
    ),
    (
      "json_value",
      Sentence(
        .data, zh: "键“{key}”的值类型不对：金额和数量写成带引号的文字，line 和 tender 写成列表",
        en:
          "the value of \"{key}\" is of the wrong type: write amounts and quantities as strings, "
          + "line and tender as lists")
    ),
    (
      "time_malformed_asked",
      Sentence(
        .data, zh: "“{time}”不是时间；写成 2026-11-05T10:00:00 的样子",
        en: "\"{time}\" is no time; write it like 2026-11-05T10:00:00")
    ),
    (
      "order_empty",
      Sentence(
        .usage, zh: "订单里没有商品；用 --line 货号:数量，或从标准输入读 JSON 行",
        en: "the order has no goods; give --line SKU:QUANTITY, or JSON lines on standard input")
    ),
    (
      "id_not_uuid",
      Sentence(.usage, zh: "“{id}”不是 UUID", en: "\"{id}\" is no UUID")
    ),
    (
      "input_is_terminal",
      Sentence(
        .usage, zh: "要从标准输入读数据，但标准输入是键盘；请用 < 文件 或管道",
        en: "data is expected on standard input, which is the keyboard; use < FILE or a pipe")
    ),
    (
      "input_only_dash",
      Sentence(
        .usage, zh: "“{input}”：这里只能写 -，表示标准输入",
        en: "\"{input}\": only - may stand here, for standard input")
    ),
    (
      "option_of_one_order",
      Sentence(
        .usage, zh: "{option} 只说一张单：请和 --line 一起用，或写在输入的每一行里",
        en: "{option} is for one order: give it with --line, or in each line of the input")
    ),
    (
      "input_and_lines",
      Sentence(
        .usage, zh: "--line 和标准输入只能用一个", en: "give --line or standard input, not both")
    ),
    (
      "refund_what",
      Sentence(
        .usage, zh: "退什么？用 --line 行号:数量，或 --all 退剩下的全部",
        en: "refund what? give --line N:QUANTITY, or --all for all that is left")
    ),
    (
      "server_not_ours",
      Sentence(
        .usage, zh: "BANGFU_DATABASE 指定了别的服务器，它不由 bangfu 启动或停止",
        en: "BANGFU_DATABASE names another server, which bangfu neither starts nor stops")
    ),
  ]
}
