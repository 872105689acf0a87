/// One programme: a schema of a database, and a session that works on it, by noun.
///
///     let programme = try Programme(at: database, named: "pengshui", operatorName: "li")
///     let receipt = try programme.orders.enter(order, command: "order enter")
///
/// Not `Sendable`, as its session is not.
public struct Programme {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// Opens a programme that `setUp` has made.
  ///
  /// - Throws: `Problem` `programme_name_malformed`, `schema_missing`, `schema_older`,
  ///   `schema_newer` or `schema_differs`, or why there is no database.
  public init(
    at database: Database, named name: String, operatorName: String, as login: Login = Login()
  ) throws {
    session = try Session(at: database, named: name, operatorName: operatorName, as: login)
  }

  /// Where its database is.
  public var database: Database { session.database }

  /// The schema's name.
  public var name: String { session.name }

  /// Who came in, with the password that was typed: for another session of the same person.
  public var login: Login { session.login }

  /// The formats of channel files.
  public var profiles: Profiles {
    get { session.profiles }
    nonmutating set { session.profiles = newValue }
  }
}

/// The nouns.
extension Programme {
  // The catalogue.
  /// The products.
  public var products: Products { Products(session: session) }
  /// The units products are sold in.
  public var units: Units { Units(session: session) }
  /// The units products are bought and sold in beside their base units.
  public var productUnits: ProductUnits { ProductUnits(session: session) }
  /// The channels.
  public var channels: Channels { Channels(session: session) }
  /// What channels call their products.
  public var listings: Listings { Listings(session: session) }
  /// Shops, warehouses, stands.
  public var locations: Locations { Locations(session: session) }
  /// The organisations that buy.
  public var buyers: Buyers { Buyers(session: session) }

  // Selling.
  /// Orders, refunds, voids.
  public var orders: Orders { Orders(session: session) }
  /// Signed agreements, which are no sales.
  public var agreements: Agreements { Agreements(session: session) }
  /// What buyers owe, and paid.
  public var buyerAccounts: BuyerAccounts { BuyerAccounts(session: session) }
  /// Food budgets, and the share of them that is reserved for the 832 platform.
  public var reserve: Reserve { Reserve(session: session) }
  /// Orders that organisations place every week.
  public var weeklyOrders: WeeklyOrders { WeeklyOrders(session: session) }
  /// Canteens and other organisations that order and accept.
  public var canteens: Canteens { Canteens(session: session) }
  /// Fairs, where goods are sold for some days and agreements signed.
  public var fairs: Fairs { Fairs(session: session) }
  /// Supermarkets, which settle what they sold.
  public var supermarkets: Supermarkets { Supermarkets(session: session) }
  /// Tourism, and where its visitors came from.
  public var tourism: Tourism { Tourism(session: session) }
  /// Channel files.
  public var imports: Imports { Imports(session: session) }

  // The figure.
  /// What counts, from which day on.
  public var rules: Rules { Rules(session: session) }
  /// Sales that two sources may report.
  public var duplicates: Duplicates { Duplicates(session: session) }
  /// Which products are certified, and when.
  public var certificates: Certificates { Certificates(session: session) }

  // Stock.
  /// What is on hand, and what comes in and goes out beside sales.
  public var stock: Stock { Stock(session: session) }
  /// Goods in transit from one location to another.
  public var transfers: Transfers { Transfers(session: session) }
  /// Counting stock while selling goes on.
  public var counts: Counts { Counts(session: session) }
  /// Goods promised to somebody.
  public var reservations: Reservations { Reservations(session: session) }
  /// What must be left of products.
  public var minimums: Minimums { Minimums(session: session) }
  /// What products are assembled from.
  public var parts: Parts { Parts(session: session) }
  /// Acts on stock and on suppliers' accounts, which can be undone.
  public var acts: Acts { Acts(session: session) }

  // Suppliers.
  /// The suppliers.
  public var suppliers: Suppliers { Suppliers(session: session) }
  /// The households that deliver through suppliers.
  public var households: Households { Households(session: session) }
  /// What is owed to suppliers, and paid.
  public var accounts: SupplierAccounts { SupplierAccounts(session: session) }
  /// Buy-back contracts.
  public var contracts: Contracts { Contracts(session: session) }
  /// Goods that suppliers bought back under contracts.
  public var buyBacks: BuyBacks { BuyBacks(session: session) }

  /// Who works in the programme.
  public var people: People { People(session: session) }

  /// What a second person allows.
  public var approvals: Approvals { Approvals(session: session) }

  // Accounts and figures.
  /// Livestream sessions.
  public var livestreams: Livestreams { Livestreams(session: session) }
  /// What platforms and payment services settled.
  public var settlements: Settlements { Settlements(session: session) }
  /// The reports.
  public var reports: Reports { Reports(session: session) }
  /// What the programme promised.
  public var targets: Targets { Targets(session: session) }
  /// The book months.
  public var months: Months { Months(session: session) }
  /// Seals over the facts.
  public var seals: Seals { Seals(session: session) }
  /// The figure as it was published.
  public var figures: Figures { Figures(session: session) }
  /// The invariants.
  public var checks: Checks { Checks(session: session) }
}
