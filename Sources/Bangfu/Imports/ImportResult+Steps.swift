internal import Channels
internal import Domain
internal import Tabular

extension ImportResult {
  /// What the steps of an import came to.
  init(
    _ request: ImportRequest, _ source: ImportSource, _ identity: ImportIdentity,
    _ read: SourceReading, _ outcome: TableOutcome, _ doubts: TableDoubts
  ) {
    take(source, of: request)
    (number, channel) = (identity.file, identity.channel.code)
    take(read)
    (new, same, changed) = (outcome.new, outcome.same, outcome.changed)
    (conflicts, pending) = (outcome.conflicts, outcome.pending)
    (firstDay, lastDay) = (outcome.firstDay, outcome.lastDay)
    (gross, refunds) = (outcome.gross, outcome.refunds)
    (postedGross, postedRefunds) = (outcome.postedGross, outcome.postedRefunds)
    (repeated, early, alike) = (doubts.repeated, doubts.early, doubts.alike)
    (agreements, agreed) = (doubts.agreements, doubts.agreed)
  }

  private mutating func take(_ source: ImportSource, of request: ImportRequest) {
    let layout = source.layout
    file = request.name
    part = source.part
    sha256 = source.file.sha256
    encoding = source.encoding
    profile = layout.profile.name
    isSheet = layout.profile.isSheet
    unread = layout.unread
    isDated = source.seconds != nil || layout.profile.isSheet
  }

  private mutating func take(_ read: SourceReading) {
    rows = read.reading.rows
    (beyond, hidden) = (read.reading.beyond, read.reading.hidden)
    leftOut = read.reading.leftOut
    totalsDiffering = read.reading.totals.differing
    let settled = read.reading.settled
    settlement = SettlementResult(
      lines: settled.lines, amount: settled.amount, fees: settled.fees, unknown: settled.unknown,
      controls: read.reading.controls)
    (rejected, mended) = (read.rejects.count, read.rejects.mendedCount)
    (rejects, rejectsFile) = (read.rejects.first, read.rejects.path)
  }
}
