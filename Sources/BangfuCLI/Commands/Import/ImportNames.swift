import Bangfu
import Domain

/// How imported files, and the tables in them, are called in what is shown.
struct ImportNames {
  /// The shown names, by the names that the files were imported by.
  private let names: [String: String]

  init(_ files: [ImportFolder.Found]) {
    names = Dictionary(ImportFolder.shownNames(of: files)) { first, _ in first }
  }

  /// The name of a file.
  func shown(_ file: String) -> String { names[file] ?? file }

  /// The path of a part that was passed over.
  func shown(_ part: PassedOver, of result: ImportResult) -> String {
    guard let first = part.path.firstIndex(of: "/") else { return part.path }
    return shown(result.file) + part.path[first...]
  }

  /// The path of a table below what was named: the file, the member of an archive, the sheet of a workbook.
  func path(of result: ImportResult) -> String {
    let file = shown(result.file)
    return result.part.isEmpty ? file : file + "/" + result.part
  }

  /// One import in two lines, for people.
  func summary(of result: ImportResult) -> String {
    let number = result.number == 0 ? "" : say("导入 \(result.number)，", "import \(result.number), ")
    func mended(_ words: String) -> String {
      result.mended == 0 ? "" : words + String(result.mended)
    }
    return say(
      """
      \(path(of: result))（\(number)\(result.profile)）：\(result.rows) 行 = 新增 \(result.new) + 相同 \(result.same) \
      + 变更 \(result.changed) + 退回 \(result.rejected)\(mended(" + 已改好 "))，其中待定 \(result.pending)
      \(result.isPosted ? "入账" : "本应入账")销售额 \(result.postedGross.grouped)，退款 \(result.postedRefunds.grouped)
      """,
      """
      \(path(of: result)) (\(number)\(result.profile)): \(result.rows) rows = \(result.new) new + \(result.same) same \
      + \(result.changed) changed + \(result.rejected) rejected\(mended(" + mended since: ")); \
      \(result.pending) pending
      \(result.isPosted ? "Posted" : "Would post") gross \(result.postedGross.grouped), refunds \(result.postedRefunds.grouped)
      """)
  }
}
