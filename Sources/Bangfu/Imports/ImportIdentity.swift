internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// Which import a table is, in the database's numbers.
struct ImportIdentity {
  let batch: Int64
  let file: Int64
  let isKnown: Bool
  /// Whether it is known in this channel, and was not undone.
  let isLive: Bool
  let channel: ImportChannel
  /// What its order numbers are unique on.
  let platform: String
  /// What the same table had posted by another reading and has no more, in yuan.
  let undone: PostedAmounts
  /// Of a sheet of a supermarket: whether any terms of it are known; and its period.
  let hasTerms: Bool
  let period: SheetPeriod?

  /// Whether its rows are cut between the months of its period.
  var isSplit: Bool { hasTerms && period?.crossesMonths == true }
}

/// Says which import a table is: one that is known, by the file's hash, or a new one.
struct SourceIdentifier {
  let session: Session
  let request: ImportRequest
  let source: ImportSource

  private var profile: Profile { source.layout.profile }

  /// An earlier import of the same table, by the same reading.
  private struct Earlier {
    let file: Int64
    /// The code of its channel, and whether that is one of the same platform.
    let channel: String
    let isOfPlatform: Bool
    let isLive: Bool
  }

  /// Finds the channel and the earlier import of the table; undoes what another reading of it had posted, and begins
  /// a batch.
  ///
  /// - Throws: `Problem` `file_elsewhere`, and those of `Imports.channel`.
  func identify() throws -> ImportIdentity {
    let channel = try Imports(session: session).channel(
      source.shops?.channel ?? request.channel, for: profile, path: request.path)
    // A sheet has no numbers of a platform: its lines are known among those of its sort, within its channel.
    let platform =
      profile.isSheet
      ? [profile.platform, channel.code, profile.name].joined(separator: "/") : profile.platform
    let (hasTerms, period) = try terms(channel)
    let isSplit = hasTerms && period?.crossesMonths == true
    let earlier = try earlier(platform, channel, isSplit)
    if let earlier, !earlier.isOfPlatform {
      throw Problem("file_elsewhere", ["file": request.name, "channel": earlier.channel])
    }
    let undone = try retire(platform, channel, but: earlier?.file)
    let (batch, file) = try session.execute(
      "SELECT batch, file FROM begin_import(\(platform), \(earlier?.file))"
    )
    .single().decode((Int64, Int64).self)
    return ImportIdentity(
      batch: batch, file: file, isKnown: earlier != nil, isLive: earlier?.isLive ?? false,
      channel: channel, platform: platform, undone: undone, hasTerms: hasTerms, period: period)
  }

  /// Whether the terms of a supermarket are known, and the period of its sheet, where its title says it.
  private func terms(_ channel: ImportChannel) throws -> (Bool, SheetPeriod?) {
    guard profile.isSheet, profile.platform == "supermarket" else { return (false, nil) }
    let period = request.day == nil ? SheetPeriod(of: source.layout) : nil
    let known = try session.execute(
      """
      SELECT count(*) > 0 FROM supermarket_terms t WHERE t.channel_id = \(channel.id)
      """
    ).single().decode(Bool.self)
    return (known, period)
  }

  private func earlier(
    _ platform: String, _ channel: ImportChannel, _ isSplit: Bool
  ) throws -> Earlier? {
    let known = try session.execute(
      """
      SELECT f.file_id, h.code, f.platform = \(platform), f.state = 'live' AND f.channel_id = \(channel.id)
      FROM import_file f JOIN channel h ON h.channel_id = f.channel_id
      WHERE f.sha256 = \(source.file.sha256) AND f.part = \(source.part) AND f.profile = \(profile.name)
        AND f.reading = \(source.reading(day: request.day, isSplit: isSplit))
        AND f.snapshot_at IS NOT DISTINCT FROM to_timestamp(\(source.seconds)::bigint)
      """)
    guard let row = known.first else { return nil }
    let (file, code, isOfPlatform, isLive) = try row.decode((Int64, String, Bool, Bool).self)
    return Earlier(file: file, channel: code, isOfPlatform: isOfPlatform, isLive: isLive)
  }

  /// Undoes what the same table said by another reading: a profile that was mended, or another day.
  ///
  /// A sheet has no keys but what is read of it: of it any other reading is undone, by whatever profile.
  /// Returns what that posts, in yuan.
  private func retire(
    _ platform: String, _ channel: ImportChannel, but known: Int64?
  ) throws -> PostedAmounts {
    let others = try session.execute(
      """
      SELECT f.file_id FROM import_file f
      WHERE f.sha256 = \(source.file.sha256) AND f.part = \(source.part) AND f.state = 'live'
        AND f.file_id IS DISTINCT FROM \(known) AND CASE WHEN \(profile.isSheet) THEN f.channel_id = \(channel.id)
          ELSE f.platform = \(platform) AND f.profile = \(profile.name)
            AND f.snapshot_at IS NOT DISTINCT FROM to_timestamp(\(source.seconds)::bigint) END
      ORDER BY f.file_id
      """)
    var undone = PostedAmounts()
    for other in others {
      let posted = try Imports(session: session).undo(
        other.decode(Int64.self), command: "import again")
      undone.gross += posted.gross
      undone.refunds += posted.refunds
    }
    return undone
  }
}
