internal import Domain
internal import Tabular

extension Profile {
  /// Makes the profile that a file tells of.
  ///
  /// - Throws: `Problem` `profile_malformed` with what is wrong: a field, a word or a part is unknown,
  ///   or a part that is needed is missing.
  init(_ file: ProfileFile) throws(Problem) {
    func malformed(_ what: String) -> Problem {
      Problem("profile_malformed", ["profile": file.name, "reason": what])
    }
    func field(_ name: some StringProtocol) throws(Problem) -> Field {
      guard let field = Field(name: String(name)) else { throw malformed("field \(name)") }
      return field
    }
    guard let platform = file.platform, let titles = file.columns, let core = file.core,
      let goods = file.goods, let sold = file.sold
    else { throw malformed("platform, columns, core, goods, sold") }
    name = file.name
    title = file.title ?? file.name
    self.platform = platform
    var columns: [Field: [String]] = [:]
    var firstTitles: [Field: String] = [:]
    for (name, titles) in titles {
      let field = try field(name)
      columns[field] = titles.map(canonicalHeader)
      firstTitles[field] = titles.first
    }
    self.columns = columns
    self.titles = firstTitles
    self.core = try Set(core.map(field))
    for field in self.core where columns[field] == nil { throw malformed("column \(field.name)") }
    absent = (file.absent ?? []).map(canonicalHeader)
    personal = Set((file.personal ?? []).map(canonicalHeader))
    switch file.lines ?? "one" {
    case "one": joinsLines = false
    case "joined": joinsLines = true
    case let other: throw malformed("lines = \(other)")
    }
    self.goods = try goods.map { name throws(Problem) in
      let isTaken = name.hasPrefix("-")
      return Term(field: try field(isTaken ? name.dropFirst() : name[...]), isAdded: !isTaken)
    }
    self.sold = try sold.map(field)
    closed = Set((file.closed ?? []).map(Self.word))
    orderRanks = Dictionary(
      (file.orderStatus ?? [:]).map { (Self.word($0), $1) }, uniquingKeysWith: max)
    func meanings(_ words: [String: String]?) throws(Problem) -> [String: AfterSale] {
      var meanings: [String: AfterSale] = [:]
      for (word, meaning) in words ?? [:] {
        guard let known = AfterSale(rawValue: meaning) else {
          throw malformed("\(word) = \(meaning)")
        }
        meanings[Self.word(word)] = known
      }
      return meanings
    }
    orderRefunds = try meanings(file.orderRefund)
    afterSale = try meanings(file.afterSale)
    times = try (file.times ?? [TimePattern.plain.text]).map { text throws(Problem) in
      guard let pattern = TimePattern(text) else { throw malformed("times = \(text)") }
      return pattern
    }
  }
}
