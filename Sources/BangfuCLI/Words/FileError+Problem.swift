import Domain
import Glibc
import System

extension FileError {
  /// The problem to tell.
  var problem: Problem {
    switch self {
    case .exists(let file): Problem("file_exists", ["file": file])
    case .isLink(let file): Problem("output_link", ["file": file])
    case .isNoFile(let file): Problem("output_no_file", ["file": file])
    case .system(_, let file, let code): Problem(FileError.code(of: code), ["file": file])
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
