extension Sentences {
  /// Archives, workbooks and pages that cannot be read.
  static let containers: [(String, Sentence)] = [
    (
      "page_cut",
      Sentence(
        .data, zh: "[{file}：]网页没有写完，表格缺了结尾：请重新下载",
        en: "[{file}: ]the page ends before its table does: download it again")
    ),
    (
      "file_is_text",
      Sentence(.data, zh: "[{file}：]这是文本文件", en: "[{file}: ]this is delimited text")
    ),
    (
      "file_is_locked",
      Sentence(
        .data, zh: "[{file}：]工作簿设了打开密码：请在表格软件中打开，去掉密码后另存",
        en: "[{file}: ]the workbook has a password: open it and save it without one")
    ),
    (
      "file_is_binary_workbook",
      Sentence(
        .data, zh: "[{file}：]这是二进制工作簿（.xlsb）：请另存为 .xlsx 或 CSV UTF-8",
        en: "[{file}: ]this is a binary workbook (.xlsb): save it as .xlsx or CSV UTF-8")
    ),
    (
      "file_is_open_document",
      Sentence(
        .data, zh: "[{file}：]这是 OpenDocument 文件（.ods 等）：请另存为 .xlsx 或 CSV UTF-8",
        en: "[{file}: ]this is an OpenDocument file (.ods): save it as .xlsx or CSV UTF-8")
    ),
    (
      "file_is_document",
      Sentence(
        .data, zh: "[{file}：]这是文档或演示文稿，不是表格",
        en: "[{file}: ]this is a document or a presentation, not a table")
    ),
    ("file_is_pdf", Sentence(.data, zh: "[{file}：]这是 PDF，不是表格", en: "[{file}: ]this is a PDF")),
    (
      "file_is_xml_workbook",
      Sentence(
        .data, zh: "[{file}：]这是 XML 表格 2003：请在表格软件中打开，另存为 .xlsx",
        en:
          "[{file}: ]this is an XML Spreadsheet 2003: open it in a spreadsheet and save it as .xlsx"
      )
    ),
    (
      "file_is_other_archive",
      Sentence(
        .data, zh: "[{file}：]这是 RAR 或 7z 压缩包：请解压，或改用 ZIP",
        en: "[{file}: ]this is a RAR or 7z archive: unpack it, or use ZIP")
    ),
    (
      "archive_nested",
      Sentence(
        .data, zh: "[{file}：]压缩包里还有压缩包：请先解压里面的那个",
        en: "[{file}: ]an archive inside an archive: unpack the inner one first")
    ),
    (
      "archive_damaged",
      Sentence(
        .data, zh: "[{file}：]压缩包或工作簿损坏，或没有下载完：请重新下载",
        en: "[{file}: ]the archive or workbook is damaged or ends early: download it again")
    ),
    (
      "archive_overlaps",
      Sentence(
        .data, zh: "[{file}：]压缩包里的文件互相重叠，像是恶意文件：没有读",
        en: "[{file}: ]members of the archive share their bytes, as in a hostile file: not read")
    ),
    (
      "members_too_many",
      Sentence(
        .data, zh: "[{file}：]压缩包里的文件超过 {limit} 个",
        en: "[{file}: ]the archive has more than {limit} members")
    ),
    (
      "archive_method_unknown",
      Sentence(
        .data, zh: "[{file}：]压缩或加密的方法不认识：请换普通 ZIP 重新压缩",
        en: "[{file}: ]unknown compression or encryption: pack it again as a plain ZIP")
    ),
    (
      "password_missing",
      Sentence(
        .data, zh: "[{file}：]压缩包有密码：请给出密码，或先解压",
        en: "[{file}: ]the archive has a password: give it, or unpack the archive first")
    ),
    (
      "password_wrong",
      Sentence(.data, zh: "[{file}：]密码不对", en: "[{file}: ]the password is wrong")
    ),
    (
      "unpacked_too_large",
      Sentence(
        .data, zh: "[{file}：]解开后超过 {limit} 字节",
        en: "[{file}: ]unpacked, it is over {limit} bytes")
    ),
    (
      "archive_ratio_too_high",
      Sentence(
        .data, zh: "[{file}：]解开后膨胀超过 {limit} 倍，像是恶意文件：没有读",
        en: "[{file}: ]it grows over {limit} times when unpacked, as hostile files do: not read")
    ),
    (
      "temporary_disk_full",
      Sentence(
        .tryAgain, zh: "[{file}：]临时文件夹的磁盘满了（系统错误 {errno}）：腾出空间，或用 TMPDIR 指定别处",
        en:
          "[{file}: ]the disk of the temporary folder is full (system error {errno}): make room, "
          + "or name another with TMPDIR")
    ),
    (
      "temporary_failed",
      Sentence(
        .tryAgain, zh: "[{file}：]写不了临时文件（系统错误 {errno}）：请用 TMPDIR 指定可写的文件夹",
        en:
          "[{file}: ]no temporary file can be written (system error {errno}): name a folder with "
          + "TMPDIR")
    ),
    (
      "workbook_damaged",
      Sentence(
        .data, zh: "[{file}：]工作簿损坏（{part}）：请用表格软件打开后另存，或重新下载",
        en:
          "[{file}: ]the workbook is damaged ({part}): open it in a spreadsheet and save it, or "
          + "download it again")
    ),
    (
      "workbook_document_type",
      Sentence(
        .data, zh: "[{file}：]工作簿里有不该有的文档类型声明（{part}），像是恶意文件：没有读",
        en: "[{file}: ]{part} declares a document type, as hostile files do: not read")
    ),
    (
      "workbook_too_large",
      Sentence(
        .data, zh: "[{file}：]工作簿的共享文本超过 {limit} 字节：请另存为 CSV UTF-8",
        en:
          "[{file}: ]the shared texts of the workbook are over {limit} bytes: save it as CSV UTF-8"
      )
    ),
    (
      "tables_too_many",
      Sentence(
        .data, zh: "[{file}：]文件里的表超过 {limit} 个",
        en: "[{file}: ]the file holds more than {limit} tables")
    ),
    (
      "table_missing",
      Sentence(.data, zh: "[{file}：]文件里没有表格", en: "[{file}: ]the file holds no table")
    ),
    (
      "page_too_deep",
      Sentence(
        .data, zh: "[{file}：]网页的标签嵌套太深：请用表格软件打开，另存为 CSV UTF-8",
        en:
          "[{file}: ]the page is nested too deep: open it in a spreadsheet and save it as CSV UTF-8"
      )
    ),
    (
      "old_workbook_damaged",
      Sentence(
        .data, zh: "[{file}：]旧式工作簿（.xls）读不了，可能损坏：请打开后另存为 .xlsx",
        en: "[{file}: ]the old workbook (.xls) cannot be read: open it and save it as .xlsx")
    ),
    (
      "old_workbook_too_large",
      Sentence(
        .data, zh: "[{file}：]旧式工作簿（.xls）太大或太慢：请打开后另存为 .xlsx",
        en: "[{file}: ]the old workbook (.xls) takes too long or too much: save it as .xlsx")
    ),
    (
      "old_workbook_code_page",
      Sentence(
        .data,
        zh: "[{file}：]旧式工作簿（Excel 5/95）里有代码页 {page} 中没有的字，读出来会变：请打开后另存为 .xlsx",
        en:
          "[{file}: ]the old workbook (Excel 5/95) has texts that are none in its code page {page}"
          + " and would be changed: open it and save it as .xlsx")
    ),
    (
      "reader_not_started",
      Sentence(
        .noDatabase, zh: "[{file}：]读旧式工作簿的程序启动不了（系统错误 {errno}）",
        en: "[{file}: ]the reader of old workbooks cannot be started (system error {errno})")
    ),
  ]
}
