extension Sentences {
  /// Files that cannot be read or written.
  static let files: [(String, Sentence)] = [
    ("file_missing", Sentence(.data, zh: "[{file}：]没有这个文件", en: "[{file}: ]no such file")),
    (
      "file_forbidden",
      Sentence(.data, zh: "[{file}：]没有读这个文件的权限", en: "[{file}: ]you may not read this file")
    ),
    (
      "file_unreadable",
      Sentence(
        .data, zh: "[{file}：]读不了这个文件（系统错误 {errno}）",
        en: "[{file}: ]the file cannot be read (system error {errno})")
    ),
    (
      "file_not_regular",
      Sentence(
        .data, zh: "[{file}：]这是文件夹、管道或设备，不是文件",
        en: "[{file}: ]this is a folder, a pipe or a device, not a file")
    ),
    (
      "line_too_long",
      Sentence(
        .data, zh: "[{file}：]这一行超过 {limit} 字节，没有读",
        en: "[{file}: ]the line has more than {limit} bytes, and was not read")
    ),
    (
      "line_holds_nul",
      Sentence(
        .data, zh: "这一行里有 NUL 字符，不是文本", en: "the line holds the character NUL, which no text does")
    ),
    (
      "text_holds_nul",
      Sentence(
        .data, zh: "内容里有不能保存的字符（NUL，或不是文字的字节）：什么也没有记",
        en:
          "a text holds a character that cannot be kept (NUL, or bytes that are no text); nothing was recorded"
      )
    ),
    (
      "tag_too_long",
      Sentence(
        .data, zh: "[{file}：]文件损坏或有恶意：有一个标签的属性多得不可能",
        en:
          "[{file}: ]the file is damaged or made to harm: a tag has more attributes than any program writes"
      )
    ),
    (
      "file_too_slow",
      Sentence(
        .data, zh: "[{file}：]文件损坏或有恶意：读它花的时间远超它的大小",
        en:
          "[{file}: ]the file is damaged or made to harm: reading it takes far longer than its size deserves"
      )
    ),
    (
      "text_too_long",
      Sentence(
        .data, zh: "[{file}：]文件太大，超过 {limit} 字节",
        en: "[{file}: ]the file is too large: it has more than {limit} bytes")
    ),
    ("file_empty", Sentence(.data, zh: "[{file}：]文件是空的", en: "[{file}: ]the file is empty")),
    (
      "file_is_workbook",
      Sentence(
        .data, zh: "[{file}：]这是 Excel 工作簿或压缩包：请在表格软件中另存为 CSV UTF-8 再导入",
        en:
          "[{file}: ]this is a workbook or an archive: save it as CSV UTF-8 in the spreadsheet, "
          + "then import that")
    ),
    (
      "file_is_old_workbook",
      Sentence(
        .data, zh: "[{file}：]这是旧式 Excel（.xls）或加密的工作簿：请打开后另存为 CSV UTF-8 再导入",
        en:
          "[{file}: ]this is an old (.xls) or locked workbook: open it, save it as CSV UTF-8, "
          + "then import that")
    ),
    (
      "file_is_web_page",
      Sentence(
        .data, zh: "[{file}：]这是网页，不是表格（有的平台把网页存成 .xls）：请用表格软件打开，另存为 CSV UTF-8 再导入",
        en:
          "[{file}: ]this is a web page, as some platforms call .xls: open it in a spreadsheet, "
          + "save it as CSV UTF-8, then import that")
    ),
    (
      "file_is_gzip",
      Sentence(
        .data, zh: "[{file}：]这是 gzip 压缩文件：请先解压", en: "[{file}: ]this is gzip: unpack it first")
    ),
    (
      "file_utf16",
      Sentence(
        .data, zh: "[{file}：]文件编码是 UTF-16（“Unicode 文本”）：请另存为 CSV UTF-8",
        en: "[{file}: ]the file is UTF-16 (\"Unicode text\"): save it as CSV UTF-8")
    ),
    (
      "file_binary",
      Sentence(
        .data, zh: "[{file}：]不是文本文件：第 {offset} 字节处有文本里不会出现的字符",
        en: "[{file}: ]this is no text: byte {offset} is a character that no text holds")
    ),
    (
      "file_undecodable",
      Sentence(
        .data, zh: "[{file}：]第 {offset} 字节处的编码坏了，文件可能被截断：请从平台重新下载",
        en: "[{file}: ]byte {offset} is no character; the file may be damaged: download it again")
    ),
    (
      "converter_missing",
      Sentence(
        .noDatabase, zh: "[{file}：]系统缺少 {encoding} 的编码转换：请安装 libc 的 gconv 模块",
        en: "[{file}: ]the system has no converter for {encoding}: install libc's gconv modules")
    ),
    (
      "file_changed",
      Sentence(
        .tryAgain, zh: "[{file}：]读的时候文件被改了：等它写完再试",
        en: "[{file}: ]the file changed while it was read: wait until it is complete")
    ),
    (
      "quote_unclosed",
      Sentence(
        .data, zh: "[{file}：]第 {line} 行开始的引号一直没有结束：文件可能被截断",
        en: "[{file}: ]the quote that opens in line {line} is never closed; is the file complete?")
    ),
    (
      "field_too_long",
      Sentence(
        .data, zh: "[{file}：]第 {line} 行有一格太长：是不是少了一个引号？",
        en: "[{file}: ]line {line} holds a field that is too long: is a quote missing?")
    ),
    (
      "row_too_long",
      Sentence(
        .data, zh: "[{file}：]第 {line} 行太长：这是订单文件吗？",
        en: "[{file}: ]line {line} is too long: is this an order file?")
    ),
    (
      "columns_too_many",
      Sentence(
        .data, zh: "[{file}：]第 {line} 行的列太多：这是订单文件吗？",
        en: "[{file}: ]line {line} has too many columns: is this an order file?")
    ),
    (
      "gzip_damaged",
      Sentence(
        .data, zh: "[{file}：]压缩数据损坏或不完整", en: "[{file}: ]the gzip data is damaged or ends early")
    ),
    (
      "gzip_too_large",
      Sentence(
        .data, zh: "[{file}：]解压后超过 {limit} 字节", en: "[{file}: ]unpacked, it is over {limit} bytes")
    ),
    (
      "output_forbidden",
      Sentence(.data, zh: "{file}：没有写这个文件的权限", en: "{file}: you may not write this file")
    ),
    ("output_no_folder", Sentence(.data, zh: "{file}：没有这个文件夹", en: "{file}: no such folder")),
    (
      "output_disk_full",
      Sentence(.data, zh: "{file}：磁盘满了，文件没有写", en: "{file}: the disk is full; no file was written")
    ),
    (
      "output_link",
      Sentence(
        .data, zh: "{file} 是一个链接，不跟着它写：请写出文件本身的名字",
        en: "{file} is a link, which is not followed: name the file itself")
    ),
    (
      "output_no_file",
      Sentence(
        .data, zh: "{file} 是文件夹、管道或设备，不是文件：请换一个名字",
        en: "{file} is a folder, a pipe or a device, and no file: choose another name")
    ),
    (
      "output_name_too_long",
      Sentence(
        .data, zh: "{file}：文件名太长（最多 255 个字节，大约 85 个汉字）",
        en: "{file}: the name is too long (255 bytes at most)")
    ),
    (
      "input_too_long",
      Sentence(
        .data, zh: "标准输入超过 {limit} 字节：请存成文件再读",
        en: "standard input is over {limit} bytes: save it as a file and read that")
    ),
    (
      "output_failed",
      Sentence(.data, zh: "{file}：写不了这个文件", en: "{file}: the file cannot be written")
    ),
    (
      "output_lost",
      Sentence(
        .no, zh: "结果写不出去（系统错误 {errno}，磁盘满了？）。要做的事可能已经做完：先查看，再决定要不要重做",
        en:
          "the result cannot be written (system error {errno}; is the disk full?). What was asked "
          + "may have been done: look before you repeat it")
    ),
  ]
}
