import Glibc

/// The word that a program is started with to read a workbook of Excel 97–2003.
let oldWorkbookWord = "--read-old-workbook"

/// Reads a workbook of Excel 97–2003 and ends the process, if that is what it was started for.
///
/// A program that opens such files calls it before all else, since `TableFile` starts it again
/// with arguments of its own. The workbook is the standard input; rows go to standard output.
public func readOldWorkbookIfAsked(_ arguments: [String]) {
  guard arguments.count >= 5, arguments[1] == oldWorkbookWord,
    let bytes = UInt(arguments[2]), let seconds = UInt(arguments[3])
  else { return }
  Confinement.enter(bytes: bytes, seconds: seconds)
  let output = FrameWriter()
  do throws(Frame.Fault) {
    if arguments[4] == "rows", arguments.count > 5, let sheet = UInt16(arguments[5]) {
      try FreeXLWorkbook.sendRows(of: sheet, to: output)
    } else {
      try FreeXLWorkbook.sendSheets(to: output)
    }
    output.finish(nil)
  } catch {
    output.finish(error)
  }
  exit(0)
}

/// The limits of the process that reads a workbook.
private enum Confinement {
  static func enter(bytes: UInt, seconds: UInt) {
    limit(__rlimit_resource_t(RLIMIT_AS.rawValue), bytes)
    limit(__rlimit_resource_t(RLIMIT_CPU.rawValue), seconds)
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    // A file in memory is a file too.
    limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), bytes)
  }

  private static func limit(_ resource: __rlimit_resource_t, _ amount: UInt) {
    var limit = rlimit(rlim_cur: amount, rlim_max: amount)
    if setrlimit(resource, &limit) != 0 { exit(126) }
  }
}
