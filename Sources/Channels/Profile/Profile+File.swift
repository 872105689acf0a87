internal import Domain
internal import Tabular

extension Profile {
  /// Makes the profile that a file tells of.
  ///
  /// - Throws: `Problem` `profile_malformed` with what is wrong: a field, a word or a part is unknown,
  ///   or a part that is needed is missing.
  init(_ file: ProfileFile) throws(Problem) {
    let parts = ProfileParts(name: file.name)
    guard let platform = file.platform, let titles = file.columns, let core = file.core else {
      throw parts.malformed("platform, columns, core")
    }
    name = file.name
    title = file.title ?? file.name
    self.platform = platform
    kind = try parts.word(file.kind ?? Kind.orders.rawValue, of: "kind")
    isSheet = file.sheet ?? false
    let spelled = isSheet ? sheetHeader : canonicalHeader
    var columns: [Field: [String]] = [:]
    var firstTitles: [Field: String] = [:]
    for (name, titles) in titles {
      let field = try parts.field(name)
      columns[field] = titles.map(spelled)
      firstTitles[field] = titles.first
    }
    self.columns = columns
    self.titles = firstTitles
    self.core = try Set(parts.fields(core))
    for field in self.core where columns[field] == nil {
      throw parts.malformed("column \(field.name)")
    }
    absent = (file.absent ?? []).map(canonicalHeader)
    personal = Set((file.personal ?? []).map(canonicalHeader))
    switch file.lines ?? "one" {
    case "one": joinsLines = false
    case "joined": joinsLines = true
    case let other: throw parts.malformed("lines = \(other)")
    }
    order = try parts.key(file.order ?? ["order"], separator: " ")
    // Where the file has no numbers of lines, an order is one line.
    line = try parts.key(file.line ?? [columns[.line] == nil ? "order" : "line"], separator: "/")
    number = try parts.key(file.number ?? ["number"], separator: "/")
    numbersLines = file.numbered ?? false
    item = try file.item.map(parts.field)
    carried = try parts.fields(file.carried)
    measures = file.measures ?? false
    goods = try parts.terms(file.goods)
    cash = try parts.terms(file.cash)
    sold = try parts.fields(file.sold)
    back = try parts.fields(file.back)
    if kind == .orders, goods.isEmpty || sold.isEmpty && !isSheet {
      throw parts.malformed("goods, sold")
    }
    closed = Set((file.closed ?? []).map(Self.word))
    signed = Set((file.signed ?? []).map(Self.word))
    unpaid = Set((file.unpaid ?? []).map(Self.word))
    orderRanks = Dictionary(
      (file.orderStatus ?? [:]).map { (Self.word($0), $1) }, uniquingKeysWith: max)
    orderRefunds = try parts.words(file.orderRefund)
    afterSale = try parts.words(file.afterSale)
    afterSaleTypes = try parts.words(file.afterSaleType)
    times = try (file.times ?? [TimePattern.plain.text]).map { text throws(Problem) in
      guard let pattern = TimePattern(text) else { throw parts.malformed("times = \(text)") }
      return pattern
    }
  }
}

/// Reads the parts of a profile's file; each says what is wrong with it.
private struct ProfileParts {
  let name: String

  func malformed(_ what: String) -> Problem {
    Problem("profile_malformed", ["profile": name, "reason": what])
  }

  func field(_ name: some StringProtocol) throws(Problem) -> Profile.Field {
    guard let field = Profile.Field(name: String(name)) else { throw malformed("field \(name)") }
    return field
  }

  func fields(_ names: [String]?) throws(Problem) -> [Profile.Field] {
    try (names ?? []).map { name throws(Problem) in try field(name) }
  }

  /// Reads `["merchant-code|name", "spec"]`: of each part the first field that is filled.
  func key(_ parts: [String], separator: String) throws(Problem) -> Profile.Key {
    let parts = try parts.map { part throws(Problem) in
      try part.split(separator: "|").map { name throws(Problem) in try field(name) }
    }
    return Profile.Key(parts: parts, separator: separator)
  }

  /// Reads `["payable", "-freight"]`.
  func terms(_ names: [String]?) throws(Problem) -> [Profile.Term] {
    try (names ?? []).map { name throws(Problem) in
      let isTaken = name.hasPrefix("-")
      return Profile.Term(
        field: try field(isTaken ? name.dropFirst() : name[...]), isAdded: !isTaken)
    }
  }

  func word<Word: RawRepresentable<String>>(_ text: String, of key: String) throws(Problem) -> Word
  {
    guard let word = Word(rawValue: text) else { throw malformed("\(key) = \(text)") }
    return word
  }

  func words(_ words: [String: String]?) throws(Problem) -> [String: AfterSaleWord] {
    var meanings: [String: AfterSaleWord] = [:]
    for (text, meaning) in words ?? [:] {
      meanings[Profile.word(text)] = try word(meaning, of: text)
    }
    return meanings
  }
}
