internal import CZip
import Glibc

/// Turns what libzip says into the errors of this module.
enum ArchiveFault {
  static func error(_ status: Int32) -> TabularError {
    switch status {
    case ZIP_ER_NOPASSWD: .passwordMissing
    case ZIP_ER_WRONGPASSWD: .passwordWrong
    case ZIP_ER_COMPNOTSUPP, ZIP_ER_ENCRNOTSUPP: .methodUnknown
    case ZIP_ER_NOENT, ZIP_ER_OPEN: .system(errno: ENOENT)
    case ZIP_ER_MEMORY: .system(errno: ENOMEM)
    default: .damagedArchive
    }
  }
}
