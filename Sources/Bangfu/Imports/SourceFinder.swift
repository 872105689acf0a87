internal import Channels
internal import Domain
internal import Postgres
internal import System
internal import Tabular

/// Finds the tables of a file that have a known format.
struct SourceFinder {
  let session: Session
  let request: ImportRequest

  /// What was found in a file.
  struct Found {
    var sources: [ImportSource] = []
    var passedOver: [PassedOver]
  }

  /// Finds the tables.
  ///
  /// - Throws: what is wrong with the first table, where none has a known format.
  func find() throws -> Found {
    let profiles = try session.profiles.choose(request.profile)
    let file = try open()
    var found = Found(
      passedOver: file.refusals.map { PassedOver(path: $0.path, reason: problem(of: $0.error)) })
    for table in file.tables {
      do {
        found.sources += try sources(in: table, of: file, by: profiles)
      } catch {
        let problem = problem(of: error)
        guard isOfTable(problem) else { throw error }
        found.passedOver.append(PassedOver(path: table.path, reason: problem))
      }
    }
    guard !found.sources.isEmpty else { throw found.passedOver[file.refusals.count].reason }
    nameSheets(of: &found.sources)
    return found
  }

  private func open() throws -> TableFile {
    var options = TableFile.Options()
    options.password = request.password
    options.limits = request.limits
    options.name = request.name.split(separator: "/").last.map(String.init)
    return try TableFile.open(request.path, options: options)
  }

  /// A table as one source, or as one for each channel that it has rows of.
  private func sources(
    in table: Table, of file: TableFile, by profiles: [Profile]
  ) throws -> [ImportSource] {
    let rows = try table.firstRows(30)
    // A workbook of ours says under its title which command wrote it.
    if rows.contains(where: { $0.first?.hasPrefix("bangfu ") == true }) {
      throw Problem("file_is_report", ["file": table.path])
    }
    let layout = try layout(of: table, rows, by: profiles)
    if table.isHidden { throw Problem("sheet_hidden", ["file": table.path]) }
    let isOnly = file.tables.count == 1 && file.refusals.isEmpty
    let part = isOnly ? "" : String(table.path.drop { $0 != "/" }.dropFirst())
    let wide = table.asWide(as: layout.header.count)
    let seconds = try snapshotSeconds(of: table)
    return try shops(of: wide, by: layout).map { shops in
      let parts = [part, shops?.channel ?? ""].filter { !$0.isEmpty }
      return ImportSource(
        file: file, table: wide, layout: layout, seconds: seconds,
        part: parts.joined(separator: "/"), shops: shops)
    }
  }

  /// The layout of a table.
  ///
  /// - Throws: `Problem` `file_is_order_sheet` where it is what an organisation orders, which is no sale; as `Layout` does.
  private func layout(
    of table: Table, _ rows: [[String]], by profiles: [Profile]
  ) throws -> Layout {
    do {
      return try Layout(finding: profiles, in: rows)
    } catch {
      // What nearly fits a platform's file is one whose columns were cut or put twice.
      guard ["file_not_recognised", "sheet_column_missing"].contains(error.code),
        let sheets = try? session.profiles.chooseOrderSheets(nil),
        (try? Layout(finding: sheets, in: rows)) != nil
      else { throw error }
      throw Problem("file_is_order_sheet", ["file": table.path])
    }
  }

  /// When the platform wrote a table: what the user says, else the name of the innermost file that says it.
  private func snapshotSeconds(of table: Table) throws -> Int? {
    let written = table.path.split(separator: "/").reversed().lazy
      .compactMap { SnapshotTime.seconds(inName: String($0)) }.first
    let (seconds, latest) = try session.execute(
      """
      SELECT coalesce(extract(epoch FROM \(request.asOf?.description)::timestamptz)::bigint, \(written)::bigint),
        extract(epoch FROM now())::bigint + 31536000
      """
    ).single().decode((Int?, Int).self)
    // A clock may be wrong by much, but a file of the years to come would outrank every true one.
    if let seconds, seconds > latest {
      throw Problem("snapshot_in_future", ["file": request.name])
    }
    return seconds
  }

  /// The shops of each channel that a table has rows of; nil for all of its rows.
  ///
  /// - Throws: `Problem` `channel_by_profile` where the user names the channel as well.
  private func shops(of table: Table, by layout: Layout) throws -> [FileReader.Shops?] {
    let profile = layout.profile
    guard !profile.channels.isEmpty else { return [nil] }
    guard request.channel == nil else {
      throw Problem(
        "channel_by_profile", ["profile": profile.name, "column": layout.titleOfShops])
    }
    let channels = try layout.channels(in: table)
    return channels.enumerated().map {
      FileReader.Shops(channel: $0.element, hasUnknown: $0.offset == 0)
    }
  }

  /// Names the sheets of the workbooks that have several with a known format.
  private func nameSheets(of sources: inout [ImportSource]) {
    let books = Dictionary(grouping: sources, by: \.book)
      .mapValues { Set($0.map(\.table.path)).count }
    for index in sources.indices {
      guard let name = sources[index].table.name, books[sources[index].book] ?? 0 > 1 else {
        continue
      }
      sources[index].sheet = name
    }
  }

  /// What is asked wrongly, and a session that is lost, are no fault of the table.
  private func isOfTable(_ problem: Problem) -> Bool {
    problem.source == .program
      && !["snapshot_in_future", "channel_by_profile"].contains(problem.code)
  }

  private func problem(of error: any Error) -> Problem {
    Problem(error) ?? Problem("bug", ["message": String(describing: error)])
  }
}
