internal import Channels
internal import Domain
internal import Tabular

/// Reads the rows of one table, and knows how many there are, of which months, and what they add up to.
struct TableReading {
  private(set) var rows = 0
  /// How many cells lie to the right of the table, and how many of its rows its sheet hides.
  private(set) var beyond = 0, hidden = 0
  /// How many rows the profile leaves out.
  private(set) var leftOut = 0
  private(set) var months = Set<String>()
  /// The newest instant of its rows, in local time; empty where there is none.
  private(set) var newest = ""
  private(set) var totals = TotalRows()
  /// By order the unit that it was for, and how it bought, where the file says that.
  private(set) var units: [String: (unit: String, type: PurchaseType)] = [:]
  /// The hosts that orders name, where the file does.
  private(set) var hosts = OrderHosts()
  /// What the settlement lines add up to, and the totals of the file that say something else.
  private(set) var settled = SettlementSums()
  private(set) var controls: [ControlDifference] = []
  private var below: [(total: ControlTotal, line: Int)] = []
  let layout: Layout
  private var reader: FileReader
  private var rounded = RoundedNumbers()

  init(_ reader: FileReader) {
    self.reader = reader
    layout = reader.layout
  }

  /// Reads the table; `copying` sees each row, `body` what the good ones say.
  ///
  /// - Throws: `Problem` `ids_rounded` where a spreadsheet has rounded the order numbers.
  mutating func read(
    _ table: Table, file: String, rejects: RejectList, copying: RedactedCopy?,
    _ body: (_ said: FileReader.Content, _ row: Int, _ rows: Int) throws -> Void
  ) throws {
    try table.forEachRow { row in
      guard row.number > layout.headerRow else {
        copying?.add(row, isRead: true)
        return
      }
      beyond += row.beyond
      let before = rows
      defer { if row.isHidden && rows > before { hidden += 1 } }
      do {
        let said = try reader.read(row)
        copying?.add(row, isRead: said.isData)
        take(said, line: row.line)
        try body(said, row.number, rows)
      } catch let problem as RowProblem {
        copying?.add(row, isRead: false)
        rows += 1
        try rejects.add(
          row, problem, alone: reader.standingAlone(row), key: reader.lineKey(row),
          place: reader.place(row))
      }
    }
    try compareControls(rejects, file: file)
    if rounded.isDamaged { throw Problem("ids_rounded", ["file": file]) }
    if totals.isTooLarge { throw Problem("file_amounts_too_large", ["file": file]) }
  }

  /// Compares the rows of a settlement file with the totals in it.
  ///
  /// Those above the rows are of what the service counts, which its own notice says may differ; those below are of the
  /// rows, unless some were rejected.
  ///
  /// - Throws: `Problem` `settlement_total_differs`.
  private mutating func compareControls(_ rejects: RejectList, file: String) throws {
    for total in reader.controlsAbove {
      guard let (stated, computed) = settled.difference(from: total) else { continue }
      controls.append(ControlDifference(label: total.label, stated: stated, computed: computed))
    }
    for (total, line) in below {
      guard let (stated, computed) = settled.difference(from: total) else { continue }
      guard rejects.count + rejects.mendedCount > 0 else {
        throw Problem(
          "settlement_total_differs",
          [
            "file": file, "line": String(line), "label": total.label, "stated": stated,
            "computed": computed,
          ])
      }
      controls.append(ControlDifference(label: total.label, stated: stated, computed: computed))
    }
  }

  private mutating func take(_ said: FileReader.Content, line: Int) {
    switch said {
    case .remark, .elsewhere: break
    case .leftOut: leftOut += 1
    case .controls(let found): below += found.map { ($0, line) }
    case .settlement(let found, let refund):
      rows += 1
      if !found.orderNumber.isEmpty { rounded.see(found.orderNumber) }
      if let refund { months.insert(String((refund.backAt ?? "").prefix(7))) }
      newest = max(newest, found.settledAt)
      totals.add(found.amount)
      settled.add(found)
    case .total(let stated, let isPart): totals.compare(stated, isPart: isPart, line: line)
    case .claims(let found):
      rows += 1
      for claim in found {
        if let type = claim.purchaseType, units[claim.orderNumber] == nil {
          units[claim.orderNumber] = (claim.unit ?? "", type)
        }
        if claim.host != nil { hosts.add(claim) }
        if !layout.profile.isSheet { rounded.see(claim.orderNumber) }
        if let paid = claim.paidAt {
          months.insert(String(paid.prefix(7)))
          if claim.refund == .full || claim.refund == .part {
            months.insert(String(claim.newestAt.prefix(7)))
          }
        }
        newest = max(newest, claim.newestAt)
        totals.add(claim.payable)
      }
    case .returns(let found, let payable):
      rows += 1
      for back in found { months.insert(String((back.backAt ?? back.newestAt).prefix(7))) }
      newest = max(newest, found.last?.newestAt ?? "")
      totals.add(payable)
    case .afterSale(let found, let payable):
      rows += 1
      if !layout.profile.isSheet { rounded.see(found.orderNumber) }
      if found.state == .back { months.insert(String((found.backAt ?? found.newestAt).prefix(7))) }
      newest = max(newest, found.newestAt)
      totals.add(payable)
    }
  }
}

/// The rows of totals of a table, against what the rows above them add up to.
struct TotalRows {
  private(set) var differing: [TotalDifference] = []
  private var whole = Money.zero
  private var part = Money.zero

  mutating func add(_ amount: Money) {
    whole += amount
    part += amount
  }

  /// Whether no month could hold the sum of the rows: a hundred billion yuan.
  var isTooLarge: Bool { whole.minor.magnitude > 10_000_000_000_000 }

  /// Compares a total of the table, or of the part since the last total of a part.
  mutating func compare(_ stated: Money?, isPart: Bool, line: Int) {
    let computed = isPart ? part : whole
    if isPart { part = .zero }
    guard let stated, stated != computed else { return }
    differing.append(TotalDifference(line: line, stated: stated, computed: computed))
  }
}

/// Finds order numbers that a spreadsheet has rounded to 15 digits.
struct RoundedNumbers {
  private var long = 0
  private var rounded = 0

  /// Looks at an order number.
  mutating func see(_ number: String) {
    let digits = number.utf8
    guard digits.count >= 17 else { return }
    long += 1
    if digits.dropFirst(15).allSatisfy({ $0 == 48 }) { rounded += 1 }
  }

  /// Whether most of the long numbers end in zeros after their 15th digit.
  var isDamaged: Bool { long >= 3 && rounded * 2 > long }
}
