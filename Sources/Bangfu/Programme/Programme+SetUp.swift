internal import Domain
internal import Postgres

extension Programme {
  /// What a set-up did.
  public struct SetUp: Sendable {
    /// How many migrations ran; 0 where all was up to date.
    public let migrations: Int
    /// How many products the catalogue holds now.
    public let products: Int
    /// The backup made before an upgrade; nil where nothing was upgraded.
    public let backup: String?
    /// Whether an administrator of the server has to make roles before persons can be added.
    public let needsAdministrator: Bool
  }

  /// Makes the programme, or upgrades it; safe to run again.
  ///
  /// The private cluster is made and started, the schema migrated; the eleven channels, the units
  /// and one shop location are there afterwards. With `withCatalogue`, so is the seed catalogue of
  /// Pengshui. Shops, canteens, supermarkets and fairs of a new one sell in `province`. Before an upgrade the programme is backed up into `backupFolder`, where one is given; the newest
  /// `Backups.kept` stay there.
  ///
  /// - Throws: as `Backups.create` does, before anything is changed; `schema_newer`, …
  public static func setUp(
    at database: Database, named name: String, operatorName: String, county: String,
    partner: String, province: String = "山东",
    withCatalogue: Bool, backupFolder: String? = nil
  ) throws -> SetUp {
    try translating {
      let connection = try database.connect(creating: true)
      let session = try Session(connection, at: database, named: name, operatorName: operatorName)
      try session.execute(
        "SELECT set_config('search_path', \(Schema.searchPath(connection, name)), false), set_config('jit', 'off', false)"
      )
      let backup = try backupFolder.flatMap {
        try Backups(at: database, named: name).createBeforeUpgrade(by: session, into: $0)
      }
      let migrations = try Schema.apply(connection, name: name, at: database)
      try session.transaction {
        let isNew =
          try session.execute(
            """
            INSERT INTO programme (name, county, partner) VALUES (\(name), \(county), \(partner))
            ON CONFLICT (singleton) DO NOTHING RETURNING 1
            """
          ).count > 0
        for seed in Script.in("seed") where seed.title == "base" || withCatalogue {
          try connection.run(script: seed.text)
        }
        if isNew {
          try session.execute(
            """
            UPDATE channel SET province = expect_province(\(province))
            WHERE kind IN ('counter', 'canteen', 'supermarket', 'fair')
            """)
        }
        try session.execute("SELECT first_rules(\(operatorName))")
        let months = try session.execute(
          "SELECT (date_trunc('month', now()) + m * interval '1 month')::date::text FROM generate_series(0, 1) m"
        )
        for month in months { try Months(session: session).open(month.text(0) ?? "") }
      }
      let products = try session.execute("SELECT count(*) FROM product").single()
      return SetUp(
        migrations: migrations, products: try products.decode(Int.self), backup: backup,
        needsAdministrator: try People(session: session).administratorIsNeeded())
    }
  }
}
