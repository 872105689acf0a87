import Domain
import Glibc
import Tabular

extension TabularError {
  /// The problem to tell, where the file is not known.
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
    case .damagedGzip: Problem("gzip_damaged")
    case .gzipTooLong(let limit): Problem("gzip_too_large", ["limit": String(limit)])
    }
  }

  /// Returns the problem to tell of a file.
  func problem(in file: String) -> Problem {
    var problem = problem
    problem.facts["file"] = file
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
    case .zip: "file_is_workbook"
    case .ole2: "file_is_old_workbook"
    case .html: "file_is_web_page"
    case .gzip: "file_is_gzip"
    }
  }
}
