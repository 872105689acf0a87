import Bangfu

extension Table {
  /// The rows that the database lists.
  init(_ listed: Listed) {
    self.init(listed.keys.map(Column.named), rows: listed.rows)
  }

  /// The table for people: codes in words, what has no code named by what it is missing, columns that are empty left out.
  var forPeople: Table {
    let named = namingMissing
    let shown = named.columns.indices.filter { index in
      named.rows.isEmpty || named.rows.contains { !$0[index].isEmpty }
    }
    return Table(
      shown.map { named.columns[$0] },
      rows: named.rows.map { row in shown.map { named.columns[$0].shown(row[$0]) } })
  }

  /// The first row as a list of facts, for people.
  var facts: Table? {
    let table = forPeople
    guard let row = table.rows.first else { return nil }
    return Table(
      [.field, .fact],
      rows: zip(table.columns, row).filter { !$0.1.isEmpty }.map { [Cell($0.0.title), $0.1] })
  }

  /// The rows without some columns.
  func without(_ left: [Column]) -> Table {
    let kept = columns.indices.filter { !left.contains(columns[$0]) }
    return Table(kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// What has no code says in its name what is missing, in place of a column for it.
  private var namingMissing: Table {
    guard let missing = columns.firstIndex(of: .missing), let name = columns.firstIndex(of: .name)
    else { return self }
    let words = [
      "listing": say("（链接未对应）", "(listing not mapped)"),
      "supplier": say("（没有供应商）", "(no supplier)"),
    ]
    let named = rows.map { row in
      var row = row
      if let word = words[row[missing].plain] { row[name] = .text(word) }
      return row
    }
    return Table(columns, rows: named).without([.missing])
  }
}
