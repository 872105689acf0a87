internal import Channels
internal import Domain
internal import Postgres
internal import Tabular

/// What somebody should look at in a table that was posted, though nothing is wrong with it.
struct TableDoubts {
  /// How many staged rows are equal to another of the same line, and count once.
  let repeated: Int
  /// How many order lines that the import touched are said to have been refunded on a day before their sale.
  let early: Int
  /// How many lines of a sheet are reported by another file as well, whose sheet has another name, or none.
  let alike: Int
  /// The signed agreements that a sheet reports, and their yuan.
  let agreements: Int, agreed: Money

  init(_ source: ImportSource, _ identity: ImportIdentity, in session: Session) throws {
    let profile = source.layout.profile
    (repeated, early, alike, agreements, agreed) = try session.execute(
      """
      SELECT repeated, early, alike, agreements, agreed
      FROM import_doubts(\(identity.batch), \(profile.numbersLines), \(profile.isSheet), \(source.sheet),
        \(Claim.agreementMark))
      """
    ).single().decode((Int, Int, Int, Int, Money).self)
  }
}
