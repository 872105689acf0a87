internal import Domain
internal import Glibc
internal import System

extension FileError {
  /// The problem to report.
  var problem: Problem {
    switch self {
    case .exists(let file): Problem("file_exists", ["file": file], source: .output)
    case .isLink(let file): Problem("output_link", ["file": file], source: .output)
    case .isNoFile(let file): Problem("output_no_file", ["file": file], source: .output)
    case .system(_, let file, let code):
      Problem(FileError.code(of: code), ["file": file], source: .output)
    }
  }

  private static func code(of errno: Int32) -> String {
    switch errno {
    case EACCES, EPERM, EROFS: "output_forbidden"
    case ENOENT, ENOTDIR: "output_no_folder"
    case ENOSPC, EDQUOT: "output_disk_full"
    case ENAMETOOLONG: "output_name_too_long"
    default: "output_failed"
    }
  }
}
