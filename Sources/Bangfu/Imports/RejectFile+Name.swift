internal import Channels
internal import System
internal import Tabular

/// What files of rejected rows are called.
extension RejectFile {
  private static let ending = ".rejects.csv"

  /// The path of the file of rejected rows, which keeps the snapshot's time in its name.
  static func path(for request: ImportRequest, part: String, seconds: Int?) -> String {
    let suffix = part.isEmpty ? "" : "." + part.replacing("/", with: ".")
    if let path = request.rejectsPath {
      let name = FileName.last(of: path)
      return path.dropLast(name.count)
        + (suffix.isEmpty ? name : FileName.fitting(name + suffix, ending: ""))
    }
    let folder = request.path.lastIndex(of: "/").map { String(request.path[...$0]) } ?? ""
    var name = request.name.split(separator: "/").last.map(String.init) ?? "stdin"
    // Only where it says nothing: a.csv and a.xlsx of one folder have rejected rows of their own.
    if name.lowercased().hasSuffix(".csv"), name.count > 4 { name.removeLast(4) }
    if name == "-" { name = "stdin" }
    if let seconds, SnapshotTime.seconds(inName: name + ".") == nil { name = "\(seconds)_\(name)" }
    let isSpooled = request.name == "-"
    return (isSpooled || !Path.isWritableFolder(folder) ? "" : folder)
      + FileName.fitting(name + suffix, ending: ending)
  }

  /// A path with the number of a list that is not the first of its name.
  static func numbered(_ path: String, _ number: Int) -> String {
    guard number > 1 else { return path }
    return path.hasSuffix(ending)
      ? path.dropLast(ending.count) + ".\(number)" + ending : path + ".\(number)"
  }

  /// The names that a list of a path, or a later one beside it, is imported by.
  static func names(like path: String) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(ending) ? (1...9).map { numbered(name, $0) } : [name]
  }
}
