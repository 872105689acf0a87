import Bangfu
import Domain
import FoundationEssentials
import Glibc
import System

/// The file that a till's basket is kept in, so that it outlives the program and the power.
///
/// The pointers here are texts handed to system calls, which read them while they live.
struct BasketFile: Sendable {
  /// The file's path.
  let path: String
  /// The open lock beside it; the system lets go of it when the program ends, however it ends.
  private let lock: FileLock

  /// Takes a file for a till that no other till uses: one with a basket in it, if there is one.
  ///
  /// - Throws: `Problem` `basket_unsaved`, or `tills_too_many` where all are in use.
  init(folder: String, name: String) throws(Problem) {
    try BasketFile.makeFolders(folder)
    let paths = (1...9).map { "\(folder)/\(name)" + ($0 == 1 ? "" : ".\($0)") }
    for path in paths where Path.exists(path + ".json") {
      guard let file = try BasketFile(locking: path) else { continue }
      if file.holdsGoods {
        self = file
        return
      }
      file.lock.release()
    }
    for path in paths {
      if let file = try BasketFile(locking: path) {
        self = file
        return
      }
    }
    throw Problem("tills_too_many", ["operator": name])
  }

  private init?(locking path: String) throws(Problem) {
    do throws(FileError) {
      guard let lock = try FileLock(path + ".lock", waiting: false) else { return nil }
      self.lock = lock
    } catch { throw BasketFile.failure(path, error) }
    self.path = path + ".json"
  }

  /// Whether it keeps a basket with something in it, or one that cannot be read, which has to be said.
  private var holdsGoods: Bool {
    guard exists else { return false }
    return BasketFile.till(in: path).map { !$0.basket.lines.isEmpty } ?? true
  }

  private static func data(_ path: String) throws -> Data {
    let text = try readText(path, limit: 1 << 24)
    if let key = JSONKeys.repeated(in: text) { throw Problem("json_key_twice", ["key": key]) }
    return Data(text.utf8)
  }

  private static func till(in path: String) -> Till? {
    try? JSONDecoder().decode(Till.self, from: data(path))
  }

  /// The baskets that other tills of a person have kept, and that nobody is selling, by the names of their files.
  func others(named isOther: (_ name: String) -> Bool) -> [Basket] {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: String(folder))) ?? []
    let paths = names.sorted().filter { $0.hasSuffix(".json") }.map {
      (name: $0.dropLast(5), path: "\(folder)/\($0)")
    }
    return paths.compactMap { name, other in
      guard other != path, isOther(String(name)),
        let file = try? BasketFile(locking: String(other.dropLast(5)))
      else { return nil }
      defer { file.lock.release() }
      return BasketFile.till(in: other)?.basket
    }.filter { !$0.lines.isEmpty }
  }

  private var exists: Bool { Path.exists(path) }

  /// The till that was kept; nil where there is none.
  ///
  /// - Throws: `Problem` `basket_damaged`; the file is put aside under another name then.
  func load() throws(Problem) -> Till? {
    guard exists else { return nil }
    do {
      return try JSONDecoder().decode(Till.self, from: BasketFile.data(path))
    } catch {
      let aside = path + ".damaged"
      _ = unsafe rename(path, aside)
      throw Problem("basket_damaged", ["file": aside])
    }
  }

  /// Keeps a till: afterwards the file holds it, on disk, or what it held before.
  ///
  /// - Throws: `Problem` `basket_unsaved`.
  func save(_ till: Till) throws(Problem) {
    guard let data = try? JSONEncoder().encode(till) else {
      throw Problem("basket_unsaved", ["file": path])
    }
    do throws(FileError) {
      let file = try NewFile(path, mode: 0o600, isReplacing: true)
      try file.write(data)
      try file.keep()
    } catch {
      var facts = ["file": path]
      switch error {
      case .system(_, _, let code): facts["errno"] = String(code)
      case .exists, .isLink, .isNoFile:
        if let problem = Problem(error) { throw problem }
      }
      throw Problem("basket_unsaved", facts)
    }
  }

  /// Forgets the till.
  func remove() {
    Path.remove(path)
    Path.syncFolder(of: path)
  }

  private static func makeFolders(_ folder: String) throws(Problem) {
    let parents: mode_t = geteuid() == 0 ? 0o711 : 0o700
    do throws(FileError) {
      try Path.makeFolder(folder, mode: 0o700, parents: parents)
    } catch { throw failure(folder, error) }
  }

  /// The folder or the lock of a basket was refused.
  private static func failure(_ path: String, _ error: FileError) -> Problem {
    guard case .system(_, let refused, let code) = error else {
      return Problem("basket_unsaved", ["file": path])
    }
    return Problem("basket_unsaved", ["file": refused, "errno": String(code)])
  }
}
