internal import Channels
public import Domain
internal import Tabular

/// A format of channel files in a list.
public struct ProfileSummary: Equatable, Sendable {
  /// What a file of it holds.
  public enum Kind: String, Sendable {
    /// Orders of a platform.
    case orders
    /// After-sale cases of a platform.
    case afterSales = "after-sales"
    /// Sales that people keep in a sheet.
    case sheet
    /// Settlement lines: what a platform or a payment service paid or withheld.
    case settlements
    /// What an organisation orders.
    case canteenOrders = "canteen-orders"
  }

  /// Its name, what people call it, and its platform.
  public let name: String, title: String, platform: String
  /// What a file of it holds.
  public let kind: Kind
  /// Whether it is the user's own; else the program carries it.
  public let isOwn: Bool
}

/// The formats of channel files: those that the program carries, and the user's own.
public struct Profiles: Sendable {
  /// The names and texts of the user's own files.
  public var own: [(name: String, text: String)]
  /// The user's own files that could not be read, and why.
  public var unread: [(name: String, problem: Problem)]

  /// Makes the library of those that are shipped, and files of the user's own.
  public init(
    own: [(name: String, text: String)] = [], unread: [(name: String, problem: Problem)] = []
  ) {
    self.own = own
    self.unread = unread
  }

  private var library: ProfileLibrary { ProfileLibrary(own: own, unread: unread) }

  /// What is wrong with the user's own; the others are used all the same.
  public var faults: [Problem] { library.faults.map(\.problem) }

  /// Lists those that are whole, by name.
  public func list() throws -> [ProfileSummary] {
    let shipped = Set(try Profile.all().map(\.name))
    let replaced = Set(own.compactMap { try? Profile.named(in: $0.text) })
    return library.profiles.sorted { $0.name < $1.name }.map { profile in
      ProfileSummary(
        name: profile.name, title: profile.title, platform: profile.platform,
        kind: profile.isOfCanteenOrders
          ? .canteenOrders
          : profile.isOfSettlements
            ? .settlements
            : profile.isOfAfterSales ? .afterSales : profile.isSheet ? .sheet : .orders,
        isOwn: !shipped.contains(profile.name) || replaced.contains(profile.name))
    }
  }

  /// The text of one.
  ///
  /// - Throws: `Problem` `profile_unknown`, or what is wrong with it.
  public func show(_ name: String) throws -> String {
    let library = library
    let isTwice = library.faults.contains {
      $0.problem.code == "profile_name_twice" && $0.name == name
    }
    let found = (Profile.shippedTexts() + own).last { (try? Profile.named(in: $0.text)) == name }
    guard let found, !isTwice else {
      _ = try library.choose(name)
      throw Problem("profile_unknown", ["profile": name])
    }
    return found.text
  }

  /// The first rows of each table of a file, the hidden ones last: a workbook may begin with a page of notes.
  public func samples(ofFile path: String) throws -> [[[String]]] {
    try translating {
      let tables = try TableFile.open(path).tables
      return try (tables.filter { !$0.isHidden } + tables.filter(\.isHidden)).map {
        try $0.firstRows(400)
      }
    }
  }

  /// Drafts a profile by the first of some tables that has a header; returns its text.
  ///
  /// - Parameters:
  ///   - samples: the first rows of each.
  ///   - name: what the profile is called.
  ///   - like: the profile that it is like, of which it says only what differs.
  ///   - platform: whose files they are.
  /// - Returns: the text of a profile, columns guessed by name.
  /// - Throws: `Problem` `table_without_header`, `profile_unknown`, …
  public func draft(
    from samples: [[[String]]], named name: String, like: String?, platform: String?
  ) throws(Problem) -> String {
    let profiles = library.profiles
    var first: Problem?
    for rows in samples {
      do {
        return try ProfileDraft(
          named: name, rows: rows, profiles: profiles, like: like, platform: platform
        ).text
      } catch {
        guard error.code == "table_without_header" else { throw error }
        first = first ?? error
      }
    }
    throw first ?? Problem("table_without_header")
  }

  /// Those that a file may have: the one of a name, or all.
  ///
  /// - Throws: `Problem` `profile_unknown`, or what is wrong with the one of that name.
  func choose(_ name: String?) throws(Problem) -> [Profile] {
    let chosen = try library.choose(name)
    if name != nil, let sheet = chosen.first(where: \.isOfCanteenOrders) {
      throw Problem("profile_of_orders", ["profile": sheet.name])
    }
    return chosen.filter { !$0.isOfCanteenOrders }
  }

  /// Those that an organisation's order sheet may have: the one of a name, or all.
  ///
  /// - Throws: `Problem` `profile_unknown`, `profile_not_of_orders`, or what is wrong with the one of that name.
  func chooseOrderSheets(_ name: String?) throws(Problem) -> [Profile] {
    let chosen = try library.choose(name)
    if let name, !chosen.allSatisfy(\.isOfCanteenOrders) {
      throw Problem("profile_not_of_orders", ["profile": name])
    }
    return chosen.filter(\.isOfCanteenOrders)
  }
}
