import Bangfu

extension Table {
  /// The rows that the database lists; some columns, named by their keys, hold amounts that nobody adds up.
  init(_ listed: Listed, levels: Set<String> = []) {
    let columns = listed.keys.map(Column.named)
    self.init(columns.map { levels.contains($0.key) ? $0.ofLevels : $0 }, rows: listed.rows)
  }

  /// The table for people: compact, and codes in words.
  var forPeople: Table {
    let compact = compact
    return Table(
      compact.columns, rows: compact.rows.map { zip(compact.columns, $0).map { $0.shown($1) } })
  }

  /// The table without columns that are empty, what has no code named by what it is missing.
  var compact: Table {
    let named = namingMissing
    let kept = named.columns.indices.filter { index in
      named.rows.isEmpty || named.rows.contains { !$0[index].isEmpty }
    }
    return Table(
      kept.map { named.columns[$0] }, rows: named.rows.map { row in kept.map { row[$0] } })
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
    guard let missing = columns.firstIndex(of: .missing),
      let name = columns.firstIndex(of: .name) ?? columns.firstIndex(of: .named("host"))
    else { return self }
    let named = rows.map { row in
      var row = row
      let word = Table.words(missing: row[missing].plain)
      if !word.isEmpty { row[name] = .text(word) }
      return row
    }
    return Table(columns, rows: named).without([.missing])
  }

  /// What something without a code is called, by what it is missing; empty where it misses nothing.
  static func words(missing: String) -> String {
    switch missing {
    case "listing": say("（链接未对应）", "(listing not mapped)")
    case "supplier": say("（没有供应商）", "(no supplier)")
    case "buyer": say("（未知单位）", "(unknown units)")
    case "area": say("（没有地区）", "(no area)")
    case "session": say("（不在任何场次）", "(in no session)")
    case "host": say("（主播没有场次）", "(host without session)")
    default: ""
    }
  }
}
