import Bangfu
import Domain

/// What several files came to, one row a table that was imported or a file that was refused.
extension ImportRun {
  private static let columns: [Column] = [
    .file, .profile, .rows, .new, .same, .changed, .pendingRows, .rejected, .amount,
  ]

  /// With the sums below; of mended rows only where there are any.
  var tableForPeople: Table {
    var (columns, rows) = (Self.columns, rows(forPeople: true))
    let sums = results.reduce(Array(repeating: 0, count: 6)) {
      zip($0, counts($1)).map { $0 + $1 }
    }
    let whole = results.reduce(Money.zero) { $0 + $1.postedGross - $1.postedRefunds }
    rows.append([say("合计", "Total"), ""] + sums.map { String($0) } + [whole.grouped])
    guard results.contains(where: { $0.mended > 0 }) else { return Table(columns, rows: rows) }
    columns.insert(.mended, at: columns.count - 1)
    let all = String(results.reduce(0) { $0 + $1.mended })
    let mended = results.map { String($0.mended) } + refused.map { _ in "" } + [all]
    for index in rows.indices { rows[index].insert(mended[index], at: rows[index].count - 1) }
    return Table(columns, rows: rows)
  }

  /// With the number and the amounts of each, and no sums; programs always find the column of mended rows.
  var tableForPrograms: Table {
    let columns = [.importNumber] + Self.columns + [.postedGross, .postedRefunds, .mended]
    return Table(
      columns,
      rows: rows(forPeople: false).enumerated().map { index, row in
        guard index < results.count else { return [""] + row + ["", "", ""] }
        let result = results[index]
        return [result.number == 0 ? "" : String(result.number)] + row
          + [
            result.postedGross.description, result.postedRefunds.description,
            String(result.mended),
          ]
      })
  }

  private func rows(forPeople isForPeople: Bool) -> [[String]] {
    let imported = results.map { result in
      let net = result.postedGross - result.postedRefunds
      return [names.path(of: result), result.profile] + counts(result).map { String($0) }
        + [isForPeople ? net.grouped : net.description]
    }
    return imported
      + refused.map { refused in
        let reason = refused.problems.first.map(Sentences.code) ?? ""
        return [names.shown(refused.file), isForPeople ? say("没有导入", "refused") : reason]
          + Array(repeating: "", count: Self.columns.count - 2)
      }
  }

  private func counts(_ result: ImportResult) -> [Int] {
    [result.rows, result.new, result.same, result.changed, result.pending, result.rejected]
  }
}
