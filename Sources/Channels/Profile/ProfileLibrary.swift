public import Domain
internal import System

/// The profiles that are known: those that the program carries and the user's own, and what is wrong with some.
///
/// A file with a fault hinders no import by another profile.
public struct ProfileLibrary: Sendable {
  /// What is wrong with a profile's file.
  public struct Fault: Sendable {
    /// The file's name.
    public let file: String
    /// The profile's name, where it can be read: no other one of that name is used instead.
    public let name: String?
    /// What is wrong, with the file, and the line where it is known.
    public let problem: Problem
  }

  /// The profiles that are whole.
  public private(set) var profiles: [Profile] = []
  /// What is wrong with the others, in the order of their files.
  public private(set) var faults: [Fault] = []

  /// Reads the profiles that the program carries, and the names and texts of the user's own files.
  ///
  /// One of the user's own replaces what has its name; of two that have one name neither is used.
  /// `unread` are files of the user's own that could not be read, and why; each stands for the profile of its file's name.
  public init(
    own: [(name: String, text: String)] = [], unread: [(name: String, problem: Problem)] = []
  ) {
    for (name, problem) in unread {
      let stem = name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
      faults.append(Fault(file: name, name: stem, problem: problem))
    }
    noteTwins(among: own)
    read(Profile.shippedTexts() + own)
  }

  init(texts: [(name: String, text: String)]) { read(texts) }

  /// Notes files that say they are one profile, each group once.
  private mutating func noteTwins(among own: [(name: String, text: String)]) {
    var files: [String: [String]] = [:]
    for (file, text) in own {
      if let name = (try? Profile.named(in: text)) ?? Self.name(in: text) {
        files[name, default: []].append(file)
      }
    }
    for (name, twins) in files.sorted(by: { $0.key < $1.key }) where twins.count > 1 {
      let problem = Problem(
        "profile_name_twice", ["name": name, "files": twins.joined(separator: ", ")])
      faults.append(Fault(file: twins[0], name: name, problem: problem))
    }
  }

  private mutating func read(_ texts: [(name: String, text: String)]) {
    var files: [(file: ProfileFile, name: String, text: String)] = []
    for (name, text) in texts {
      do {
        files.append((try ProfileFile(text: text), name, text))
      } catch {
        note(error, in: name, text, named: Self.name(in: text))
      }
    }
    // The last one of a name counts: the user's own.
    for (index, entry) in files.enumerated()
    where !files[(index + 1)...].contains(where: { $0.file.name == entry.file.name }) {
      // One that cannot be read is not replaced by the one that it was to replace.
      if faults.contains(where: { $0.name == entry.file.name }) { continue }
      do {
        profiles.append(try Self.profile(at: index, of: files))
      } catch {
        note(error, in: entry.name, entry.text, named: entry.file.name)
      }
    }
  }

  /// The profiles that a file may have: those of a name, or all.
  ///
  /// - Throws: `Problem` `profile_unknown`, or what is wrong with the one of that name.
  public func choose(_ name: String?) throws(Problem) -> [Profile] {
    if let name, let fault = faults.first(where: { $0.name == name }) { throw fault.problem }
    return try Profile.choose(name, among: profiles)
  }

  private static func profile(
    at index: Int, of files: [(file: ProfileFile, name: String, text: String)]
  ) throws(Problem) -> Profile {
    var whole = files[index].file
    var words = Self.words(files[index].text)
    // Each is taken once: a user's own profile may be like the one whose name it takes.
    var others = files
    others.remove(at: index)
    while let like = whole.like {
      guard let base = others.lastIndex(where: { $0.file.name == like }) else {
        throw Problem("profile_like_unknown", ["key": "like", "like": like])
      }
      let found = others.remove(at: base)
      whole = whole.completed(by: found.file)
      words += Self.words(found.text)
    }
    var profile = try Profile(whole)
    profile.reading = sha256Hex(words)
    return profile
  }

  private mutating func note(
    _ problem: Problem, in file: String, _ text: String, named name: String?
  ) {
    var problem = problem
    problem.facts["profile"] = file
    if problem.facts["line"] == nil, let key = problem.facts["key"] {
      problem.facts["line"] = Self.line(of: key, problem.facts["field"], in: text).map {
        String($0)
      }
    }
    faults.append(Fault(file: file, name: name, problem: problem))
  }

  /// The line on which a key stands, such as `goods` or `after-sale.退款成功`, or in its table the word.
  private static func line(of key: String, _ word: String?, in text: String) -> Int? {
    let parts = key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let lines = text.linesByFeed(omittingEmpty: false).map(String.init)
    func begins(_ line: String, _ name: String) -> Bool {
      let line = line.drop { $0.isWhitespace || "\"'".contains($0) }
      guard line.hasPrefix(name) else { return false }
      return line.dropFirst(name.count).first { !$0.isWhitespace && !"\"'".contains($0) } == "="
    }
    guard let first = parts.first else { return nil }
    var start = 0
    if let table = lines.firstIndex(where: { $0.filter { !$0.isWhitespace } == "[\(first)]" }) {
      guard let name = parts.count > 1 ? parts[1] : word else { return table + 1 }
      start = table
      return (lines[start...].firstIndex { begins($0, name) } ?? table) + 1
    }
    return lines.firstIndex { begins($0, first) }.map { $0 + 1 }
  }

  /// The name in a text that is no profile otherwise.
  private static func name(in text: String) -> String? {
    for line in text.linesByFeed() where line.hasPrefix("name") {
      let rest = line.dropFirst(4).drop { $0.isWhitespace }
      guard rest.first == "=" else { continue }
      return String(
        rest.dropFirst().drop { $0.isWhitespace || "\"'".contains($0) }
          .prefix { !"\"'".contains($0) })
    }
    return nil
  }

  /// A profile's text without its remarks and blank lines, and without what is beside: so a file that was imported before
  /// that was said stays known.
  private static func words(_ text: String) -> String {
    var isBeside = false
    return text.linesByFeed().filter { line in
      guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
      if first == "[" { isBeside = line.filter { !$0.isWhitespace }.hasPrefix("[beside]") }
      return first != "#" && !isBeside
    }.joined(separator: "\n")
  }
}
