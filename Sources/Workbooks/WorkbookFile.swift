internal import CXLSXWriter
internal import Glibc
internal import System

/// Writing an XLSX file with libxlsxwriter.
public enum WorkbookFile {
  /// Writes a workbook of some sheets, each of at most `Sheet.mostRows` rows; the file is there whole or not at all.
  ///
  /// Sums are live: `SUBTOTAL`, so that a filter changes them, wherever the rows add up to the total that was given; else
  /// the total stands as it is. The first row of the table stays in sight, is repeated on each page, and has filters.
  ///
  /// - Throws: `FileError`; what the rows of a sheet throw.
  public static func write(_ sheets: [Sheet], to path: String) throws {
    let file = try NewFile(path, isReplacing: true)
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt(file.part, &options) else {
      throw FileError.system(call: "open", path: path, code: ENOMEM)
    }
    let styles = WorkbookStyles(book)
    var names: Set<String> = []
    var failure: lxw_error = LXW_NO_ERROR
    for sheet in sheets {
      let name = Self.name(sheet.name, apartFrom: &names)
      guard let page = workbook_add_worksheet(book, name) else {
        failure = LXW_ERROR_MEMORY_MALLOC_FAILED
        break
      }
      var writer = SheetWriter(sheet, on: page, of: book, named: name, styles: styles)
      do { try writer.write() } catch {
        workbook_close(book)  // which frees it; the file has no name yet
        throw error
      }
    }
    let closed = workbook_close(book)
    if failure == LXW_NO_ERROR { failure = closed }
    guard failure == LXW_NO_ERROR else {
      let code = errno
      throw FileError.system(call: "write", path: path, code: code == 0 ? EIO : code)
    }
    try file.keep()
  }

  /// A name that a tab may have: at most 31 characters, none of `[]:*?/\`, and no other sheet's.
  private static func name(_ wanted: String, apartFrom names: inout Set<String>) -> String {
    let plain = String(wanted.map { "[]:*?/\\'".contains($0) ? " " : $0 })
    var name = cut(plain.isEmpty ? "Sheet" : plain, to: 31)
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      let end = " \(number)"
      name = cut(plain, to: 31 - end.count) + end
      number += 1
    }
    return name
  }

  /// The first so many UTF-16 units of a text, as spreadsheets count them.
  static func cut(_ text: String, to most: Int) -> String {
    if text.utf8.count <= most { return text }
    var text = text
    while text.utf16.count > most { text.removeLast() }
    return text
  }
}

/// The formats of a workbook's cells.
final class WorkbookStyles {
  typealias Format = UnsafeMutablePointer<lxw_format>
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [String: Format?] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  /// What a cell is.
  enum Role: String { case title, note, heading, cell, long, total }

  /// The format of a cell; each is made once.
  func format(_ role: Role, number: String? = nil) -> Format? {
    let key = role.rawValue + (number ?? "")
    if let made = formats[key] { return made }
    let format = workbook_add_format(book)
    switch role {
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .note: format_set_font_color(format, 0x59_59_59)
    case .heading:
      format_set_bold(format)
      format_set_bg_color(format, 0xDD_E7_DD)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      if number != nil { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .long: format_set_text_wrap(format)
    case .cell: break
    }
    if role != .heading, let number { format_set_num_format(format, number) }
    formats[key] = .some(format)
    return format
  }
}
