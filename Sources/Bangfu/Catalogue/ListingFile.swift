internal import Domain
internal import Postgres
internal import Tabular

/// How many listings were mapped, and how many order lines they have.
public struct ListingsMapped: Equatable, Sendable {
  /// The listings.
  public let listings: Int
  /// Their order lines, which were brought up to date.
  public let lines: Int
}

extension Listings {
  /// Maps the listings of a CSV file, all or nothing.
  ///
  /// Columns are found by name: `listing`, `sku` (or `proposal`, as `channel unmapped` has it), and, if they are
  /// there, `channel`, `quantity` (base units in one piece; 1 where blank) and `share` (how the price splits, in
  /// yuan). Several rows of one listing are a bundle. A row without a sku is passed over, one without a channel is
  /// of the `channel` given.
  ///
  /// - Throws: `Problems` with every row's fault; `Problem` `listing_columns`, or what is wrong with the file.
  public func map(fromFile path: String, channel: String?) throws -> ListingsMapped {
    try translating {
      let contents = try ListingFile.read(path, channel: channel)
      return try session.transaction {
        var lines = 0
        for (key, content) in contents {
          lines += try post(key.listing, of: key.channel, to: content)
        }
        return ListingsMapped(listings: contents.count, lines: lines)
      }
    }
  }
}

/// A CSV file that says what listings hold.
private enum ListingFile {
  struct Key: Hashable {
    let channel: String
    let listing: String
  }

  private static let titles: [String: [String]] = [
    "listing": ["listing", "链接"], "sku": ["sku", "货号", "proposal", "建议"],
    "channel": ["channel", "渠道"], "quantity": ["quantity", "数量", "每件数量"],
    "share": ["share", "价格份额", "分摊"],
  ]

  static func read(
    _ path: String, channel: String?
  ) throws -> [(key: Key, content: ListingContent)] {
    var indices: [String: Int]?
    var order: [Key] = []
    var contents: [Key: ListingContent] = [:]
    var problems: [Problem] = []
    try TextFile.open(path).forEachRow { row in
      let cells = (0..<row.count).map { row.trimmed($0) }
      guard let columns = indices else {
        indices = try columnIndices(cells)
        return
      }
      func cell(_ name: String) -> String {
        columns[name].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
      }
      guard !cell("sku").isEmpty else { return }
      do {
        let code = cell("channel").isEmpty ? channel ?? "" : cell("channel")
        guard !code.isEmpty else { throw Problem("listing_channel_missing") }
        let key = Key(channel: code, listing: cell("listing"))
        if key.listing.contains(/^[0-9.]+[eE][+-]?[0-9]+$/) {
          throw Problem("id_scientific", ["column": "listing", "value": key.listing])
        }
        if contents[key] == nil { order.append(key) }
        try contents[key, default: ListingContent()].add(
          cell("sku"), quantity: cell("quantity"), share: cell("share"))
      } catch var problem as Problem {
        problem.facts["line"] = String(row.line)
        problems.append(problem)
      }
    }
    for key in order {
      let content = contents[key] ?? ListingContent()
      if !content.shares.isEmpty, content.shares.count != content.skus.count {
        problems.append(Problem("listing_shares_some", ["listing": key.listing]))
      }
    }
    if !problems.isEmpty { throw Problems(problems) }
    return order.map { ($0, contents[$0] ?? ListingContent()) }
  }

  private static func columnIndices(_ cells: [String]) throws -> [String: Int] {
    let names = cells.map(canonicalHeader)
    var indices: [String: Int] = [:]
    for (name, titles) in titles {
      // The first title goes before the others: a file may have both a sku and a proposal.
      indices[name] = titles.lazy.compactMap { names.firstIndex(of: canonicalHeader($0)) }.first
    }
    guard indices["listing"] != nil, indices["sku"] != nil else { throw Problem("listing_columns") }
    return indices
  }
}
