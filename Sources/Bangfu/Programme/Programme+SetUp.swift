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
  }

  /// How many backups made before upgrades are kept of a programme.
  public static let keptBackups = 3

  /// Makes the programme, or upgrades it; safe to run again.
  ///
  /// The private cluster is made and started, the schema migrated; the eleven channels, the units
  /// and one shop location are there afterwards. With `withCatalogue`, so is the seed catalogue of
  /// Pengshui. Before an upgrade the programme is backed up into `backupFolder`, where one is given; the newest
  /// `keptBackups` stay there.
  ///
  /// - Throws: as `backUp` does, before anything is changed; `PostgresError`, …
  public static func setUp(
    at place: Place, named name: String, operatorName: String, county: String, partner: String,
    withCatalogue: Bool, backupFolder: String? = nil
  ) throws -> SetUp {
    let connection = try place.connect(creating: true)
    let programme = try Programme(connection, at: place, named: name, operatorName: operatorName)
    try connection.execute(
      "SELECT set_config('search_path', \(Schema.searchPath(connection, name)), false), set_config('jit', 'off', false)"
    )
    let backup = try backupFolder.flatMap {
      try programme.backUpBeforeUpgrade(into: $0)
    }
    let migrations = try Schema.apply(connection, name: name, at: place)
    try connection.transaction {
      try connection.execute(
        """
        INSERT INTO programme (name, county, partner) VALUES (\(name), \(county), \(partner))
        ON CONFLICT (singleton) DO NOTHING
        """)
      for seed in Script.in("seed") where seed.title == "base" || withCatalogue {
        try connection.run(script: seed.text)
      }
      let months = try connection.execute(
        "SELECT (date_trunc('month', now()) + m * interval '1 month')::date::text FROM generate_series(0, 1) m"
      )
      for month in months {
        try programme.openMonth(month.text(0) ?? "")
      }
    }
    let products = try connection.execute("SELECT count(*) FROM product").single()
    return SetUp(
      migrations: migrations, products: try products.decode(Int.self), backup: backup)
  }

  /// Backs up a schema that is older than this program's; answers the file, or nil where none is needed.
  private func backUpBeforeUpgrade(into folder: String) throws -> String? {
    guard let found = try Schema.number(connection, name: name), found > 0, found < Schema.version
    else { return nil }
    let moment = try connection.execute("SELECT to_char(now(), 'YYYYMMDD\"T\"HH24MISS')").single()
    let prefix = "\(name)-before-\(Schema.version)-of-\(found)-"
    let file = "\(folder)/\(prefix)\(moment.text(0) ?? "").dump"
    try BackupFolder.make(folder)
    try Programme.backUp(at: place, named: name, to: file, replacing: false)
    BackupFolder.keep(Programme.keptBackups, in: folder, named: name + "-before-")
    return file
  }

  /// How a programme's schema stands to this program.
  public struct SchemaState: Sendable {
    /// The server's version, such as 150018.
    public let serverVersion: Int
    /// The newest migration of the schema, and the newest that this program knows.
    public let found: Int, known: Int
  }

  /// Tells how the schema stands to this program, also where it is older, newer or has other functions.
  ///
  /// - Throws: `Problem` `schema_missing`; `PostgresError`.
  public static func schemaState(at place: Place, named name: String) throws -> SchemaState {
    let connection = try place.connect()
    guard let found = try Schema.number(connection, name: name) else {
      throw Problem("schema_missing", ["programme": name, "place": place.words])
    }
    return SchemaState(
      serverVersion: connection.serverVersion, found: found, known: Schema.version)
  }

  /// Opens a month, given as its first day; one that is there already stays as it is.
  func openMonth(_ firstDay: String) throws {
    try connection.execute("SELECT open_book_month(\(firstDay)::date)")
  }

  /// What `status` tells.
  public struct Status: Sendable {
    /// The server's version, such as 150018.
    public let serverVersion: Int
    /// Whether the server is the program's own.
    public let isPrivate: Bool
    /// Facts by name, in order: counts of the catalogue and of what was posted.
    public let counts: [(name: String, count: Int)]
    /// The last day of which a sale still stands, if any.
    public let lastDay: String?
    /// The files imported and live.
    public let newestImport: String?
  }

  /// Tells how the programme stands, at the price of one statement.
  public func status() throws -> Status {
    let row = try connection.execute(
      """
      SELECT (SELECT count(*) FROM product), (SELECT count(*) FROM supplier),
        (SELECT count(*) FROM channel), (SELECT coalesce(sum(documents), 0) FROM daily_document),
        coalesce(sum(lines), 0),
        (SELECT count(*) FROM import_file WHERE state = 'live'), (SELECT count(*) FROM stock_low),
        max(day) FILTER (WHERE gross <> 0 OR quantity > 0)::text,
        (SELECT to_char(max(imported_at), 'YYYY-MM-DD HH24:MI:SS') FROM import_file)
      FROM daily_sales
      """
    ).single()
    let (products, suppliers, channels, documents, lines, files, low, day, newest) = try row.decode(
      (Int, Int, Int, Int, Int, Int, Int, String?, String?).self)
    return Status(
      serverVersion: connection.serverVersion, isPrivate: place.isPrivate,
      counts: [
        ("products", products), ("suppliers", suppliers), ("channels", channels),
        ("documents", documents), ("lines", lines), ("imports", files),
        ("low_stock", low),
      ], lastDay: day, newestImport: newest)
  }
}

extension Place {
  /// Whether the server is the program's own.
  public var isPrivate: Bool {
    if case .cluster = self { true } else { false }
  }
}
