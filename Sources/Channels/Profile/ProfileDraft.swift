public import Domain
internal import Tabular

/// Drafts a profile from the first rows of a file that no profile fits, for a person to look over.
///
/// Columns are guessed by the names that known profiles have for them; the words of status columns and the
/// form of times are read from the rows.
public struct ProfileDraft {
  private let name: String
  private let platform: String
  private let base: Profile?
  private let header: [String]
  private let samples: [[String]]
  private let guesses: [Profile.Field: String]

  /// Makes a draft.
  ///
  /// - Parameters:
  ///   - name: what the profile is to be called.
  ///   - rows: the first rows of the file; the one that most columns are known in is the header.
  ///   - profiles: those that are known.
  ///   - like: the profile that it says only the difference to.
  ///   - platform: the platform, where `like` does not say.
  /// - Throws: `Problem` `table_without_header` where no row has two cells; `profile_unknown`.
  public init(
    named name: String, rows: [[String]], profiles: [Profile], like: String?, platform: String?
  ) throws(Problem) {
    self.name = name
    base = try like.map { like throws(Problem) in
      try Profile.choose(like, among: profiles)[0]
    }
    let models = base.map { [$0] } ?? profiles
    var best: (score: Int, row: Int, guesses: [Profile.Field: String])?
    for (index, row) in rows.prefix(Self.headRows).enumerated() {
      let guesses = Self.guess(row, by: models, all: profiles)
      if guesses.count > best?.score ?? 1 { best = (guesses.count, index, guesses) }
    }
    // Of a table in which nothing is known the header is the first row that is as wide as any.
    let widths = rows.prefix(Self.headRows).map { $0.count { !CellText.isEmpty(trimmedCell($0)) } }
    if best == nil, let width = widths.max(), width > 1, let row = widths.firstIndex(of: width) {
      best = (0, row, Self.guess(rows[row], by: models, all: profiles))
    }
    guard let best else { throw Problem("table_without_header") }
    header = rows[best.row].map(trimmedCell)
    guesses = best.guesses
    samples = Array(rows[(best.row + 1)...])
    self.platform = platform ?? base?.platform ?? "?"
  }

  /// As far as a header is looked for, and as long as the name of a column may be.
  private static let headRows = 30, longestTitle = 200

  /// The field of each column that a profile, or its name, says.
  private static func guess(
    _ header: [String], by models: [Profile], all profiles: [Profile]
  ) -> [Profile.Field: String] {
    // What is longer is no name, and is long work to compare.
    let titles = header.filter { $0.utf8.count <= longestTitle }.map(trimmedCell)
      .filter { !CellText.isEmpty($0) }.map { (title: $0, name: canonicalHeader($0)) }
    var votes: [Profile.Field: [String: Int]] = [:]
    for (weight, group) in [(100, models), (1, profiles)] {
      for profile in group {
        for (field, names) in profile.columns {
          for (title, name) in titles where names.contains(name) {
            votes[field, default: [:]][title, default: 0] += weight
          }
        }
      }
    }
    let fields = models.count == 1 ? Set(models[0].columns.keys) : Set(Profile.Field.allCases)
    for (field, words) in hints where fields.contains(field) && votes[field] == nil {
      let known = titles.filter { title in
        words.contains { $0.allSatisfy { title.name.contains($0) } }
      }
      for (index, title) in known.enumerated() { votes[field, default: [:]][title.title] = -index }
    }
    var taken = Set<String>()
    var guesses: [Profile.Field: String] = [:]
    let order = votes.sorted {
      ($0.value.values.max() ?? 0, -$0.key.rawValue) > (
        $1.value.values.max() ?? 0, -$1.key.rawValue
      )
    }
    for (field, titles) in order where fields.contains(field) {
      let best = titles.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        .first { !taken.contains($0.key) }
      guard let best else { continue }
      taken.insert(best.key)
      guesses[field] = best.key
    }
    return guesses
  }

  /// Words that the name of a column holds, all of one list.
  private static let hints: [(Profile.Field, [[String]])] = [
    (.line, [["子订单"]]), (.order, [["订单", "号"], ["单号"], ["order"]]),
    (.name, [["商品", "名"], ["品名"], ["商品"], ["产品"], ["item"], ["product"], ["name"]]),
    (.spec, [["规格"], ["属性"], ["variant"], ["spec"]]),
    (.quantity, [["数量"], ["件数"], ["qty"], ["quantity"]]),
    (.merchantCode, [["商家编码"], ["货号"], ["编码"], ["sku"], ["code"]]),
    (.payable, [["实付"], ["应付"], ["金额"], ["total"], ["amount"]]),
    (.freight, [["运费"], ["邮费"], ["freight"], ["shipping"]]),
    (.paid, [["付款", "时间"], ["支付", "时间"], ["日期"], ["paid", "at"], ["paid", "time"], ["date"]]),
    (.submitted, [["下单"], ["创建"], ["created"]]),
    (.orderStatus, [["订单状态"], ["状态"], ["status"], ["state"]]),
    (.afterSaleStatus, [["售后"], ["退款状态"]]), (.refunded, [["退款", "金额"]]),
    (.buyer, [["采购"], ["单位名"]]),
  ]

  /// The draft, as the text of a profile's file.
  public var text: String {
    var lines = [
      say(
        "由表头起草：请逐行核对，改好后放在自己的格式文件夹里。",
        "Drafted from a header: look at every line, then keep it among your own profiles."),
      "name = \(quoted(name))", "title = \(quoted(name))",
    ]
    if let base {
      lines.append("like = \(quoted(base.name))")
      if platform != base.platform { lines.append("platform = \(quoted(platform))") }
    } else {
      lines += freeParts
    }
    if let pattern = timePattern, base?.times.contains(pattern) != true {
      lines.append("times = [\(quoted(pattern.text))]")
    }
    lines += ["", "[columns]"]
    for field in Profile.Field.allCases {
      guard let title = guesses[field] else {
        // A profile with a question mark is reported, and is not used.
        if base == nil, Self.wanted.contains(field) { lines.append("\(field.name) = [\"?\"]") }
        continue
      }
      if let base, base.columns[field]?.contains(canonicalHeader(title)) == true { continue }
      lines.append("\(field.name) = [\(quoted(title))]")
    }
    if let base {
      let missing = base.core.filter { guesses[$0] == nil }.map(\.name).sorted()
      lines += missing.map { "# \($0) = [\"?\"]" }
    }
    let used = Set(guesses.values)
    let others = header.filter { !$0.isEmpty && !used.contains($0) }
    if !others.isEmpty {
      lines.append(say("没有用到的列：", "Columns not used: ") + others.joined(separator: "、"))
    }
    lines += words(
      .orderStatus, table: "order-status", known: base?.orderRanks.keys.map { $0 } ?? [], as: "1")
    lines += words(
      .afterSaleStatus, table: "after-sale", known: base?.afterSale.keys.map { $0 } ?? [],
      as: "\"nothing\"")
    return lines.joined(separator: "\n") + "\n"
  }

  private var freeParts: [String] {
    let core = Self.wanted.map { quoted($0.name) }
    let freight = guesses[.freight] == nil ? "" : ", \"-freight\""
    return [
      "platform = \(quoted(platform))", "core = [\(core.joined(separator: ", "))]",
      say("货款：含运费的要减去运费", "Goods value: take the freight off where it is in the amount."),
      "goods = [\"payable\"\(freight)]",
      say("付款时间；没有付款的行不入账", "When it was paid: a row without it posts nothing."),
      "sold = [\"paid\"]",
    ] + lineParts
  }

  /// What a draft without a model needs to be a profile.
  private static let wanted: [Profile.Field] = [.order, .name, .quantity, .payable, .paid]

  /// What distinguishes the lines of an order, where the file has no numbers of them: asked for where an order has several.
  private var lineParts: [String] {
    guard guesses[.line] == nil, let title = guesses[.order],
      let column = header.firstIndex(of: title)
    else { return [] }
    let orders = samples.compactMap { $0.count > column ? trimmedCell($0[column]) : nil }
      .filter { !CellText.isEmpty($0) }
    guard Set(orders).count < orders.count else { return [] }
    let code = guesses[.merchantCode] == nil ? "name" : "merchant-code|name"
    let parts = [code] + (guesses[.spec] == nil ? [] : ["spec"])
    return [
      say(
        "一个订单有几行：这些列合起来是行号吗？相同的行各算各的",
        "An order has several rows: do these columns distinguish them? Equal ones are numbered."),
      "line = [\(parts.map(quoted).joined(separator: ", "))]", "numbered = true",
    ]
  }

  /// The words of a status column that are not known, commented out for a person to decide.
  private func words(
    _ field: Profile.Field, table: String, known: [String], as value: String
  ) -> [String] {
    guard let title = guesses[field], let column = header.firstIndex(of: title) else { return [] }
    let found = Set(samples.compactMap { $0.count > column ? trimmedCell($0[column]) : nil })
      .filter { !CellText.isEmpty($0) && !known.contains(Profile.word($0)) }
    guard !found.isEmpty, found.count <= 20 else { return [] }
    return ["", "[\(table)]"] + found.sorted().map { "# \(quoted($0)) = \(value)" }
  }

  /// The first pattern that all times of the file are written in.
  private var timePattern: TimePattern? {
    guard let title = guesses[.paid] ?? guesses[.submitted],
      let column = header.firstIndex(of: title)
    else { return nil }
    let times = samples.compactMap { $0.count > column ? trimmedCell($0[column]) : nil }
      .filter { !CellText.isEmpty($0) }
    let forms = [
      "YYYY-MM-DD HH:mm:ss", "YYYY/M/D H:mm:ss", "YYYY/M/D H:mm", "YYYY-M-D H:mm", "YYYY-M-D",
      "YYYY/M/D",
      "YYYY年M月D日", "YYYY.M.D",
    ]
    return forms.compactMap(TimePattern.init).first { pattern in
      !times.isEmpty && times.allSatisfy { (try? pattern.read($0)) != nil }
    }
  }

  /// A remark, in both languages: a file has no reader's language.
  private func say(_ zh: String, _ en: String) -> String { "# \(zh)  \(en)" }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
