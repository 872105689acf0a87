internal import Channels
internal import System
internal import Tabular

/// The file of rejected rows that somebody mends and imports: made with its first row, named when all are written.
///
/// What an earlier import has rejected is kept, for somebody may be mending it: another list gets a number.
final class RejectFile {
  private let wantedPath: String?
  /// Whether a file of this name may be replaced, for it was asked for.
  private let replaces: Bool
  private var file: NewFile?

  /// Without a path no file is written.
  init(path: String?, replaces: Bool) {
    wantedPath = path
    self.replaces = replaces
  }

  /// Writes a rejected row; `alone` are its cells where it leans on the rows above it.
  func write(_ row: borrowing Row, _ alone: [String]?, _ layout: Layout) throws {
    if file == nil {
      guard let wantedPath else { return }
      let writer = try NewFile(free(wantedPath), mode: 0o600, isReplacing: replaces)
      try writer.write("\u{FEFF}" + Self.heading(of: layout))
      file = writer
    }
    try file?.write(Self.line(row, alone, layout))
  }

  /// Gives the file its name, and returns it; nil where nothing was written.
  func finish() throws -> String? {
    guard let file, let wantedPath else { return nil }
    guard replaces else { return try settled(file, as: wantedPath) }
    try file.keep()
    return wantedPath
  }

  /// Leaves no file.
  func discard() {
    file?.discard()
    file = nil
  }

  /// The first name of a list that nothing has.
  private func free(_ wantedPath: String) -> String {
    guard !replaces else { return wantedPath }
    var number = 1
    while Path.isThere(Self.numbered(wantedPath, number)) { number += 1 }
    return Self.numbered(wantedPath, number)
  }

  /// Gives the list the first name that is free, unless a list that is there holds its rows.
  ///
  /// Others may do the same at this moment.
  private func settled(_ file: NewFile, as wantedPath: String) throws -> String {
    try file.flush()
    let lines = Self.lines(of: file.part)
    var number = 1
    while true {
      let target = Self.numbered(wantedPath, number)
      if !Path.isThere(target) {
        if try Self.keep(file, as: target) { return target }
      } else if Self.holds(target, lines) {
        // A list that holds these rows and others, which were mended since, stays as it is; so does what is no list.
        file.discard()
        return target
      } else {
        number += 1
      }
    }
  }

  /// Gives a list a name; false where somebody else has just taken it.
  private static func keep(_ file: NewFile, as name: String) throws -> Bool {
    do {
      try file.keep(as: name)
    } catch let error {
      if case .exists = error { return false }
      throw error
    }
    return true
  }

  private static func holds(_ path: String, _ lines: Set<[UInt8]>?) -> Bool {
    guard let lines, let known = self.lines(of: path) else { return false }
    return lines.isSubset(of: known)
  }

  private static func lines(of path: String) -> Set<[UInt8]>? {
    readSmallFile(path).map { Set($0.utf8.split(separator: 0x0A).map { Array($0) }) }
  }
}
