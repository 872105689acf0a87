public import Domain
public import Tabular

/// Where the columns of one file are: its profile, its header row, the column of each field.
public struct Layout: Sendable {
  /// The profile the file fits.
  public let profile: Profile
  /// The header, as the file has it.
  public let header: [String]
  /// The number of the header among the rows that are not blank, from 1.
  public let headerRow: Int
  /// The rows above the header: titles, parties and periods.
  public let preamble: [[String]]
  /// True for each column that the profile does not name: nobody knows what it holds.
  public let unknown: [Bool]
  /// The columns of a sheet whose names say money, and that are not read: their names may be misspelt.
  public let unread: [String]
  /// The column of each field by its raw value; -1 where the file has none.
  let columns: [Int]
  /// The columns of the profile's other amounts, and of its filters; -1 where the file has none.
  let amountColumns: [Int], filterColumns: [Int]

  /// Whether the file names the hosts of orders.
  let namesHosts: Bool

  /// Whether the file has a column for a field.
  func has(_ field: Profile.Field) -> Bool {
    columns[field.rawValue] >= 0 || profile.constants[field] != nil
  }

  /// The codes of the channels that a table has rows of, by the words of its shops; the profile's first one where it has
  /// none of them.
  public func channels(in table: Table) throws -> [String] {
    let column = columns[Profile.Field.shop.rawValue]
    var found = Set<String>()
    try table.forEachRow { row in
      guard row.number > headerRow, column >= 0, column < row.count else { return }
      if let code = profile.channel(ofShop: row.trimmed(column)) { found.insert(code) }
    }
    return found.isEmpty ? Array(Set(profile.channels.values).sorted().prefix(1)) : found.sorted()
  }

  /// The name of the column of shops.
  public var titleOfShops: String { profile.title(.shop) }

  /// The name of the column that distinguishes rows: orders, cases or settlement lines.
  public var titleOfKey: String {
    switch profile.kind {
    case .orders: profile.title(.order)
    case .canteenOrders: profile.title(.name)
    case .afterSales: profile.title(.number)
    case .settlements: profile.title(profile.number.parts.first?.first ?? .number)
    }
  }

  /// Finds the profile and the header among a file's first rows.
  ///
  /// The header is the first row that holds all core columns of a profile; of two profiles that
  /// fit, the one with the larger core is meant.
  ///
  /// - Throws: `Problem` `column_missing` or `sheet_column_missing` where a profile nearly fits, `column_twice` where a core
  ///   column is there twice, `profile_ambiguous`, else `file_not_recognised`.
  public init(finding profiles: [Profile], in rows: [[String]]) throws(Problem) {
    var nearest: (row: Int, profile: Profile, missing: [String])?
    for (index, row) in rows.enumerated() {
      let known = Set(row.map(canonicalHeader))
      let knownInSheet = Set(row.map(sheetHeader))
      var fitting: [Profile] = []
      for profile in profiles where profile.absent.allSatisfy({ !known.contains($0) }) {
        let missing = profile.missing(in: profile.isSheet ? knownInSheet : known)
        if missing.isEmpty {
          fitting.append(profile)
        } else if missing.count
          < min(nearest?.missing.count ?? .max, (profile.core.count + 1) / 2)
        {
          nearest = (index + 1, profile, missing)
        }
      }
      guard let largest = fitting.map(\.core.count).max() else { continue }
      let best = fitting.filter { $0.core.count == largest }
      guard best.count == 1 else {
        throw Problem("profile_ambiguous", ["profiles": best.map(\.name).joined(separator: ", ")])
      }
      try self.init(best[0], header: row, preamble: Array(rows[..<index]))
      return
    }
    guard let nearest else { throw Problem("file_not_recognised") }
    throw Problem(
      nearest.profile.isSheet ? "sheet_column_missing" : "column_missing",
      [
        "columns": nearest.missing.sorted().joined(separator: "、"),
        "row": String(nearest.row), "profile": nearest.profile.name,
      ])
  }

  private init(
    _ profile: Profile, header: [String], preamble: [[String]]
  ) throws(Problem) {
    let canonical = header.map(profile.isSheet ? sheetHeader : canonicalHeader)
    var columns = [Int](repeating: -1, count: Profile.Field.allCases.count)
    for (field, names) in profile.columns where !profile.beside.contains(field) {
      columns[field.rawValue] = try Self.index(
        of: Profile.Column(title: profile.title(field), names: names), in: canonical,
        row: preamble.count + 1)
    }
    for field in profile.beside {
      // No file is refused for them.
      let found = header.indices.filter { profile.columns[field]?.contains(canonical[$0]) == true }
      if found.count == 1, !columns.contains(found[0]) { columns[field.rawValue] = found[0] }
    }
    namesHosts =
      profile.kind == .orders
      && [Profile.Field.host, .hostName].contains { columns[$0.rawValue] >= 0 }
    let row = preamble.count + 1
    let amountColumns = try profile.amounts.map { column throws(Problem) in
      try Self.index(of: column, in: canonical, row: row)
    }
    filterColumns = try profile.filters.map { filter throws(Problem) in
      try Self.index(of: filter.column, in: canonical, row: row)
    }
    self.amountColumns = amountColumns
    self.profile = profile
    self.header = header.map(trimmedCell)
    self.preamble = preamble
    headerRow = preamble.count + 1
    self.columns = columns
    unknown = canonical.map { !profile.knows($0) }
    unread =
      profile.isSheet
      ? header.indices.filter { index in
        !(columns + amountColumns).contains(index) && Profile.isOfMoney(canonical[index])
      }.map { trimmedCell(header[$0]) } : []
  }

  /// Where a column is; -1 where the file has none.
  private static func index(
    of column: Profile.Column, in header: [String], row: Int
  ) throws(Problem) -> Int {
    let found = header.indices.filter { column.names.contains(header[$0]) }
    guard found.count <= 1 else {
      throw Problem(
        "column_twice",
        [
          "column": column.title, "row": String(row),
          "places": found.map { String($0 + 1) }.joined(separator: ", "),
        ])
    }
    return found.first ?? -1
  }
}

extension Profile {
  /// The names of the required columns for which none of these canonical headers stands; of the times of sale one is
  /// enough.
  func missing(in headers: Set<String>) -> [String] {
    func isThere(_ names: [String]) -> Bool { names.contains { headers.contains($0) } }
    var missing = required.filter { !isThere($0.names) }.map(\.title)
    if kind == .orders, !isSheet, let first = sold.first, !core.contains(first),
      !sold.contains(where: { constants[$0] != nil || isThere(columns[$0] ?? []) })
    {
      missing.append(title(first))
    }
    // Of the ways to name a product one is enough.
    if kind == .canteenOrders,
      ![.name, .merchantCode, .barcode].contains(where: { isThere(columns[$0] ?? []) })
    {
      missing.append(title(.name))
    }
    return missing
  }
}
