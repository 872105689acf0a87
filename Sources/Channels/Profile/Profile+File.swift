internal import Domain
internal import Tabular

extension Profile {
  /// Makes the profile that a file describes, and checks it whole.
  ///
  /// - Throws: `Problem` that names the key: a part that is missing, a field that is unknown, has no column or holds
  ///   something else, a word or a pattern that means nothing.
  init(_ file: ProfileFile) throws(Problem) {
    let parts = ProfileParts(file)
    name = file.name
    title = file.title ?? file.name
    platform = try parts.given(file.platform, "platform")
    kind = try parts.word(file.kind ?? Kind.orders.rawValue, of: "kind")
    isSheet = file.sheet ?? false
    let spelled = isSheet ? sheetHeader : canonicalHeader
    let (main, named) = try parts.columns(file.columns, "columns", spelled)
    let (others, alsoNamed) = try parts.beside(spelled)
    columns = main.merging(others) { own, _ in own }
    titles = named.merging(alsoNamed) { own, _ in own }
    beside = Set(others.keys).subtracting(main.keys)
    constants = try parts.constants()
    amounts = parts.amounts(spelled)
    filters = parts.filters(spelled)
    core = try Set(parts.fields(parts.given(file.core, "core"), of: "core"))
    absent = (file.absent ?? []).map(canonicalHeader)
    personal = Set((file.personal ?? []).map(canonicalHeader))
    joinsLines = try parts.choice(file.lines ?? "one", of: "lines", ["one", "joined"]) == "joined"
    order = try parts.key(file.order ?? ["order"], of: "order", separator: " ")
    // Where the file has no numbers of lines, an order is one line.
    let ownLine = columns[.line] == nil ? "order" : "line"
    line = try parts.key(file.line ?? [ownLine], of: "line", separator: "/")
    number = try parts.key(file.number ?? ["number"], of: "number", separator: "/")
    numbersLines = file.numbered ?? false
    item = try file.item.map { name throws(Problem) in
      try parts.field(name, of: "item", kinds: [.text])
    }
    carried = try parts.fields(file.carried, of: "carried")
    measures = file.measures ?? false
    goods = try parts.terms(file.goods, of: "goods")
    cash = try parts.terms(file.cash, of: "cash")
    sold = try parts.fields(file.sold, of: "sold", kinds: [.time])
    back = try parts.fields(file.back, of: "back", kinds: [.time])
    closed = Set((file.closed ?? []).map(Self.word))
    signed = Set((file.signed ?? []).map(Self.word))
    unpaid = Set((file.unpaid ?? []).map(Self.word))
    orderRanks = try parts.ranks()
    orderRefunds = try parts.meanings(file.orderRefund, of: "order-refund")
    afterSale = try parts.meanings(file.afterSale, of: "after-sale")
    afterSaleTypes = try parts.meanings(file.afterSaleType, of: "after-sale-type")
    channels = try parts.channels()
    times = try parts.times()
    zone = try file.zone.map(parts.offset)
    settlement = try parts.settlement()
    try parts.checkNeeds(of: self)
  }
}

/// Reads the parts of a profile's file; each says what is wrong with it, and under which key.
private struct ProfileParts {
  let file: ProfileFile
  private let kind: Profile.Kind?

  init(_ file: ProfileFile) {
    self.file = file
    kind = Profile.Kind(rawValue: file.kind ?? "orders")
  }

  /// What cannot be left out; a `?` is what a draft leaves to be said.
  func given<Value>(_ value: Value?, _ key: String) throws(Problem) -> Value {
    guard let value else { throw Problem("profile_key_missing", ["key": key]) }
    if let text = value as? String, text.isEmpty || text == "?" {
      throw Problem("profile_unfinished", ["key": key])
    }
    return value
  }

  // MARK: - Fields

  /// Columns beside what is counted: only of hosts.
  func beside(
    _ spelled: (String) -> String
  ) throws(Problem) -> ([Profile.Field: [String]], [Profile.Field: String]) {
    guard let table = file.beside else { return ([:], [:]) }
    for name in table.keys.sorted() where !["host", "host-name"].contains(name) {
      throw Problem("profile_field_unknown", ["key": "beside", "field": name])
    }
    return try columns(table, "beside", spelled)
  }

  func columns(
    _ table: [String: [String]]?, _ key: String, _ spelled: (String) -> String
  ) throws(Problem) -> ([Profile.Field: [String]], [Profile.Field: String]) {
    var columns: [Profile.Field: [String]] = [:]
    var first: [Profile.Field: String] = [:]
    for (name, titles) in try given(table, key).sorted(by: { $0.key < $1.key }) {
      guard let field = Profile.Field(name: name), field != .day else {
        throw Problem("profile_field_unknown", ["key": key, "field": name])
      }
      let names = titles.map(spelled)
      guard !names.isEmpty, !names.contains(where: { $0.isEmpty || $0 == "?" }) else {
        throw Problem("profile_unfinished", ["key": name])
      }
      if let other = columns.first(where: {
        $0.key.kind != field.kind && !Set($0.value).isDisjoint(with: names)
      }) {
        throw Problem(
          "profile_column_twice",
          [
            "key": name, "column": titles[0], "fields": "\(other.key.name), \(name)",
          ])
      }
      columns[field] = names
      first[field] = titles[0]
    }
    return (columns, first)
  }

  func constants() throws(Problem) -> [Profile.Field: String] {
    var constants: [Profile.Field: String] = [:]
    for (name, value) in file.constant ?? [:] {
      guard let field = Profile.Field(name: name), field != .day else {
        throw Problem("profile_field_unknown", ["key": "constant", "field": name])
      }
      guard file.columns?[name] == nil else {
        throw Problem("profile_constant_column", ["key": "constant", "field": name])
      }
      let isRight =
        switch field.kind {
        case .amount: CellText.money(value.text) != nil
        case .quantity: CellText.measure(value.text) != nil
        case .time: (try? CellText.time(value.text)) != nil
        case .text: !value.text.isEmpty && value.text != "?"
        }
      guard isRight else {
        throw Problem(
          "profile_constant_kind",
          ["key": "constant", "field": name, "value": value.text])
      }
      constants[field] = value.text
    }
    return constants
  }

  func amounts(_ spelled: (String) -> String) -> [Profile.Column] {
    amountNames.map { name in
      let titles = file.amounts?[name] ?? []
      return Profile.Column(title: titles.first ?? name, names: titles.map(spelled))
    }
  }

  private var amountNames: [String] { (file.amounts ?? [:]).keys.sorted() }

  func filters(_ spelled: (String) -> String) -> [Profile.Filter] {
    [(file.leaveOut ?? [:], false), (file.only ?? [:], true)].flatMap { table, isOnly in
      table.sorted { $0.key < $1.key }.map { title, words in
        Profile.Filter(
          column: Profile.Column(title: title, names: [spelled(title)]),
          words: Set(words.map(Profile.word)), isOnly: isOnly)
      }
    }
  }

  /// A field that a key names: it has a column, or a constant.
  func field(
    _ name: some StringProtocol, of key: String, kinds: Set<Profile.Field.Kind>? = nil
  ) throws(Problem) -> Profile.Field {
    guard let field = Profile.Field(name: String(name)) else {
      throw Problem(
        name == "?" ? "profile_unfinished" : "profile_field_unknown",
        ["key": key, "field": String(name)])
    }
    guard field == .day || file.columns?[field.name] != nil || file.constant?[field.name] != nil
    else {
      throw Problem("profile_field_without_column", ["key": key, "field": field.name])
    }
    if let kinds, !kinds.contains(field.kind) {
      throw wrongKind(kinds, ["key": key, "field": field.name])
    }
    return field
  }

  private func wrongKind(
    _ wanted: Set<Profile.Field.Kind>, _ facts: [String: String]
  ) -> Problem {
    if wanted.contains(.amount) { return Problem("profile_field_not_amount", facts) }
    if wanted.contains(.quantity) { return Problem("profile_field_not_quantity", facts) }
    if wanted.contains(.text) { return Problem("profile_field_not_text", facts) }
    return Problem("profile_field_not_time", facts)
  }

  func fields(
    _ names: [String]?, of key: String, kinds: Set<Profile.Field.Kind>? = nil
  ) throws(Problem) -> [Profile.Field] {
    try (names ?? []).map { name throws(Problem) in try field(name, of: key, kinds: kinds) }
  }

  /// Reads `["merchant-code|name", "spec"]`: of each part the first field that is filled.
  func key(
    _ parts: [String], of key: String, separator: String
  ) throws(Problem) -> Profile.Key {
    // The one of orders is no part of after-sale files that name lines by an item, and so on.
    let isUsed =
      switch key {
      case "number": kind == .afterSales || kind == .settlements
      case "line", "order":
        kind != .settlements && kind != .canteenOrders
          && (kind == .orders || key == "order" || file.item == nil)
      default: true
      }
    guard isUsed else { return Profile.Key(parts: [], separator: separator) }
    guard !parts.isEmpty else { throw Problem("profile_key_missing", ["key": key]) }
    let parts = try parts.map { part throws(Problem) in
      let fields = try part.split(separator: "|").map { name throws(Problem) in
        try field(name, of: key, kinds: [.text, .time])
      }
      guard !fields.isEmpty else { throw Problem("profile_key_missing", ["key": key]) }
      return fields
    }
    return Profile.Key(parts: parts, separator: separator)
  }

  /// Reads `["payable", "-freight"]` and `["price*quantity"]`.
  func terms(_ names: [String]?, of key: String) throws(Problem) -> [Profile.Term] {
    try (names ?? []).map { name throws(Problem) in
      let isTaken = name.hasPrefix("-")
      var text = String(isTaken ? name.dropFirst() : name[...]).filter { $0 != " " }
      let isMagnitude = text.count > 2 && text.hasPrefix("|") && text.hasSuffix("|")
      if isMagnitude { text = String(text.dropFirst().dropLast()) }
      if let index = amountNames.firstIndex(of: text) {
        return Profile.Term(amount: .other(index), isAdded: !isTaken, isMagnitude: isMagnitude)
      }
      let factors = text.split(separator: "*", omittingEmptySubsequences: false)
      let first = try field(factors.first ?? "", of: key, kinds: [.amount])
      if factors.count == 1 {
        return Profile.Term(amount: .field(first), isAdded: !isTaken, isMagnitude: isMagnitude)
      }
      guard factors.count == 2, try field(factors[1], of: key, kinds: [.quantity]) == .quantity
      else { throw Problem("profile_field_unknown", ["key": key, "field": text]) }
      return Profile.Term(amount: .price(first), isAdded: !isTaken)
    }
  }

  // MARK: - Words

  func choice(_ text: String, of key: String, _ choices: [String]) throws(Problem) -> String {
    guard choices.contains(text) else {
      throw Problem(
        "profile_word_unknown",
        ["key": key, "value": text, "words": choices.joined(separator: ", ")])
    }
    return text
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, of key: String
  ) throws(Problem) -> Word {
    guard let word = Word(rawValue: text) else {
      throw Problem(
        text == "?" ? "profile_unfinished" : "profile_word_unknown",
        [
          "key": key, "value": text,
          "words": Word.allCases.map(\.rawValue).joined(separator: ", "),
        ])
    }
    return word
  }

  func meanings(
    _ words: [String: String]?, of key: String
  ) throws(Problem) -> [String: AfterSaleWord] {
    var meanings: [String: AfterSaleWord] = [:]
    for (text, meaning) in (words ?? [:]).sorted(by: { $0.key < $1.key }) {
      meanings[Profile.word(text)] = try word(meaning, of: "\(key).\(text)")
    }
    return meanings
  }

  func ranks() throws(Problem) -> [String: Int] {
    for (word, rank) in file.orderStatus ?? [:] where !(0...5).contains(rank) {
      throw Problem(
        "profile_word_unknown",
        ["key": "order-status.\(word)", "value": String(rank), "words": "0, 1, 2, 3, 4, 5"])
    }
    return Dictionary(
      (file.orderStatus ?? [:]).map { (Profile.word($0), $1) }, uniquingKeysWith: max)
  }

  func channels() throws(Problem) -> [String: String] {
    for (word, code) in file.channels ?? [:] where code.isEmpty || code == "?" {
      throw Problem("profile_unfinished", ["key": "channels.\(word)"])
    }
    return Dictionary(
      (file.channels ?? [:]).map { (Profile.word($0), $1) }, uniquingKeysWith: { $1 })
  }

  func times() throws(Problem) -> [TimePattern] {
    try (file.times ?? [TimePattern.plain.text]).map { text throws(Problem) in
      guard let pattern = TimePattern(text) else {
        throw Problem("profile_time_pattern", ["key": "times", "value": text])
      }
      return pattern
    }
  }

  func offset(_ text: String) throws(Problem) -> Int {
    guard let seconds = TimePattern.offset(text == "UTC" ? "Z" : text) else {
      throw Problem(
        "profile_word_unknown",
        ["key": "zone", "value": text, "words": "UTC, +08:00, -05:00, …"])
    }
    return seconds
  }

  // MARK: - Settlements

  func settlement() throws(Problem) -> SettlementRules? {
    guard kind == .settlements else { return nil }
    return SettlementRules(
      ledger: try word(given(file.ledger, "ledger"), of: "ledger"),
      amount: try terms(file.amount, of: "amount"),
      parts: try (file.parts ?? [:]).filter { $0.key != "neutral" }.sorted { $0.key < $1.key }
        .map { name, names throws(Problem) in
          (try word(name, of: "parts"), try terms(names, of: "parts.\(name)"))
        },
      neutral: try terms(file.parts?["neutral"], of: "parts.neutral"),
      entries: try words(file.entries, of: "entries"),
      directions: try words(file.directions, of: "directions"), controls: try controls(),
      orderPrefixes: file.orderPrefixes ?? [], reportsRefunds: file.refunds ?? false)
  }

  private func words<Word: RawRepresentable<String> & CaseIterable>(
    _ words: [String: String]?, of key: String
  ) throws(Problem) -> [String: Word] {
    var found: [String: Word] = [:]
    for (text, meaning) in (words ?? [:]).sorted(by: { $0.key < $1.key }) {
      found[Profile.word(text)] = try word(meaning, of: "\(key).\(text)")
    }
    return found
  }

  private func controls() throws(Problem) -> [String: SettlementRules.Control] {
    var found: [String: SettlementRules.Control] = [:]
    for (label, text) in (file.controls ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let control = SettlementRules.Control(text) else {
        let words = SettlementRules.Control.words + Settlement.Kind.allCases.map(\.rawValue)
        throw Problem(
          "profile_word_unknown",
          [
            "key": "controls.\(label)", "value": text, "words": words.joined(separator: ", "),
          ])
      }
      found[label] = control
    }
    return found
  }

  // MARK: - The whole

  /// What a format cannot do without.
  func checkNeeds(of profile: Profile) throws(Problem) {
    func has(_ field: Profile.Field) -> Bool {
      profile.columns[field] != nil || profile.constants[field] != nil
    }
    func need(_ fields: [Profile.Field]) throws(Problem) {
      guard !fields.contains(where: has) else { return }
      throw Problem(
        "profile_needs",
        ["key": "columns", "fields": fields.map(\.name).joined(separator: " / ")])
    }
    if !profile.channels.isEmpty { try need([.shop]) }
    if let settlement = profile.settlement {
      try need([.settled])
      if settlement.amount.isEmpty { try need([.settledAmount, .income, .expense]) }
      if profile.number.parts.isEmpty { throw Problem("profile_key_missing", ["key": "number"]) }
      return
    }
    if profile.kind == .canteenOrders {
      try need([.quantity])
      try need([.name, .merchantCode, .barcode])
      return
    }
    if profile.kind == .afterSales {
      try need([.backAmount])
      try need([.orderStatus])
      return
    }
    if profile.goods.isEmpty { throw Problem("profile_key_missing", ["key": "goods"]) }
    if profile.sold.isEmpty, !profile.isSheet {
      throw Problem("profile_key_missing", ["key": "sold"])
    }
    if !profile.isSheet { try need([.quantity]) }
    if profile.isSheet { try need([.payable]) }
    try need([.name, .merchantCode, .productCode, .productID])
    if profile.joinsLines { try need([.line]) }
    for filter in profile.filters where filter.words.isEmpty {
      throw Problem(
        "profile_key_missing",
        ["key": (filter.isOnly ? "only." : "leave-out.") + filter.column.title])
    }
  }
}
