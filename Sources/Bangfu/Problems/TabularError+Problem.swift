internal import Domain
internal import Glibc
internal import Tabular

extension TabularError {
  /// The problem to report; the fact `member` is the path of what is to blame inside the file that was opened.
  var problem: Problem {
    switch self {
    case .system(let errno): Problem(TabularError.code(of: errno), ["errno": String(errno)])
    case .notRegularFile: Problem("file_not_regular")
    case .empty: Problem("file_empty")
    case .notRead(let kind): Problem(TabularError.code(of: kind))
    case .utf16: Problem("file_utf16")
    case .binary(let offset): Problem("file_binary", ["offset": String(offset)])
    case .undecodable(let offset): Problem("file_undecodable", ["offset": String(offset)])
    case .converterMissing(let encoding):
      Problem("converter_missing", ["encoding": encoding.name])
    case .changed: Problem("file_changed")
    case .unclosedQuote(let line): Problem("quote_unclosed", ["line": String(line)])
    case .fieldTooLong(let line): Problem("field_too_long", ["line": String(line)])
    case .rowTooLong(let line): Problem("row_too_long", ["line": String(line)])
    case .tooManyColumns(let line): Problem("columns_too_many", ["line": String(line)])
    case .lineTooLong(_, let limit): Problem("line_too_long", ["limit": String(limit)])
    case .tagTooLong: Problem("tag_too_long")
    case .tooSlow: Problem("file_too_slow")
    case .textTooLong(let limit): Problem("text_too_long", ["limit": String(limit)])
    case .inputTooLong(let limit): Problem("input_too_long", ["limit": String(limit)])
    case .pageCut: Problem("page_cut")
    case .damagedGzip: Problem("gzip_damaged")
    case .gzipTooLong(let limit): Problem("gzip_too_large", ["limit": String(limit)])
    case .inside(let member, let error): error.problem(inside: member)
    default: containerProblem
    }
  }

  /// The problem to report of an archive, a workbook or a page.
  private var containerProblem: Problem {
    switch self {
    case .nested: Problem("archive_nested")
    case .damagedArchive: Problem("archive_damaged")
    case .membersOverlap: Problem("archive_overlaps")
    case .tooManyMembers(let limit): Problem("members_too_many", ["limit": String(limit)])
    case .methodUnknown: Problem("archive_method_unknown")
    case .passwordMissing: Problem("password_missing")
    case .passwordWrong: Problem("password_wrong")
    case .unpackedTooLong(let limit): Problem("unpacked_too_large", ["limit": String(limit)])
    case .ratioTooHigh(let limit): Problem("archive_ratio_too_high", ["limit": String(limit)])
    case .temporaryFile(let errno):
      Problem(
        errno == ENOSPC ? "temporary_disk_full" : "temporary_failed", ["errno": String(errno)])
    case .damagedWorkbook(let part): Problem("workbook_damaged", ["part": part])
    case .documentType(let part): Problem("workbook_document_type", ["part": part])
    case .sharedTextTooLong(let limit): Problem("workbook_too_large", ["limit": String(limit)])
    case .tooManyTables(let limit): Problem("tables_too_many", ["limit": String(limit)])
    case .noTable: Problem("table_missing")
    case .tooDeep: Problem("page_too_deep")
    case .damagedOldWorkbook: Problem("old_workbook_damaged")
    case .oldWorkbookTooLarge: Problem("old_workbook_too_large")
    case .oldWorkbookCodePage(let number):
      Problem("old_workbook_code_page", ["page": String(number)])
    case .readerNotStarted(let errno): Problem("reader_not_started", ["errno": String(errno)])
    default: Problem("bug", ["message": String(describing: self)])
    }
  }

  private func problem(inside member: String) -> Problem {
    var problem = problem
    let path = problem.facts["member"].map { "\(member)/\($0)" } ?? member
    problem.facts["member"] = path
    problem.facts["file"] = path
    return problem
  }

  private static func code(of errno: Int32) -> String {
    switch errno {
    case ENOENT, ENOTDIR: "file_missing"
    case EACCES, EPERM: "file_forbidden"
    case EISDIR: "file_not_regular"
    default: "file_unreadable"
    }
  }

  private static func code(of kind: FileKind) -> String {
    switch kind {
    case .text: "file_is_text"
    case .zip, .workbook: "file_is_workbook"
    case .ole2, .oldWorkbook: "file_is_old_workbook"
    case .lockedWorkbook: "file_is_locked"
    case .binaryWorkbook: "file_is_binary_workbook"
    case .openDocument: "file_is_open_document"
    case .officeDocument: "file_is_document"
    case .html: "file_is_web_page"
    case .gzip: "file_is_gzip"
    case .pdf: "file_is_pdf"
    case .xmlWorkbook: "file_is_xml_workbook"
    case .rar, .sevenZip: "file_is_other_archive"
    }
  }
}
