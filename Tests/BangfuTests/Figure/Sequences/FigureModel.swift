/// What the figure must be after some acts, kept apart from the product: what was booked, and where each part of it counts.
///
/// Four months are looked at, by their index: August to October can be closed, November stays open.
struct FigureModel {
  /// What a programme's people do, of what concerns the figure.
  enum Act: CaseIterable {
    case importFile, importLate, refund, decide, undo, close, publish, restate
  }

  /// What the line of a sale, or of a refund, is judged.
  enum Verdict { case counted, duplicate }

  /// Something that was sold, as one source reports it.
  struct Sale {
    /// The index of the month it was sold in.
    let month: Int
    let fen: Int
    /// The import that reports it, by its place among all; nil where somebody entered it.
    let file: Int?
  }

  /// A line: of a sale, of a refund, what reverses one, or half of a pair that judges one anew.
  struct Line {
    let sale: Int
    let isRefund: Bool
    let fen: Int
    /// The months of its day and of its book.
    let day: Int, book: Int
    /// The month it counts in, and as what.
    var month: Int, verdict: Verdict
    /// Whether it is of a sale or a refund that stands; what judges, or reverses, is not.
    var stands = true
    /// As what it is judged where it is booked; and by restatements, where they judge it otherwise.
    var own: Verdict
    var restated: Verdict? = nil
    var isPaired = false, isHalf = false
  }

  /// Two sales that are one, as somebody decided.
  struct Decision: Equatable {
    let entered: Int, filed: Int
    /// Whether the platform's sale was chosen, and not the one whose goods left the shop.
    let isFileChosen: Bool
    var stands = true
  }

  /// What can be undone.
  enum Undoable: Equatable { case decision(Int), refund(line: Int), file(Int) }

  /// The sums that a report begins with, in fen.
  struct Sums: Equatable {
    var gross = 0, refunds = 0, duplicates = 0, counted = 0
  }

  private(set) var sales: [Sale] = []
  private(set) var lines: [Line] = []
  private(set) var decisions: [Decision] = []
  /// What stands and can be undone, newest last.
  private(set) var acts: [Undoable] = []
  /// The lines of refunds, by the import that reports them.
  private var refundFiles: [Int: Int] = [:]
  private var undoneFiles: Set<Int> = []
  /// How many months are closed, from the first on.
  private(set) var closed = 0
  /// What was published, by month and version.
  private(set) var published: [[Sums]] = [[], [], [], []]

  // MARK: - What is asked of it

  /// A month's sums as reports say them.
  func sums(_ month: Int) -> Sums { sums { $0.month == month ? ($0.verdict, $0.fen) : nil } }

  /// A month's sums if all that is known were counted by its day, as everything is judged now.
  func truth(_ month: Int) -> Sums {
    sums { $0.day == month && $0.stands && !$0.isHalf ? (wanted($0.sale), $0.fen) : nil }
  }

  private func sums(_ part: (Line) -> (Verdict, Int)?) -> Sums {
    var sums = Sums()
    for line in lines {
      guard let (verdict, fen) = part(line) else { continue }
      if line.isRefund { sums.refunds -= fen } else { sums.gross += fen }
      if verdict == .counted { sums.counted += fen } else { sums.duplicates += fen }
    }
    return sums
  }

  /// The sales that two sources report, as their filed ones, of which nobody has decided.
  func undecided(_ pairs: [Int: Int]) -> [Int] {
    pairs.keys.filter { filed in
      !isUndone(filed) && !decisions.contains { $0.stands && $0.filed == filed }
    }.sorted()
  }

  func isUndone(_ sale: Int) -> Bool { sales[sale].file.map(undoneFiles.contains) ?? false }

  /// Whether a sale has been refunded, in part.
  func isRefunded(_ sale: Int) -> Bool {
    lines.contains { $0.sale == sale && $0.isRefund && $0.stands }
  }

  /// What is undone next: the newest that can be.
  var toUndo: Undoable? { acts.last { canUndo($0) } }

  func canUndo(_ act: Undoable) -> Bool {
    guard case .file(let file) = act else { return true }
    let touched = Set(
      sales.indices.filter { sales[$0].file == file }
        + (refundFiles[file].map { [lines[$0].sale] } ?? []))
    return !lines.contains { touched.contains($0.sale) && $0.book < closed }
  }

  /// What a sale is judged by now.
  private func wanted(_ sale: Int) -> Verdict {
    guard
      let made = decisions.first(where: { $0.stands && [$0.entered, $0.filed].contains(sale) })
    else { return .counted }
    let counts = made.isFileChosen && !isUndone(made.filed) ? made.filed : made.entered
    return counts == sale ? .counted : .duplicate
  }

  // MARK: - Acts

  /// Books a sale; answers its number.
  @discardableResult
  mutating func sell(_ fen: Int, month: Int, file: Int? = nil) -> Int {
    sales.append(Sale(month: month, fen: fen, file: file))
    book(sales.count - 1, fen, isRefund: false)
    return sales.count - 1
  }

  /// Notes that a file was imported, which may be undone.
  mutating func imported(_ file: Int) { acts.append(.file(file)) }

  /// Books what went back of a sale: by a file, or by a clerk.
  mutating func refund(_ sale: Int, _ fen: Int, file: Int? = nil) {
    book(sale, -fen, isRefund: true)
    // It bears the verdict that its sale was booked with, and is judged anew where that is of a closed month.
    let number = lines.count - 1
    if let own = lines.first(where: { $0.sale == sale && !$0.isRefund && $0.stands })?.own {
      (lines[number].own, lines[number].verdict) = (own, own)
      rejudge([sale])
    }
    if let file {
      refundFiles[file] = number
      acts.append(.file(file))
    } else {
      acts.append(.refund(line: number))
    }
  }

  private mutating func book(_ sale: Int, _ fen: Int, isRefund: Bool) {
    let (day, verdict) = (sales[sale].month, wanted(sale))
    lines.append(
      Line(
        sale: sale, isRefund: isRefund, fen: fen, day: day, book: max(day, closed),
        month: max(day, closed), verdict: verdict, own: verdict))
  }

  mutating func decide(_ decision: Decision) {
    decisions.append(decision)
    acts.append(.decision(decisions.count - 1))
    rejudge([decision.entered, decision.filed])
  }

  mutating func undo(_ act: Undoable) {
    acts.removeAll { $0 == act }
    switch act {
    case .decision(let number):
      decisions[number].stands = false
      rejudge([decisions[number].entered, decisions[number].filed])
    case .refund(let line): reverse(line)
    case .file(let file):
      undoneFiles.insert(file)
      for line in lines.indices where lines[line].stands && isOf(lines[line], line, file) {
        reverse(line)
      }
      for made in decisions where made.stands && sales[made.filed].file == file {
        rejudge([made.entered])
      }
    }
  }

  private func isOf(_ line: Line, _ number: Int, _ file: Int) -> Bool {
    !line.isHalf && (line.isRefund ? refundFiles[file] == number : sales[line.sale].file == file)
  }

  /// Books what takes a line away again, judged as that is where it is booked.
  private mutating func reverse(_ number: Int) {
    var line = lines[number]
    lines[number].stands = false
    let book = max(line.day, closed)
    line = Line(
      sale: line.sale, isRefund: line.isRefund, fen: -line.fen, day: line.day, book: book,
      month: book, verdict: line.own, stands: false, own: line.own)
    lines.append(line)
  }

  /// Judges the lines of some sales anew where their months are open, by pairs of lines.
  private mutating func rejudge(_ concerned: [Int]) {
    for number in lines.indices where concerned.contains(lines[number].sale) {
      let (line, after) = (lines[number], wanted(lines[number].sale))
      guard line.stands, !line.isHalf, line.book >= closed, line.own != after else { continue }
      pair(of: line, from: line.own, to: after, month: line.book)
      (lines[number].own, lines[number].isPaired) = (after, true)
    }
  }

  private mutating func pair(of line: Line, from: Verdict, to after: Verdict, month: Int) {
    for (fen, verdict) in [(-line.fen, from), (line.fen, after)] {
      lines.append(
        Line(
          sale: line.sale, isRefund: line.isRefund, fen: fen, day: line.day, book: line.book,
          month: month, verdict: verdict, stands: false, own: verdict, isHalf: true))
    }
  }

  mutating func close() { closed += 1 }

  mutating func publish(_ month: Int) { published[month].append(sums(month)) }

  /// Counts what came late in the month of its day, and judges it as decisions of now say; answers how many lines.
  @discardableResult
  mutating func restate(_ month: Int) -> Int {
    var (many, touched) = (0, Set<Int>())
    for number in lines.indices where lines[number].day == month {
      let line = lines[number]
      let moves = line.month != month
      let after = moves && line.isPaired ? nil : judgement(line)
      guard moves || after != nil else { continue }
      many += 1
      touched.formUnion([line.month, month])
      lines[number].month = month
      if let after {
        pair(of: line, from: line.restated ?? line.own, to: after, month: month)
        lines[number].restated = after
      }
    }
    for month in touched.sorted() where !published[month].isEmpty { publish(month) }
    return many
  }

  /// As what a restatement judges a line of a closed month; nil where it stays.
  private func judgement(_ line: Line) -> Verdict? {
    guard !line.isHalf, line.book < closed else { return nil }
    let now = line.stands ? wanted(line.sale) : line.own
    guard line.restated != nil || now != line.own else { return nil }
    return now == line.restated ?? line.own ? nil : now
  }

  /// The first closed month that a restatement would change.
  var toRestate: Int? {
    (0..<closed).first { month in
      var copy = self
      return copy.restate(month) > 0
    }
  }
}
